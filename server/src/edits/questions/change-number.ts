import type { Brief, Question } from '../../model/brief.js';
import { refusal, type Edited } from '../edit.js';
import { planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';

/** Numbers have at most four digits. */
const largest = 9999;

/**
 * Gives a question another number, with its answer and all that refers to it; the other questions keep theirs. Refused
 * where the number is taken.
 * @param old which of its numbers, for a combined question
 */
export function changeNumber(
  brief: Brief,
  question: Question,
  number: number,
  old = question.numbers[0],
): Edited {
  if (!Number.isInteger(number) || number < 1 || number > largest)
    return refusal(
      `Een vraagnummer is een getal van 1 tot en met ${largest}.`,
      `A question number is a number from 1 to ${largest}.`,
    );
  if (number === old) return [];
  const series =
    brief.numbering === 'per-group'
      ? brief.questions.filter(({ group }) => group === question.group)
      : brief.questions;
  if (series.some(({ numbers }) => numbers.includes(number)))
    return refusal(
      `Vraag ${number} bestaat al. Verplaats de vraag, of kies een ander nummer.`,
      `Question ${number} exists already. Move the question, or choose another number.`,
    );
  const index = question.numbers.indexOf(old);
  return settle(brief, {
    ...planOf(brief.questions),
    numbers: brief.questions.map((one) => (one === question ? one.numbers.with(index, number) : one.numbers)),
    compose: (numbering) => numbering,
  });
}
