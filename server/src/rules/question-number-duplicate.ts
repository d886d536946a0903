import { named } from '../languages/messages.js';
import { numberProblems } from '../model/numbering.js';
import { questionPlace } from './describe.js';
import { numberFixes } from './number-fixes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'question-number-duplicate',
  area: 'numbering',
  severity: 'error',
  summary: { nl: 'Een vraagnummer komt twee keer voor.', en: 'A question number occurs twice.' },
  check: (brief) =>
    numberProblems(brief)
      .filter(({ kind }) => kind === 'duplicate')
      .map((problem) => ({
        place: questionPlace(problem.question),
        message: {
          nl: `${named(problem.question).nl} staat er al. Geef deze vraag een ander nummer.`,
          en: `${named(problem.question).en} stands there already. Give this question another number.`,
        },
        related: problem.first && [
          {
            place: questionPlace(problem.first),
            message: { nl: 'Hier staat het nummer voor het eerst', en: 'Here the number stands first' },
          },
        ],
        fixes: numberFixes(brief, problem),
      })),
});
