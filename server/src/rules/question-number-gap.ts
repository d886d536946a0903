import { questionPlace, listed } from './describe.js';
import { numberFixes } from './number-fixes.js';
import { numberProblems } from './numbering.js';
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
        message: {
          nl: `Vóór dit nummer ontbreekt vraag ${listed(problem.missing).nl}. Voeg de vraag toe of pas het nummer aan.`,
          en: `Before this number question ${listed(problem.missing).en} is missing. Add the question or change the number.`,
        },
        fixes: numberFixes(brief, problem),
      })),
});
