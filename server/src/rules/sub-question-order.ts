import { rangeOf } from '../model/brief.js';
import { at } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'sub-question-order',
  area: 'numbering',
  severity: 'warning',
  summary: {
    nl: 'De letters van deelvragen lopen niet door.',
    en: 'The letters of sub-questions do not run on.',
  },
  check: ({ questions }) => {
    const findings: Finding[] = [];
    for (const { subQuestions } of questions) {
      let expected = 'a'.charCodeAt(0);
      for (const { letter, opener } of subQuestions) {
        const meant = String.fromCharCode(expected);
        const place = at(opener);
        if (letter !== meant && expected <= 'z'.charCodeAt(0)) {
          findings.push({
            place,
            message: {
              nl: `Hier wordt deelvraag ${meant} verwacht, niet ${letter}. Pas de letter aan.`,
              en: `Sub-question ${meant} is expected here, not ${letter}. Change the letter.`,
            },
            fixes: [
              {
                title: { nl: `Maak er ${meant} van`, en: `Change it to ${meant}` },
                safe: false,
                edits: () => {
                  const { fact } = opener;
                  const { to } = rangeOf(
                    fact.kind === 'letter' ? place : { block: opener.block, at: fact.numbers[0].at },
                  );
                  const end = fact.kind === 'letter' ? to - 1 : to;
                  return [{ from: end - 1, to: end, insert: meant }];
                },
              },
            ],
          });
        }
        expected++;
      }
    }
    return findings;
  },
});
