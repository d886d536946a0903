import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInline } from '../../../server/src/syntax/inline.js';
import { readRuns } from '../../../server/src/syntax/runs.js';
import { runsOf } from '../../property/runs.js';

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
    runsOf(1000),
  );
});

/** Each stretch as it is printed: what the quoter put in between brackets, a link with its address. */
function printed(text: string): string {
  return readRuns(text)
    .map(({ kind, text: words, editorial, href }) => {
      if (kind === 'reference') return `<note ${words}>`;
      if (kind === 'image') return `<image ${words} ${href}>`;
      return `${editorial ? 'editorial ' : ''}${href ? `<${words} ${href}>` : words}`;
    })
    .join('|');
}

test.each([
  ['de [toenmalige] minister', 'de |editorial [toenmalige]| minister'],
  ['zie [de kamer](https://x.nl)', 'zie |<de kamer https://x.nl>'],
  [
    '[de [toenmalige] minister](https://x.nl)',
    '<de  https://x.nl>|editorial <[toenmalige] https://x.nl>|< minister https://x.nl>',
  ],
  ['[een [twee](https://b.nl) drie](https://a.nl)', '[een |<twee https://b.nl>| drie](|https://a.nl|)'],
  ['![plaat](x.png)', '<image plaat x.png>'],
  ['![^a](x.png "Een titel")', '<image ^a x.png>'],
  ['![^a](zonder einde', '!|<note a>|(zonder einde'],
  ['![^a]: ja', '!|<note a>|: ja'],
])('%s', (text, picture) => {
  expect(printed(text)).toBe(picture);
});
