import { insertQuestion } from '../../edits/questions/insert.js';
import type { Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** A new question after the one at the cursor; what comes after is renumbered. */
export const questionInsert: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  if (!question?.opener) return [];
  const name = nameOf(question);
  return [
    {
      id: 'question-insert',
      kind: 'refactor.rewrite',
      title: { nl: `Nieuwe vraag na ${name.nl}`, en: `New question after ${name.en}` },
      edits: () => insertQuestion(brief, question, '…?'),
    },
  ];
};
