import { rangeOf } from '../model/brief.js';
import { at } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'word-broken',
  area: 'text',
  severity: 'info',
  summary: {
    nl: 'Een woord is met een streepje in tweeën gebroken.',
    en: 'A word is broken in two by a hyphen.',
  },
  check: ({ blocks, occurs }) =>
    blocks.flatMap((block) =>
      block.facts.segments.flatMap(({ brokenWords }) =>
        brokenWords
          .filter(({ joined }) => occurs(joined))
          .map((fact) => ({
            place: at({ block, fact }),
            message: {
              nl: `Dit is waarschijnlijk één woord: ‘${fact.joined}’. Haal het streepje en de spatie weg.`,
              en: `This is probably one word: ‘${fact.joined}’. Remove the hyphen and the space.`,
            },
            fixes: [
              {
                title: { nl: `Schrijf ‘${fact.joined}’`, en: `Write ‘${fact.joined}’` },
                safe: true,
                edits: () => [{ ...rangeOf(at({ block, fact })), insert: fact.joined }],
              },
            ],
          })),
      ),
    ),
});
