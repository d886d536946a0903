import type { DraftInline } from '../draft/part.js';
import type { Line } from '../text/lines.js';
import { widthOf, type Measure } from '../text/measure.js';
import type { Publication } from '../text/publication.js';
import { endsSentence } from '../text/sentence.js';
import { label, type PrintedLine, type Row, type RowPiece } from './rows.js';
import { tablesIn, type Tables } from './tables.js';

/** What the place and type of rows say of lines. */
export interface Print {
  measure: Measure;
  headings: Publication['headings'];
  tables: Tables;
}

/** Much more space than between the lines of a paragraph. */
const wide = 1.25;
/** A paragraph is set in by more than this, in heights of a letter. */
const indent = 0.6;
/** Letters of a heading are larger than those of the text. */
const larger = 1.08;
/** In lines. */
const longestHeading = 5;

/**
 * Looks at where lines stand.
 * @param lines in order
 * @param bodySize the height of the letters of the text, in points
 * @param opens whether a line opens a question or an answer, so that it is no part of a heading
 * @param inlinesOf the words and marks of a cell of a table
 */
export function lookAt(
  lines: readonly PrintedLine[],
  bodySize: number,
  opens: (line: Line) => boolean,
  inlinesOf: (pieces: readonly RowPiece[], row: Row) => DraftInline[],
): Print {
  const leading = usualLeading(lines);
  const rights = rightEdges(lines.filter(({ isBeside }) => !isBeside));
  const rowOf = new Map(lines.map(({ line, row }) => [line, row]));
  const apart = new Set<Line>();
  const tables = tablesIn(lines, rights, inlinesOf);
  lines.forEach(({ line, isBeside }, i) => {
    if (isBeside || beginsAnew(lines, i, leading, rights)) apart.add(line);
    const below = lines.at(i + (tables.get(line)?.lines ?? Infinity));
    if (below) apart.add(below.line);
  });
  const left = lines.reduce((least, { row }) => Math.min(least, row.left), Infinity);
  const right = (row: Row) => rights.get(row.page) ?? row.right;
  const measure: Measure = {
    isApart: (_, line) => apart.has(line),
    leavesRoom(paragraph, next) {
      const row = rowOf.get(paragraph.at(-1)!)!;
      const needed = row.size * 0.25 + firstWord(rowOf.get(next)!, next.text);
      return row.right + needed < right(row) - (right(row) - left) * 0.012;
    },
    fill: (line) => {
      const row = rowOf.get(line)!;
      return (row.right - row.left) / Math.max(1, right(row) - row.left);
    },
  };
  const isHead = ({ line, row, isBeside }: PrintedLine) =>
    !isBeside && !opens(line) && (row.bold || row.size > bodySize * larger);
  return {
    measure,
    headings: headingsOf(lines, measure, isHead),
    tables,
  };
}

/** The distance between lines of one paragraph, in heights of a letter. */
function usualLeading(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1].row, lines[i].row];
    if (a.page !== b.page || Math.abs(a.size - b.size) > 0.5 || b.baseline <= a.baseline) continue;
    // Where a sentence goes on, so does its paragraph.
    if (endsSentence(lines[i - 1].line.text) || !/^\p{Ll}/u.test(lines[i].line.text)) continue;
    const distance = Math.round(((b.baseline - a.baseline) / b.size) * 20);
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most ? most[0] / 20 : 1.4;
}

/** Where full lines end, by page. */
function rightEdges(lines: readonly PrintedLine[]): Map<number, number> {
  const all = percentile(lines.map(({ row }) => row.right));
  const byPage = new Map<number, number[]>();
  for (const { row } of lines) byPage.set(row.page, [...(byPage.get(row.page) ?? []), row.right]);
  return new Map(
    [...byPage].map(([page, rights]) => [
      page,
      rights.length < 12 ? all : Math.max(percentile(rights), all * 0.9),
    ]),
  );
}

function percentile(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[Math.floor((values.length - 1) * 0.97)] ?? 0;
}

