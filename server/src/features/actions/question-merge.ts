import { mergeQuestions } from '../../edits/questions/merge.js';
import type { Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** The question at the cursor and the next one become one. */
export const questionMerge: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  const next = question?.opener && brief.questions[brief.questions.indexOf(question) + 1];
  if (!question || !next || next.group !== question.group) return [];
  const [own, other] = [nameOf(question), nameOf(next)];
  return [
    {
      id: 'question-merge',
      kind: 'refactor.rewrite',
      title: { nl: `Voeg ${other.nl} bij ${own.nl}`, en: `Merge ${other.en} into ${own.en}` },
      edits: () => mergeQuestions(brief, question, next),
    },
  ];
};
