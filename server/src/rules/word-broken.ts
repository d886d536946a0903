import { placeOf, spanOf } from '../model/brief.js';
import { letterOf } from './context.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'word-broken',
  area: 'text',
  severity: 'info',
  summary: {
    nl: 'Een woord is met een streepje in tweeën gebroken.',
    en: 'A word is broken in two by a hyphen.',
  },
  check(brief, { file }) {
    // What was cut in a quote may stand whole in the letter only.
    const isWord = (word: string) => brief.occurs(word) || letterOf(brief, file)?.occurs(word);
    return brief.brokenWords
      .filter(({ fact }) => isWord(fact.joined))
      .map((word) => {
        const { joined } = word.fact;
        return {
          place: placeOf(word),
          message: {
            nl: `Dit is waarschijnlijk één woord: ‘${joined}’. Haal het streepje en de spatie weg.`,
            en: `This is probably one word: ‘${joined}’. Remove the hyphen and the space.`,
          },
          fixes: [
            {
              title: { nl: `Schrijf ‘${joined}’`, en: `Write ‘${joined}’` },
              safe: true,
              edits: () => [{ ...spanOf(word), insert: joined }],
            },
          ],
        };
      });
  },
});
