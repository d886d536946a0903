import type { Question, SubQuestion } from '../../model/brief.js';
import { longestRange, type NumberAt } from '../../model/facts.js';

/** One number that a reference or a marker names: a range names several. */
export interface Member {
  number: number;
  letter: string | null;
  /** `null` when no question has the number. */
  question: Question | null;
  /** Which of the question's numbers it is, for a combined question. */
  index: number;
  /** `null` without a letter, or when the question has no such letter. */
  subQuestion: SubQuestion | null;
}

/** What one number, as it is written, names. */
export function membersOf(
  { number: first, to, letter }: NumberAt,
  questionOf: (number: number) => Question | undefined,
): Member[] {
  const members: Member[] = [];
  for (let number = first; number <= to && number < first + longestRange; number++) {
    const question = questionOf(number) ?? null;
    members.push({
      number,
      letter,
      question,
      index: question ? question.numbers.indexOf(number) : 0,
      subQuestion: question?.subQuestions.find((one) => one.letter === letter) ?? null,
    });
  }
  return members;
}
