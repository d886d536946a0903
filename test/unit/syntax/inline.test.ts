import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInline } from '../../../server/src/syntax/inline.js';

const pieces = [
  '[^a]',
  '[^b-1]',
  '[^',
  '^[',
  '[',
  ']',
  '(',
  ')',
  'woord',
  ' ',
  '\u00a0',
  '\u0001',
  '\n',
  '^',
];

/** The footnotes of a text, and of the same text behind an escaped letter, which only the parser can read. */
function pictures(text: string): unknown[] {
  return [text, `\\.${text}`].map((source) => {
    const lead = source.length - text.length;
    const { references, inlineNotes, hidden } = readInline(source);
    return [references, inlineNotes, hidden].map((list) =>
      list
        .filter(({ from }) => from >= lead)
        .map(({ from, to }) => [from - lead, to - lead, source.slice(from, to)]),
    );
  });
}

test('footnotes are read without the parser as the parser reads them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
      (text) => {
        const [own, parsed] = pictures(text);
        expect(own).toEqual(parsed);
      },
    ),
    { seed: 20241023, numRuns: 1000 },
  );
});
