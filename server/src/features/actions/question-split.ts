import { splitQuestion } from '../../edits/questions/split.js';
import { spanOf } from '../../model/brief.js';
import type { Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** From the sentence at the cursor on, another question. */
export const questionSplit: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  if (!question?.opener) return [];
  const sentence = question.sentences.findIndex((one) => {
    const at = spanOf(one);
    return at.from <= from && from <= at.to;
  });
  if (sentence < 1) return [];
  const name = nameOf(question);
  return [
    {
      id: 'question-split',
      kind: 'refactor.rewrite',
      title: {
        nl: `Maak van deze zin een eigen vraag, na ${name.nl}`,
        en: `Make a question of its own of this sentence, after ${name.en}`,
      },
      edits: () => splitQuestion(brief, question, from),
    },
  ];
};
