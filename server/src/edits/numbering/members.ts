import type { Question, SubQuestion } from '../../model/brief.js';
import { lettersOf, longestRange, type NumberAt } from '../../model/facts.js';

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

/** What one number, as it is written, names. Of a range of letters those that the question has, if it has any. */
export function membersOf(written: NumberAt, questionOf: (number: number) => Question | undefined): Member[] {
  const members: Member[] = [];
  const { number: first, to } = written;
  const letters = written.letter === null ? [null] : lettersOf(written);
  for (let number = first; number <= to && number < first + longestRange; number++) {
    const question = questionOf(number) ?? null;
    const index = question ? question.numbers.indexOf(number) : 0;
    const all = letters.map((letter): Member => {
      const subQuestion = question?.subQuestions.find((one) => one.letter === letter) ?? null;
      return { number, letter, question, index, subQuestion };
    });
    const known = all.filter(({ subQuestion }) => subQuestion);
    members.push(...(known.length > 0 ? known : all));
  }
  return members;
}
