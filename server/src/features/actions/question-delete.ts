import { deleteQuestion } from '../../edits/questions/delete.js';
import type { Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** The question at the cursor goes, with its answer; what comes after is renumbered. */
export const questionDelete: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  if (!question?.opener) return [];
  const name = nameOf(question);
  return [
    {
      id: 'question-delete',
      kind: 'refactor.rewrite',
      title: { nl: `Verwijder ${name.nl} met het antwoord`, en: `Delete ${name.en} with its answer` },
      edits: () => deleteQuestion(brief, question),
    },
  ];
};
