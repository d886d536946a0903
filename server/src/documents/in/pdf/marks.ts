import type { PrintedNote } from '../text/notes.js';
import type { FootNote } from './foot.js';

/** Which raised numbers are the marks of notes, and by what number each note goes. */
export interface KnownNotes {
  notes: PrintedNote[];
  /** The number by which a mark goes; `null` for what is no mark, such as an exponent. */
  markOf(number: number, page: number): number | null;
}

/** Marks whose text is lacking stand between others; no further from them than this. */
const largestGap = 5;

/**
 * Notes keep the numbers that they have in print, if these run on. Where every page counts its own, they are numbered
 * through.
 */
export function knownNotes(found: readonly FootNote[]): KnownNotes {
  const runsOn = found.every(({ number }, i) => i === 0 || number > found[i - 1].number || number === 1);
  const restarts = found.filter(({ number }, i) => i > 0 && number === 1).length;
  // Parts that are bound together may each begin at 1; every page does not.
  const keeps = runsOn && restarts <= 2;
  const byPage = new Map<string, number>();
  const byNumber = new Map<number, number>();
  const notes = found.map(({ number, lines, page }, i): PrintedNote => {
    const name = keeps ? number : i + 1;
    byPage.set(`${page} ${number}`, name);
    if (keeps) byNumber.set(number, name);
    return { number: name, lines, page, line: page + 1 };
  });
  const last = Math.max(0, ...byNumber.keys());
  return {
    notes,
    markOf(number, page) {
      const own = byPage.get(`${page} ${number}`) ?? byPage.get(`${page + 1} ${number}`);
      if (own !== undefined) return own;
      const other = byNumber.get(number);
      if (other !== undefined) return other;
      const between = keeps && number >= 1 && number <= last + largestGap;
      return between && hasNeighbour(byNumber, number) ? number : null;
    },
  };
}

function hasNeighbour(numbers: ReadonlyMap<number, number>, number: number): boolean {
  for (let i = 1; i <= largestGap; i++) if (numbers.has(number - i) || numbers.has(number + i)) return true;
  return false;
}
