import { certain, gluedNumbers } from './glued.js';
import { lineAt } from './join.js';
import { largestGap, type PrintedNote } from './notes.js';

/** A paragraph, with the pages that its lines stand on. */
export interface Marked {
  text: string;
  starts: number[];
  pages: readonly number[];
}

export interface Mark {
  /** Where the digits of the mark begin and end. */
  from: number;
  to: number;
  number: number;
  /** How sure it is; below 1 it needs a look. */
  weight: number;
}

/** The weight of a mark that is known by its print. */
const surest = 100;

interface Candidate extends Mark {
  paragraph: number;
  page: number;
}

/** A way to place the marks up to some number: the last of them, and all weights together. */
interface Placing {
  last: Candidate;
  weight: number;
  before: Placing | null;
}

/**
 * Finds the note marks of paragraphs through which numbers run on. Of all ways to read digits as marks, in order and each on
 * the page of its note, the best one counts. A note without a text has its mark between its neighbours, if it is certain.
 * @param seen for every paragraph the marks that are known by their print
 * @param least the weight that any other has at least
 * @returns for every paragraph its marks in order
 */
export function findMarks(
  paragraphs: readonly Marked[],
  notes: readonly PrintedNote[],
  words: ReadonlyMap<string, number>,
  seen: readonly (readonly Mark[])[] = [],
  least = 0,
): Mark[][] {
  const marks = paragraphs.map((_, i) => [...(seen[i] ?? [])]);
  const known = new Set(marks.flat().map(({ number }) => number));
  if (notes.every(({ number }) => known.has(number))) return marks;
  const byNumber = candidatesOf(paragraphs, words, marks);
  const pages = new Map(notes.map(({ number, page }) => [number, page]));
  const first = notes[0].number;
  const last = notes.at(-1)!.number;
  // Ordered by place; a later one is only kept if it weighs more.
  const placings: Placing[] = [];
  for (let number = Math.max(1, first - largestGap); number <= last; number++) {
    const page = pages.get(number);
    const [earliest, latest] = page === undefined ? neighbours(pages, number, last) : [page, page];
    const extended: Placing[] = [];
    for (const candidate of byNumber.get(number) ?? []) {
      if (candidate.page < earliest || candidate.page > latest) continue;
      if (candidate.weight < (page === undefined ? certain : least)) continue;
      const before = placings.findLast((placing) => isBefore(placing.last, candidate)) ?? null;
      extended.push({ last: candidate, weight: (before?.weight ?? 0) + candidate.weight, before });
    }
    for (const placing of extended) insert(placings, placing);
  }
  for (let placing = placings.at(-1) ?? null; placing; placing = placing.before)
    if (!known.has(placing.last.number)) marks[placing.last.paragraph].push(placing.last);
  return marks.map((own) => own.sort((a, b) => a.from - b.from));
}

function candidatesOf(
  paragraphs: readonly Marked[],
  words: ReadonlyMap<string, number>,
  seen: readonly (readonly Mark[])[],
): Map<number, Candidate[]> {
  const known = new Set(seen.flat().map(({ number }) => number));
  const byNumber = new Map<number, Candidate[]>();
  paragraphs.forEach((marked, paragraph) => {
    const glued = gluedNumbers(marked.text, words).filter(({ number }) => !known.has(number));
    for (const mark of [...seen[paragraph], ...glued].sort((a, b) => a.from - b.from)) {
      const page = marked.pages[lineAt(marked, mark.from)];
      const candidate = { ...mark, weight: Math.min(mark.weight, surest), paragraph, page };
      const same = byNumber.get(mark.number);
      if (same) same.push(candidate);
      else byNumber.set(mark.number, [candidate]);
    }
  });
  return byNumber;
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.paragraph < b.paragraph || (a.paragraph === b.paragraph && a.to < b.from);
}

/** Keeps placings in order of place, and of weight. */
function insert(placings: Placing[], placing: Placing): void {
  let i = placings.length;
  while (i > 0 && isBefore(placing.last, placings[i - 1].last)) i--;
  if (i > 0 && placings[i - 1].weight >= placing.weight) return;
  let to = i;
  while (to < placings.length && placings[to].weight <= placing.weight) to++;
  placings.splice(i, to - i, placing);
}

/** The pages of the nearest notes with a text on either side. */
function neighbours(pages: ReadonlyMap<number, number>, number: number, last: number): [number, number] {
  let before = number - 1;
  while (before > 0 && number - before <= largestGap && !pages.has(before)) before--;
  let after = number + 1;
  while (after < last && !pages.has(after)) after++;
  return [pages.get(before) ?? -1, pages.get(after) ?? Infinity];
}
