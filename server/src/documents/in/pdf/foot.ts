import { certain, gluedNumbers } from '../text/glued.js';
import { endsSentence } from '../text/sentence.js';
import { isExponent, textOf, type Row } from './rows.js';

/** A note as it stands at the foot of a page: its number in print, and the texts of its rows. */
export interface FootNote {
  number: number;
  lines: string[];
  page: number;
}

export interface Footed {
  pages: Row[][];
  notes: FootNote[];
}

/** Rows of one note stand no further apart than this, in heights of a letter. */
const closest = 1.6;
/** Of a note of the page before, in rows. */
const longestRest = 20;
/** Notes are set at least this much smaller than the text, unless their numbers are raised. */
const smaller = 0.95;

/**
 * Takes the notes from the feet of pages. A note begins with its number, raised or in smaller type than the text; one that
 * runs on goes on at the foot of the next page.
 * @param bodySize the height of the letters of the text, in points
 */
export function withoutFeet(pages: readonly Row[][], bodySize: number): Footed {
  const notes: FootNote[] = [];
  const body = pages.map((rows, page) => {
    const start = footOf(rows, bodySize, notes.at(-1)?.number ?? 0);
    const marked = new Set(rows.slice(0, start).flatMap(marksIn));
    const foot = rows.slice(start).map((row) => ({ row, opened: noteAt(row, bodySize) }));
    const rest = restOf(rows, start, bodySize, notes.at(-1), page);
    for (const row of rows.slice(rest, start)) notes.at(-1)!.lines.push(textOf(row).text);
    foot.forEach(({ row, opened }, i) => {
      const last = notes.at(-1);
      // A number that comes too early: "p. ⏎ 12", where the twelfth note still follows.
      const isEarly = foot.some((other, j) => j > i && other.opened?.number === opened?.number);
      const begins =
        last?.page !== page ||
        (opened?.raised ? opened.number > last.number : !isEarly && follows(opened, last));
      if (opened && begins) notes.push({ ...opened, page });
      else last!.lines.push(textOf(row).text);
    });

    /** A number on the line is only that of a note if its mark stands above. */
    function follows(opened: Opened | null, last: FootNote): boolean {
      return !!opened && opened.number > last.number && (marked.size === 0 || marked.has(opened.number));
    }
    return rows.slice(0, rest);
  });
  return { pages: body, notes };
}

interface Opened {
  number: number;
  lines: string[];
  /** Its number stands above the line, so that it is sure. */
  raised: boolean;
}

function noteAt(row: Row, bodySize: number): Opened | null {
  const [first, ...rest] = row.pieces;
  if (first.raised?.length === 1)
    return {
      number: first.raised[0],
      lines: [textOf({ ...row, pieces: rest }).text],
      raised: true,
    };
  if (row.size > bodySize * smaller) return null;
  const { text } = textOf(row);
  const number = /^([1-9]\d{0,2})[.)]? (?=\S)/.exec(text);
  return number && { number: Number(number[1]), lines: [text.slice(number[0].length)], raised: false };
}

/** What may be a mark: it stands above its line, or nothing else is likely. */
function marksIn(row: Row): number[] {
  const { text, marks } = textOf(row, isExponent);
  const glued = gluedNumbers(text, new Map()).filter(({ weight }) => weight >= certain);
  return [...marks.flatMap(({ numbers }) => numbers), ...glued.map(({ number }) => number)];
}

/** Where the foot of a page begins; its length if it has none. All type below is small, or its notes have raised numbers. */
function footOf(rows: readonly Row[], bodySize: number, last: number): number {
  let start = rows.length;
  for (let i = rows.length - 1; i >= 0; i--) {
    const opened = noteAt(rows[i], bodySize);
    if (opened && (opened.raised || opened.number === 1 || Math.abs(opened.number - last) <= 20)) start = i;
    else if (rows[i].size > bodySize * smaller && !noteAbove(rows, i, bodySize)) break;
  }
  return start;
}

/** Whether a row in type as large as the text belongs to a note that begins above it, close by. */
function noteAbove(rows: readonly Row[], at: number, bodySize: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 60; i--) {
    if (noteAt(rows[i], bodySize)) return true;
    if (rows[i + 1].baseline - rows[i].baseline > rows[i].size * 1.9) return false;
  }
  return false;
}

/** Where the rest of a note of the page before begins: small type at the foot, or what stands apart there. */
function restOf(
  rows: readonly Row[],
  start: number,
  bodySize: number,
  last: FootNote | undefined,
  page: number,
): number {
  if (last?.page !== page - 1) return start;
  let top = start;
  const isSmall = ({ size }: Row) => size <= bodySize * smaller;
  while (top > 0 && isSmall(rows[top - 1])) top--;
  if (top < start && top > 0) return top;
  const above = last.lines.at(-1)!;
  if (endsSentence(above) || /(?:https?:|www\.)\S*$/.test(last.lines.join(''))) return start;
  // In type as large as the text only the space above the foot tells.
  const gap = (i: number) => rows[i].baseline - rows[i - 1].baseline;
  top = start - 1;
  while (top > 0 && gap(top) < rows[top].size * closest) top--;
  const apart = top > 0 && start - top < longestRest && gap(top) > bodySize * 2;
  const goesOn =
    start < rows.length
      ? gap(start) < rows[start].size * closest
      : /^\p{Ll}[^.)]/u.test(textOf(rows[top] ?? rows[0]).text);
  return apart && goesOn ? top : start;
}
