import type { Brief, Question, SubQuestion } from '../../model/brief.js';
import type { Seat } from './order.js';
import type { Plan } from './plan.js';

/**
 * The plan for questions in another order, or for fewer of them; sub-questions keep their letters.
 * @param groups the group of each
 */
export function planOf(
  questions: readonly Question[],
  groups: readonly Question['group'][] = questions.map(({ group }) => group),
): Plan {
  const places = questions.flatMap(({ subQuestions }, seat) =>
    subQuestions.map((sub) => [sub, { seat, letter: sub.letter }] as const),
  );
  return {
    seats: questions.map((question, i) => ({ question, group: groups[i], count: question.numbers.length })),
    seatOf: new Map(questions.map((question, seat) => [question, seat])),
    subQuestions: new Map(places),
    removed: new Set(),
  };
}

/** The plan with one more seat, for a new question. */
export function withSeat(plan: Plan, index: number, seat: Seat): Plan {
  const shifted = (old: number) => (old >= index ? old + 1 : old);
  const places = [...plan.subQuestions].map(
    ([sub, place]) => [sub, { ...place, seat: shifted(place.seat) }] as const,
  );
  return {
    ...plan,
    seats: plan.seats.toSpliced(index, 0, seat),
    seatOf: new Map([...plan.seatOf].map(([question, old]) => [question, shifted(old)])),
    subQuestions: new Map(places),
  };
}

/** Letters from a on for the sub-questions of each question. */
export function lettersInOrder({ questions }: Brief): Plan['subQuestions'] {
  return new Map(questions.flatMap(({ subQuestions }, seat) => lettersFrom(subQuestions, seat, 0)));
}

/** @param before how many letters the seat has already */
export function lettersFrom(
  subQuestions: readonly SubQuestion[],
  seat: number,
  before: number,
): [SubQuestion, { seat: number; letter: string }][] {
  return subQuestions.map((sub, i) => [sub, { seat, letter: letterAt(before + i, sub.letter) }]);
}

/** The letter of the nth sub-question; past z they stay as they are. */
function letterAt(index: number, old: string): string {
  return index < 26 ? String.fromCharCode('a'.charCodeAt(0) + index) : old;
}
