import { moveQuestion } from '../../edits/questions/move.js';
import type { Action, Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** The question at the cursor changes places with the one above or below, answers and all. */
export const questionMove: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  if (!question?.opener) return [];
  const index = brief.questions.indexOf(question);
  const name = nameOf(question);
  const above = brief.questions[index - 1];
  const below = brief.questions[index + 1];
  const actions: Action[] = [];
  if (above)
    actions.push({
      id: 'question-up',
      kind: 'refactor.move',
      title: {
        nl: `Zet ${name.nl} voor ${nameOf(above).nl}`,
        en: `Move ${name.en} before ${nameOf(above).en}`,
      },
      edits: () => moveQuestion(brief, question, { before: above }),
    });
  if (below)
    actions.push({
      id: 'question-down',
      kind: 'refactor.move',
      title: { nl: `Zet ${name.nl} na ${nameOf(below).nl}`, en: `Move ${name.en} after ${nameOf(below).en}` },
      edits: () => moveQuestion(brief, question, { after: below }),
    });
  return actions;
};
