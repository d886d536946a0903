import type { Line } from '../text/lines.js';
import type { Measure } from '../text/measure.js';
import { endsSentence } from '../text/sentence.js';
import { textOf, type Row, type RowPiece } from './rows.js';

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

/** Looks at where lines stand. @param lines in order */
export function lookAt(lines: readonly PrintedLine[], bodySize: number): Print {
  const leading = usualLeading(lines);
  const rights = rightEdges(lines);
  const rowOf = new Map(lines.map(({ line, row }) => [line, row]));
  const apart = new Set<Line>();
  const inTable = tableLines(lines);
  lines.forEach(({ line }, i) => {
    if (beginsAnew(lines, i, leading) || inTable.has(line) || (i > 0 && inTable.has(lines[i - 1].line)))
      apart.add(line);
  });
  const left = Math.min(...lines.map(({ row }) => row.left));
  const right = (row: Row) => rights.get(row.page)!;
  return {
    measure: {
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
    },
    headings: headingsOf(lines, apart, bodySize),
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
function beginsAnew(lines: readonly PrintedLine[], i: number, leading: number): boolean {
  if (i === 0) return true;
  const [before, { line, row }] = [lines[i - 1], lines[i]];
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
    if (label.test(before.line.text)) return false;
    // Only its first line is set in; at the top of a page the margin may have moved.
    return !!next && next.left < row.left - size * indent && next.page === row.page;
  }
  if (shift < -size * indent && row.page === before.row.page) {
    const above = lines.at(i - 2)?.row;
    const firstLine = above && above.page === row.page && Math.abs(above.left - row.left) < size * indent;
    return label.test(line.text) || !firstLine;
  }
  return false;
}

/** The width of the first word, as a share of that of its piece. */
function firstWord(row: Row, text: string): number {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  let width = 0;
  let letters = word.length;
  for (const piece of row.pieces) {
    const length = Math.max(1, piece.text.trim().length);
    const share = Math.min(1, letters / length);
    width += (piece.right - piece.left) * share;
    letters -= length;
    if (letters <= 0) break;
  }
  return width;
}

/** Lines of larger or bold type that are no sentence, and how many of them are one heading. */
function headingsOf(
  lines: readonly PrintedLine[],
  apart: ReadonlySet<Line>,
  bodySize: number,
): Map<Line, number> {
  const headings = new Map<Line, number>();
  const isHead = ({ row }: PrintedLine) => row.bold || row.size > bodySize * larger;
  for (let i = 0; i < lines.length; i++) {
    if (!isHead(lines[i])) continue;
    let to = i + 1;
    while (to < lines.length && isHead(lines[to]) && !apart.has(lines[to].line)) to++;
    const text = lines
      .slice(i, to)
      .map(({ line }) => line.text)
      .join(' ');
    const goesOn = to < lines.length && !apart.has(lines[to].line) && lines[to].row.pieces[0].bold;
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

/** Rows of a table: two or more below each other that are cut by wide gaps, more than behind the number of a point. */
function tableLines(lines: readonly PrintedLine[]): Set<Line> {
  const cells = lines.map(({ row }) => cellsOf(row).length);
  const found = new Set<Line>();
  lines.forEach(({ line, row }, i) => {
    const beside = [i - 1, i + 1].some((j) => cells[j] > 1 && lines[j].row.page === row.page);
    if (cells[i] > 1 && beside) found.add(line);
  });
  return found;
}

/** The pieces of a row between wide gaps; the sign or number of a point is no cell of its own. */
export function cellsOf(row: Row): RowPiece[][] {
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
