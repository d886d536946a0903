import type { PrintedNote } from './pages.js';

/** A paragraph with the page that each of its characters came from. */
export interface Marked {
  text: string;
  /** Pages of the first and last line. */
  pages: [number, number];
}

interface Candidate {
  paragraph: number;
  /** Where the digits of the mark begin and end. */
  from: number;
  to: number;
  number: number;
}

/** A note number glued to a word, a year, or punctuation. */
const glued =
  /(?:(?<=(?<!\d)(?:19|20)\d{2})|(?<=[\p{Ll}”’"')\]])|(?<=\p{Lu}{2})|(?<=[\p{L}\d)”’"'%][.,;:?!]))(\d{1,3})(?![\d%]|[.,]\d)(?=[\s.,;:?!)”’"'\]–─-]|$)/gu;

/**
 * Finds the note marks. Digits alone do not tell a mark from a year or a name; the running number does: mark 4 is the first
 * place after mark 3 that can be a 4, on the page where note 4 stands if it has a text.
 * @returns for every paragraph its marks in order, and the numbers of notes whose mark was not found
 */
export function findMarks(
  paragraphs: readonly Marked[],
  notes: readonly PrintedNote[],
): { marks: Candidate[][]; lost: number[] } {
  const candidates = paragraphs.flatMap(({ text }, paragraph) =>
    [...text.matchAll(glued)].map((found): Candidate => ({
      paragraph,
      from: found.index,
      to: found.index + found[0].length,
      number: Number(found[1]),
    })),
  );
  const byNumber = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const same = byNumber.get(candidate.number);
    if (same) same.push(candidate);
    else byNumber.set(candidate.number, [candidate]);
  }
  const pageOf = new Map(notes.map(({ number, page }) => [number, page]));
  const last = Math.max(0, ...pageOf.keys());
  const marks: Candidate[][] = paragraphs.map(() => []);
  const lost: number[] = [];
  let after: Candidate | null = null;
  for (let number = 1; number <= last; number++) {
    const page = pageOf.get(number);
    const upTo = page ?? pageAfter(pageOf, number, last);
    const found = byNumber.get(number)?.find((candidate) => {
      if (after && !isAfter(candidate, after)) return false;
      const [first, end] = paragraphs[candidate.paragraph].pages;
      return page === undefined ? first <= upTo : first <= page && page <= end;
    });
    if (found) {
      marks[found.paragraph].push(found);
      after = found;
    } else if (page !== undefined) lost.push(number);
  }
  return { marks, lost };
}

function isAfter(a: Candidate, b: Candidate): boolean {
  return a.paragraph > b.paragraph || (a.paragraph === b.paragraph && a.from > b.from);
}

/** A note without text has its mark no later than the next note that has one. */
function pageAfter(pageOf: ReadonlyMap<number, number>, number: number, last: number): number {
  for (let next = number + 1; next <= last; next++) {
    const page = pageOf.get(next);
    if (page !== undefined) return page;
  }
  return Infinity;
}
