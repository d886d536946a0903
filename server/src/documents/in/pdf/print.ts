import type { Line } from '../text/lines.js';
import { widthOf, type Measure } from '../text/measure.js';
import { endsSentence } from '../text/sentence.js';
import { space, textOf, type Row, type RowPiece } from './rows.js';

/** A line, and the row of print that it comes from. */
export interface PrintedLine {
  line: Line;
  row: Row;
  marks: { at: number; numbers: number[] }[];
}

/** What the place and type of rows say of lines. */
export interface Print {
  measure: Measure;
  headings: ReadonlyMap<Line, number>;
  /** Pages (from 1) with rows that look like those of a table. */
  tables: number[];
}

/** Much more space than between the lines of a paragraph. */
const wide = 1.25;
/** A paragraph is set in by more than this, in heights of a letter. */
const indent = 0.6;
/** Columns of a table stand further apart than words do, in heights of a letter. */
const columnGap = 1.6;
/** Letters of a heading are larger than those of the text. */
const larger = 1.08;
/** In lines. */
const longestHeading = 5;
const label = /^(?:\d{1,3}[.)]|[a-z][.)]|[-–•▪●◦‣·\uf0b7\uf0a7])(?: |$)/;

/**
 * Looks at where lines stand.
 * @param lines in order
 * @param bodySize the height of the letters of the text, in points
 * @param opens whether a line opens a question or an answer, so that it is no part of a heading
 */
export function lookAt(
  lines: readonly PrintedLine[],
  bodySize: number,
  opens: (line: Line) => boolean,
): Print {
  const leading = usualLeading(lines);
  const rights = rightEdges(lines);
  const rowOf = new Map(lines.map(({ line, row }) => [line, row]));
  const apart = new Set<Line>();
  const inTable = tableLines(lines);
  lines.forEach(({ line }, i) => {
    if (
      beginsAnew(lines, i, leading, rights) ||
      inTable.has(line) ||
      (i > 0 && inTable.has(lines[i - 1].line))
    )
      apart.add(line);
  });
  const left = Math.min(...lines.map(({ row }) => row.left));
  const right = (row: Row) => rights.get(row.page)!;
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
  const isHead = ({ line, row }: PrintedLine) => !opens(line) && (row.bold || row.size > bodySize * larger);
  return {
    measure,
    headings: headingsOf(lines, measure, isHead),
    tables: [...new Set(lines.filter(({ line }) => inTable.has(line)).map(({ row }) => row.page + 1))],
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
  const room = rights.get(row.page)! - row.right - row.size * 0.25;
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
): Map<Line, number> {
  const headings = new Map<Line, number>();
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
      headings.set(lines[i].line, to - i);
    i = to - 1;
  }
  return headings;
}

/** Of a table with two columns; with more columns two rows are enough. */
const fewestRows = 3;

/** Rows of a table: they stand below each other and are cut by wide gaps at the same places. */
function tableLines(lines: readonly PrintedLine[]): Set<Line> {
  const gaps = lines.map(({ row }) => gapsOf(row));
  const found = new Set<Line>();
  const aligned = (i: number) =>
    i < lines.length && lines[i].row.page === lines[i - 1].row.page
      ? gaps[i].filter(([left, right]) =>
          gaps[i - 1].some(
            (other) => Math.min(right, other[1]) - Math.max(left, other[0]) > lines[i].row.size * 0.8,
          ),
        ).length
      : 0;
  for (let from = 0; from < lines.length; from++) {
    let to = from + 1;
    let most = 0;
    for (let same = aligned(to); same > 0; same = aligned(to)) {
      most = Math.max(most, same);
      to++;
    }
    if (to - from >= fewestRows || most > 1) for (const { line } of lines.slice(from, to)) found.add(line);
    from = to - 1;
  }
  return found;
}

/** Where the wide gaps of a row are; none where its words are spread evenly over the line. */
function gapsOf(row: Row): [left: number, right: number][] {
  const widths = row.pieces.map(({ before }) => before).filter((before) => before > row.size * space);
  if (widths.length > 1 && Math.max(...widths) < Math.min(...widths) * 1.15) return [];
  const cells = cellsOf(row);
  return cells.slice(1).map((cell, i): [number, number] => [cells[i].at(-1)!.right, cell[0].left]);
}

/** The pieces of a row between wide gaps; the sign or number of a point is no cell of its own. */
function cellsOf(row: Row): RowPiece[][] {
  const cells: RowPiece[][] = [];
  for (const piece of row.pieces) {
    if (!piece.text.trim()) continue;
    const last = cells.at(-1);
    const gap = last ? piece.left - last.at(-1)!.right : 0;
    const isLabel = cells.length === 1 && label.test(textOf({ pieces: last!, size: row.size }).text);
    if (!last || (gap > row.size * columnGap && !isLabel)) cells.push([piece]);
    else last.push(piece);
  }
  return cells;
}
