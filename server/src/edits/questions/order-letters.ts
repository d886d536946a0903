import type { Brief, Question } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { lettersFrom, planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';

/** Gives the sub-questions of a question the letters a, b, c; its answer and what refers to them follow. */
export function orderLetters(brief: Brief, question: Question): Edited {
  const plan = planOf(brief.questions);
  const seat = brief.questions.indexOf(question);
  return settle(brief, {
    ...plan,
    subQuestions: new Map([...plan.subQuestions, ...lettersFrom(question.subQuestions, seat, 0)]),
    numbers: brief.questions.map(({ numbers }) => numbers),
    compose: (numbering) => numbering,
  });
}
