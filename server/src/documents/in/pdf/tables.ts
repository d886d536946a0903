import type { DraftInline, DraftTable } from '../draft/part.js';
import type { Line } from '../text/lines.js';
import { tableRead } from './notices.js';
import { label, space, type PrintedLine, type Row, type RowPiece } from './rows.js';

/** Tables by their first line, and how many lines each takes. */
export type Tables = ReadonlyMap<Line, { lines: number; table: DraftTable }>;

/** Columns stand further apart than words do, in heights of a letter. */
const columnGap = 1.1;
/** Words that are spread over a full line stand no further apart, in heights of a letter. */
const widestSpace = 2;
/** Gaps below each other share at least this, in heights of a letter. */
const sharedGap = 0.8;
/** Of a table with two columns; with more columns two rows are enough. */
const fewestRows = 3;

/**
 * Finds tables: rows below each other that are cut by wide gaps at the same places.
 * @param rights where full lines end, by page: words that are spread over a full line are no cells
 * @param inlinesOf the words and marks of a cell
 */
export function tablesIn(
  lines: readonly PrintedLine[],
  rights: ReadonlyMap<number, number>,
  inlinesOf: (pieces: readonly RowPiece[], row: Row) => DraftInline[],
): Tables {
  const found = new Map<Line, { lines: number; table: DraftTable }>();
  const cells = lines.map(({ row }) => cellsOf(row, rights.get(row.page) ?? row.right));
  for (let from = 0; from < lines.length; from++) {
    let to = from + 1;
    let most = 0;
    for (let same = aligned(to); same > 0; same = aligned(to)) {
      most = Math.max(most, same);
      to++;
    }
    if (to - from >= fewestRows || most > 1) {
      const rows = lines.slice(from, to).map(({ row }) => row);
      found.set(lines[from].line, {
        lines: to - from,
        table: tableOf(rows, cells.slice(from, to), inlinesOf),
      });
    }
    from = to - 1;
  }
  return found;

  /** How many gaps of a row stand below one of the row above it. */
  function aligned(i: number): number {
    if (i >= lines.length || lines[i].row.page !== lines[i - 1].row.page) return 0;
    const above = gapsOf(cells[i - 1]);
    const least = lines[i].row.size * sharedGap;
    return gapsOf(cells[i]).filter(([left, right]) =>
      above.some((other) => Math.min(right, other[1]) - Math.max(left, other[0]) > least),
    ).length;
  }
}

type Cell = RowPiece[];

/** The pieces of a row between wide gaps; one cell if its words are spread evenly over a full line. */
function cellsOf(row: Row, right: number): Cell[] {
  const cells: Cell[] = [];
  const gaps: number[] = [];
  for (const piece of row.pieces) {
    if (!piece.text.trim()) continue;
    const last = cells.at(-1);
    const gap = last ? piece.left - last.at(-1)!.right : 0;
    if (gap > row.size * space) gaps.push(gap);
    // The number or sign of a point is no cell of its own.
    const isPoint =
      cells.length === 1 &&
      label.test(
        last!
          .map(({ text }) => text)
          .join('')
          .trim(),
      );
    if (!last || (gap > row.size * columnGap && !isPoint)) cells.push([piece]);
    else last.push(piece);
  }
  const isFull = row.right > right - row.size;
  const widest = Math.max(0, ...gaps);
  const isSpread = isFull && widest < row.size * widestSpace && widest < Math.min(...gaps) * 1.06;
  return isSpread ? [cells.flat()] : cells;
}

function gapsOf(cells: readonly Cell[]): [left: number, right: number][] {
  return cells.slice(1).map((cell, i) => [cells[i].at(-1)!.right, cell[0].left]);
}

function tableOf(
  rows: readonly Row[],
  cells: readonly Cell[][],
  inlinesOf: (pieces: readonly RowPiece[], row: Row) => DraftInline[],
): DraftTable {
  const columns = columnsOf(cells.flat());
  const set = rows.map((row, i) => {
    const own: DraftInline[][] = columns.map(() => []);
    for (const cell of cells[i]) {
      const column = columns.findIndex(([, right]) => cell[0].left < right);
      if (own[column].length) own[column].push({ kind: 'text', text: ' ' });
      own[column].push(...inlinesOf(cell, row));
    }
    return own;
  });
  const [head, ...rest] = set;
  head[0].unshift({ kind: 'notice', message: tableRead(rows[0].page + 1) });
  return { type: 'table', align: columns.map(() => null), head, rows: rest };
}

/** Where the cells of any row stand, put together where they share a place. */
function columnsOf(cells: readonly Cell[]): [left: number, right: number][] {
  const spans = cells.map((cell): [number, number] => [cell[0].left, cell.at(-1)!.right]);
  const columns: [number, number][] = [];
  for (const [left, right] of spans.sort((a, b) => a[0] - b[0])) {
    const last = columns.at(-1);
    if (last && left < last[1]) last[1] = Math.max(last[1], right);
    else columns.push([left, right]);
  }
  return columns;
}
