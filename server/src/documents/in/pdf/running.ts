import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import { spelledQuestion } from '../text/openings.js';
import { numbersOf } from '../text/page-numbers.js';
import { isRunning, keyOf, type Edge, type LeftOut } from '../text/running.js';
import { textOf, type Row } from './rows.js';

/** Of a page: rows at its top and foot, no more than these are looked at. */
const outermost = 6;
/** Two pages have a row at the same height, in points. */
const sameHeight = 4;

interface Outer extends Edge {
  row: Row;
}

export interface Unheaded {
  pages: Row[][];
  /** What stood on many pages and was left out, once each; numbers of pages aside. */
  heads: LeftOut[];
}

/**
 * Takes running heads and feet from pages: what has the same words, numbers aside, at the same place on most pages, and the
 * numbers of pages, which count them.
 * @param heights of the pages, in points
 */
export function withoutRunning(
  pages: readonly Row[][],
  heights: readonly number[],
  patterns: Patterns,
): Unheaded {
  const left = new Set<Outer[]>();
  const running: Running = { head: new Map(), foot: new Map() };
  for (const edge of ['head', 'foot'] as const)
    for (const same of sameRows(
      pages.map((rows, page) => outerRows(rows, heights[page], edge)),
      patterns,
    ))
      if (isRunning(same, pages.length)) for (const { row } of same) running[edge].set(row, same);
  pages.forEach((rows, page) => {
    for (const [edge, row] of [
      ['head', rows.at(0)],
      ['foot', rows.at(-1)],
    ] as const)
      if (row && !running[edge].has(row) && isLonePageNumber(row, rows, page, patterns))
        running[edge].set(row, []);
  });
  dropClose(pages, running);
  const kept = pages.map((rows) => {
    const [top, foot] = edgesOf(rows, running);
    for (const row of rows.slice(0, top)) left.add(running.head.get(row)!);
    for (const row of rows.slice(foot)) left.add(running.foot.get(row)!);
    return rows.slice(top, foot);
  });
  const heads = [...left].filter((same) => same.some(({ text }) => isHead(text, patterns)));
  return { pages: kept, heads: heads.map((same) => ({ text: same[0].text, pages: same.length })) };
}

type Running = Record<'head' | 'foot', Map<Row, Outer[]>>;

/** Where the text of a page begins and ends, from the edges inward: a row between others that are text stays. */
function edgesOf(rows: readonly Row[], running: Running): [top: number, foot: number] {
  let top = 0;
  while (top < rows.length && running.head.has(rows[top])) top++;
  let foot = rows.length;
  while (foot > top && running.foot.has(rows[foot - 1])) foot--;
  return [top, foot];
}

/** More than the space between lines, as a part of it. */
const wide = 1.2;

/** What stands as close to the text as its lines do, on most pages, is text that happens to be the same. */
function dropClose(pages: readonly Row[][], running: Running): void {
  const distances = pages.flatMap((rows) => rows.slice(1).map((row, i) => row.baseline - rows[i].baseline));
  const usual = distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
  for (let isStable = false; !isStable;) {
    isStable = true;
    const close = new Map<Outer[], number>();
    const count = (same: Outer[] | undefined, distance: number) => {
      if (same?.length) close.set(same, (close.get(same) ?? 0) + (distance < usual * wide ? 1 : -1));
    };
    for (const rows of pages) {
      const [top, foot] = edgesOf(rows, running);
      if (top > 0 && top < foot)
        count(running.head.get(rows[top - 1]), rows[top].baseline - rows[top - 1].baseline);
      if (foot < rows.length && top < foot)
        count(running.foot.get(rows[foot]), rows[foot].baseline - rows[foot - 1].baseline);
    }
    for (const [same, pagesMore] of close)
      if (pagesMore > 0) {
        isStable = false;
        for (const { row } of same) for (const edge of ['head', 'foot'] as const) running[edge].delete(row);
      }
  }
}

/** Whether more than the number of a page would be lost. */
function isHead(text: string, patterns: Patterns): boolean {
  return /\p{L}/u.test(text) && !patterns.pageNumber.test(text);
}

/** The parts of a page, from its top and its foot, in which heads and feet stand. */
const [headZone, footZone] = [0.2, 0.85];

function outerRows(rows: readonly Row[], height: number, edge: 'head' | 'foot'): Row[] {
  return edge === 'head'
    ? rows.slice(0, outermost).filter(({ baseline }) => baseline < height * headZone)
    : rows.slice(-outermost).filter(({ baseline }) => baseline > height * footZone);
}

/** Outer rows with the same words at the same height, on two pages or more. */
function sameRows(pages: readonly Row[][], patterns: Patterns): Outer[][] {
  const byKey = new Map<string, Outer[]>();
  pages.forEach((rows, page) => {
    for (const row of rows) {
      const { text } = textOf(row);
      if (text.length > 300 || opens(text, patterns)) continue;
      const outer = { row, page, text };
      const same = byKey.get(keyOf(outer));
      if (same) same.push(outer);
      else byKey.set(keyOf(outer), [outer]);
    }
  });
  return [...byKey.values()].flatMap((all) => {
    const groups: Outer[][] = [];
    for (const one of all.sort((a, b) => a.row.baseline - b.row.baseline || a.page - b.page)) {
      const last = groups.at(-1);
      if (last && one.row.baseline - last.at(-1)!.row.baseline <= sameHeight) last.push(one);
      else groups.push([one]);
    }
    return groups
      .map((group) => group.sort((a, b) => a.page - b.page))
      .filter((group) => new Set(group.map(({ page }) => page)).size > 1);
  });
}

/** Questions and answers may begin at the same height on many pages. */
function opens(text: string, patterns: Patterns): boolean {
  return (
    spelledQuestion(text, patterns) !== null ||
    answerAt(text, 0, patterns, false) !== null ||
    (numbersOf(text, patterns)?.length ?? 0) > 1
  );
}

/** The number of its page, alone at the edge: "3", "Pagina 3 van 8". */
function isLonePageNumber(row: Row, rows: readonly Row[], page: number, patterns: Patterns): boolean {
  const { text } = textOf(row);
  if (!patterns.pageNumber.test(text) || numberIn(text) !== page + 1) return false;
  // At the top a number alone may be that of the first question.
  if (row === rows[0] && !/\p{L}/u.test(text)) return false;
  const next = row === rows[0] ? rows[1] : rows[rows.length - 2];
  return !next || Math.abs(next.baseline - row.baseline) > row.size * 2;
}

/** The number that counts: the last but in "3 van 8", "3/8". */
function numberIn(text: string): number {
  const numbers = text.match(/\d+/g) ?? [];
  const isPair = /\d ?(?:van|of|von|\/) ?\d+$/.test(text);
  return Number(numbers.at(isPair ? -2 : -1) ?? NaN);
}
