import { expect, test } from 'vitest';
import { describeQuestion } from '../../../server/src/features/describe.js';
import { parseBrief } from '../../../server/src/model/document.js';

test.each([
  ['---\nsoort: antwoord\n---\n\n1. Klopt dit?\n', 'Vraag 1 · nog geen antwoord\n\nKlopt dit?'],
  ['---\nsoort: brief\n---\n\nKlopt dit?\n', 'Vraag\n\nKlopt dit?'],
  ['---\nsoort: brief\nnummering: doorlopend\n---\n\n1. Klopt dit?\n', 'Vraag 1\n\nKlopt dit?'],
])('%j', (source, said) => {
  const brief = parseBrief(source);
  expect(describeQuestion(brief, brief.questions[0])).toBe(said);
});
