import { named } from '../languages/messages.js';
import { numberProblems } from '../model/numbering.js';
import { questionPlace } from './describe.js';
import { numberFixes } from './number-fixes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'question-number-order',
  area: 'numbering',
  severity: 'error',
  summary: { nl: 'Een vraagnummer staat niet op volgorde.', en: 'A question number is out of order.' },
  check: (brief) =>
    numberProblems(brief)
      .filter(({ kind }) => kind === 'order')
      .map((problem) => ({
        place: questionPlace(problem.question),
        message: {
          nl: `${named(problem.question).nl} staat na een hoger nummer. Zet de vraag op zijn plaats of pas het nummer aan.`,
          en: `${named(problem.question).en} stands after a higher number. Move the question or change the number.`,
        },
        fixes: numberFixes(brief, problem),
      })),
});
