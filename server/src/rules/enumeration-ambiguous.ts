import { placeOf, spanOf } from '../model/brief.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'enumeration-ambiguous',
  area: 'numbering',
  severity: 'info',
  summary: {
    nl: 'Een opsomming lijkt op genummerde vragen.',
    en: 'An enumeration looks like numbered questions.',
  },
  check: ({ enumerations, questions }) => {
    // Where no question is written as `12.`, no one can be mistaken.
    if (!questions.some(({ opener }) => opener?.fact.kind === 'number')) return [];
    return enumerations
      .filter(({ items }) => items.length > 1)
      .map(({ items }) => ({
        place: placeOf(items[0]),
        message: {
          nl: 'Deze opsomming is genummerd zoals de vragen zelf. Schrijf 1) 2) 3), dan kan niemand zich vergissen.',
          en: 'This enumeration is numbered like the questions themselves. Write 1) 2) 3), so that no one can be mistaken.',
        },
        fixes: [
          {
            title: { nl: 'Schrijf de opsomming als 1) 2) 3)', en: 'Write the enumeration as 1) 2) 3)' },
            safe: true,
            edits: () =>
              items.map((item) => {
                const { to } = spanOf(item);
                return { from: to - 1, to, insert: ')' };
              }),
          },
        ],
      }));
  },
});
