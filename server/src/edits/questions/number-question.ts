import type { Answer, Brief } from '../../model/brief.js';
import { refusal, type Edited } from '../edit.js';
import { planOf, withSeat } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { answersUnder } from '../pieces.js';
import { openerFor } from './form.js';

/**
 * Makes a question with a number of what stands without one in the answer to the question above, with an answer of its own;
 * what comes after is renumbered.
 * @param answer its answer, by a bare marker
 * @param at where the question begins
 */
export function numberQuestion(brief: Brief, answer: Answer, at: number): Edited {
  const { questions, numbering } = brief;
  const [above] = answer.questions;
  const index = questions.indexOf(above) + 1;
  const number = above.numbers.at(-1)! + 1;
  if (numbering === 'given' && questions.some(({ numbers }) => numbers.includes(number)))
    return refusal(
      `Vraag ${number} bestaat al, en de nummers zijn gegeven (nummering: gegeven).`,
      `Question ${number} exists already, and the numbers are given (numbering: given).`,
    );
  const under = answersUnder(brief, above);
  const later = under.slice(under.indexOf(answer)).filter(({ numbers }) => numbers.length === 0);
  return settle(brief, {
    ...withSeat(planOf(questions), index, { question: null, group: above.group, count: 1 }),
    relinked: new Map(later.map((one) => [one, [index]])),
    numbers:
      numbering === 'given'
        ? questions.map(({ numbers }) => numbers).toSpliced(index, 0, [number])
        : undefined,
    compose: (edits, numbers) => [
      ...edits,
      { from: at, to: at, insert: openerFor(brief, above, numbers[index][0]) },
    ],
  });
}
