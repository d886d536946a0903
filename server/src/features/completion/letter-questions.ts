import type { Comparison } from '../../compare/compare.js';
import { quote } from '../../compare/quote.js';
import { openAnswerFor, openerFor } from '../../edits/questions/form.js';
import type { Brief, Question } from '../../model/brief.js';
import { questionAbove } from '../around.js';
import { openingWords } from '../describe.js';
import { written } from './answers.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/** The questions of the letter that the reply does not have yet: each quoted and numbered, with its answer open. */
export function letterQuestionItems({ brief, offset }: Cursor, word: string, held: Comparison): Completion[] {
  const { letter } = held;
  const near = questionAbove(brief, offset);
  const next = nextNumber(brief, near);
  const found = new Set(
    held.asked.filter((_sentence, i) => held.foundAt[i] >= 0).map(({ question }) => question),
  );
  return letter.questions
    .filter((question) => !found.has(question))
    .map((question, i) => {
      const words = openingWords(letter, question);
      const number = question.numbers[0] ?? next;
      const answer = written(openAnswerFor(brief, near, number));
      return {
        label: `${number}. ${words}`,
        detail: brief.language.id === 'nl' ? 'Vraag uit de brief' : 'Question of the letter',
        kind: 'question',
        insert: `${openerFor(brief, near, number)}${quote(letter, question, question.segments)}\n\n${answer}`,
        filter: `${brief.language.question.words[0]} ${words}`,
        replace: { from: offset - word.length, to: offset },
        sort: inOrder(3, i),
      };
    });
}

/** In a document that counts by group, from the group that the cursor is in. */
function nextNumber({ questions, numbering }: Brief, near: Question | null): number {
  const counted =
    numbering === 'per-group' && near ? near.numbers : questions.flatMap(({ numbers }) => numbers);
  return Math.max(0, ...counted) + 1;
}
