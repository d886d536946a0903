import { expect, test } from 'vitest';
import { escapeText } from '../../../server/src/documents/in/draft/escape.js';

test.each([
  ['1. Klopt dit?', '1. Klopt dit?'],
  ['1. # Een kop is dit niet', '1. \\# Een kop is dit niet'],
  ['12) ~~~ en code ook niet', '12) \\~~~ en code ook niet'],
  ['- een streepje', '\\- een streepje'],
  ['2025. Dat jaar', '2025\\. Dat jaar'],
  ['*let op* [hier](x) [^1]', '\\*let op\\* \\[hier](x) \\[^1]'],
  ['https://x.nl/een_twee', 'https://x.nl/een_twee'],
])('%s', (text, written) => {
  expect(escapeText(text)).toBe(written);
});