/** Whether space above a line, or where it begins, says that a paragraph begins there. */
function beginsAnew(
  lines: readonly PrintedLine[],
  i: number,
  leading: number,
  rights: ReadonlyMap<number, number>,
): boolean {
  if (i === 0) return true;
  const [before, { row }] = [lines[i - 1], lines[i]];
  const size = Math.max(row.size, before.row.size);
  if (row.page === before.row.page) {
    const gap = row.baseline - before.row.baseline;
    if (gap < 0 || gap > leading * size * wide) return true;
    if (Math.abs(row.size - before.row.size) > 0.6) return true;
  }
  const shift = row.left - before.row.left;
  const next = lines.at(i + 1)?.row;
  if (shift > size * indent) {
    // Behind the number or sign of a point its lines are set in.
    if (isPointGoingOn(lines, i - 1, rights)) return false;
    // Only its first line is set in; at the top of a page the margin may have moved.
    return !!next && next.left < row.left - size * indent && next.page === row.page;
  }
  return shift < -size * indent && row.page === before.row.page && endsSetIn(lines, i - 1, rights);
}

/** Whether a line is the first of a point, and its text goes on below it, set in. */
function isPointGoingOn(
  lines: readonly PrintedLine[],
  i: number,
  rights: ReadonlyMap<number, number>,
): boolean {
  const [{ line, row }, next] = [lines[i], lines[i + 1]];
  if (!label.test(line.text)) return false;
  // A sentence that goes on at the margin again began with its first line set in.
  const below = lines.at(i + 2);
  if (below && below.row.left < next.row.left - row.size * indent && isCut(next.line.text, below.line.text))
    return false;
  const room = (rights.get(row.page) ?? row.right) - row.right - row.size * 0.25;
  return !endsSentence(line.text) || room < firstWord(next.row, next.line.text);
}

function isCut(text: string, next: string): boolean {
  return !endsSentence(text) && !/^["“‘'(]{0,2}\p{Lu}/u.test(next);
}

/** Whether the lines up to one are set in as a whole, as those of a point are, and not the first of a paragraph only. */
function endsSetIn(
  lines: readonly PrintedLine[],
  last: number,
  rights: ReadonlyMap<number, number>,
): boolean {
  const { page, left } = lines[last].row;
  let first = last;
  const isAbove = (i: number) => i >= 0 && lines[i].row.page === page;
  while (isAbove(first - 1) && Math.abs(lines[first - 1].row.left - left) < 2) first--;
  if (isAbove(first - 1) && isPointGoingOn(lines, first - 1, rights)) return true;
  return first < last && !endsSentence(lines[last - 1].line.text);
}

/** The width of the first word: its share of that of its pieces. */
function firstWord({ pieces }: Row, text: string): number {
  let rest = /^\S+/.exec(text)?.[0] ?? '';
  let width = 0;
  for (const piece of pieces) {
    const own = piece.text.trim();
    if (!own || piece.raised) continue;
    const share = rest.length < own.length ? widthOf(rest) / widthOf(own) : 1;
    width += (piece.right - piece.left) * share;
    rest = rest.slice(own.length);
    if (!rest) break;
  }
  return width;
}

/** Lines of larger or bold type that are no sentence, and how many of them are one heading. */
function headingsOf(
  lines: readonly PrintedLine[],
  { isApart, leavesRoom }: Measure,
  isHead: (line: PrintedLine) => boolean,
): Publication['headings'] {
  const headings = new Map<Line, { lines: number; isTitle: boolean }>();
  const largest = lines.reduce((most, { row }) => Math.max(most, row.size), 0);
  for (let i = 0; i < lines.length; i++) {
    if (!isHead(lines[i])) continue;
    let to = i + 1;
    const runsOn = () => {
      const [before, { line }] = [lines[to - 1].line, lines[to]];
      return !isApart(before, line) && !leavesRoom([before], line);
    };
    while (to < lines.length && isHead(lines[to]) && runsOn()) to++;
    const text = lines
      .slice(i, to)
      .map(({ line }) => line.text)
      .join(' ');
    const goesOn = to < lines.length && runsOn() && lines[to].row.pieces[0].bold;
    if (
      to - i <= longestHeading &&
      !goesOn &&
      /\p{L}{2}/u.test(text) &&
      /^[\p{Lu}\d]/u.test(text) &&
      !/[.?!:;,]$/.test(text)
    )
      headings.set(lines[i].line, {
        lines: to - i,
        // The first heading, in the largest letters of all.
        isTitle: headings.size === 0 && lines[i].row.size > largest - 0.1,
      });
    i = to - 1;
  }
  return headings;
}
