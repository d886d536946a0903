import { pluralise } from '../edits/references/pluralise.js';
import { placeOf } from '../model/brief.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'reference-plural',
  area: 'cross-references',
  severity: 'off',
  summary: {
    nl: '‘vraag 3 en 4’ in plaats van ‘de vragen 3 en 4’.',
    en: '‘question 3 and 4’ instead of ‘questions 3 and 4’.',
  },
  check: (brief) =>
    brief.crossReferences
      .filter(
        ({ fact, quoted }) =>
          !quoted &&
          !fact.plural &&
          (fact.numbers.length > 1 || fact.numbers.some(({ number, to }) => to > number)) &&
          fact.numbers.every(({ letter }) => letter === null),
      )
      .map((reference) => ({
        place: placeOf(reference),
        message: {
          nl: 'Hier wordt naar meer dan één vraag verwezen: schrijf ‘de vragen’.',
          en: 'This refers to more than one question: write ‘questions’.',
        },
        fixes: [
          {
            title: { nl: 'Zet dit in het meervoud', en: 'Put this in the plural' },
            safe: true,
            edits: () => pluralise(brief, reference),
          },
        ],
      })),
});
