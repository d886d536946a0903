import type { Group, Question } from '../../model/brief.js';
import type { Numbering } from '../../model/front-matter/schema.js';

/** A question as it will stand; `question` is null for a new one. */
export interface Seat {
  question: Question | null;
  group: Group | null;
  /** How many numbers it has; none in a text without numbers. */
  count: number;
}

/**
 * Numbers for the questions in the order in which they will stand, from 1 on, or from 1 on in every group.
 *
 * A combined question ("vragen 4, 5 en 7") may stand where its answer is: numbers that stand out of order for its sake keep
 * that order. All others follow the order of the text.
 * @param misplaced questions whose old number says nothing on their order: mistaken, or moved
 */
export function numbersInOrder(
  seats: readonly Seat[],
  numbering: Numbering,
  misplaced: ReadonlySet<Question>,
): number[][] {
  return bySeries(seats, numbering, (series) => {
    const known = series.filter(({ seat }) => seat.question && !misplaced.has(seat.question));
    const old = known
      .flatMap(({ seat, i }) => seat.question!.numbers.map((number, index) => ({ number, i, index })))
      .sort((a, b) => a.number - b.number || a.i - b.i || a.index - b.index);
    const ranks = new Map(old.map(({ i, index }, rank) => [`${i}.${index}`, rank]));
    let highest = -1;
    const slots = series.flatMap(({ seat, i }) => {
      const isKnown = seat.question !== null && !misplaced.has(seat.question);
      const own = Array.from({ length: seat.count }, (_, index) => ({
        i,
        index,
        // What is not known stands behind all that stands above it.
        rank: isKnown ? ranks.get(`${i}.${index}`)! : highest,
        later: isKnown ? -1 : i,
      }));
      if (isKnown) for (const { rank } of own) highest = Math.max(highest, rank);
      return own;
    });
    return slots.sort((a, b) => a.rank - b.rank || a.later - b.later || a.index - b.index);
  });
}

/** Numbers that follow the order of the text and nothing else. */
export function numbersAsTheyStand(seats: readonly Seat[], numbering: Numbering): number[][] {
  return bySeries(seats, numbering, (series) =>
    series.flatMap(({ seat, i }) => Array.from({ length: seat.count }, (_, index) => ({ i, index }))),
  );
}

/** Deals out numbers to each series of questions in the order that `sort` gives. */
function bySeries(
  seats: readonly Seat[],
  numbering: Numbering,
  sort: (series: { seat: Seat; i: number }[]) => { i: number; index: number }[],
): number[][] {
  const numbers: number[][] = seats.map(() => []);
  const series = new Map<Group | null, { seat: Seat; i: number }[]>();
  seats.forEach((seat, i) => {
    const key = numbering === 'per-group' ? seat.group : null;
    const same = series.get(key);
    if (same) same.push({ seat, i });
    else series.set(key, [{ seat, i }]);
  });
  for (const one of series.values())
    sort(one).forEach(({ i, index }, before) => (numbers[i][index] = before + 1));
  return numbers;
}
