import { listed, type Words } from '../languages/messages.js';
import { numberProblems } from '../model/numbering.js';
import { questionPlace } from './describe.js';
import { numberFixes } from './number-fixes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'question-number-gap',
  area: 'numbering',
  severity: 'error',
  summary: { nl: 'Er wordt een vraagnummer overgeslagen.', en: 'A question number is skipped.' },
  check: (brief) =>
    numberProblems(brief)
      .filter(({ kind }) => kind === 'gap')
      .map((problem) => ({
        place: questionPlace(problem.question),
        message: missing(problem.missing),
        fixes: numberFixes(brief, problem),
      })),
});

function missing(numbers: readonly number[]): Words {
  const { nl, en } = listed(numbers);
  return numbers.length === 1
    ? {
        nl: `Vóór dit nummer ontbreekt vraag ${nl}. Voeg de vraag toe of pas het nummer aan.`,
        en: `Before this number question ${en} is missing. Add the question or change the number.`,
      }
    : {
        nl: `Vóór dit nummer ontbreken de vragen ${nl}. Voeg ze toe of pas het nummer aan.`,
        en: `Before this number questions ${en} are missing. Add them or change the number.`,
      };
}
