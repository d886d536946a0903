import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import { spelledQuestion } from '../text/openings.js';
import { numbersOf } from '../text/page-numbers.js';
import { textOf, type Row } from './rows.js';

/** Of a page: rows at its top and foot, no more than these are looked at. */
const outermost = 6;
/** Two pages have a row at the same height, in points. */
const sameHeight = 4;

interface Outer {
  row: Row;
  page: number;
  /** With its digits left open. */
  key: string;
  text: string;
}

export interface Unheaded {
  pages: Row[][];
  /** What stood on many pages and was left out, once each; numbers of pages aside. */
  heads: { text: string; page: number; pages: number }[];
}

/**
 * Takes running heads and feet from pages: what has the same words, numbers aside, at the same place on most pages, and the
 * numbers of pages, which count them.
 */
export function withoutRunning(pages: readonly Row[][], patterns: Patterns): Unheaded {
  const running = new Set<Row>();
  const heads: Unheaded['heads'] = [];
  for (const same of sameRows(pages, patterns)) {
    const counts = same.filter(
      ({ page, text }) => numberIn(text) === page + numberIn(same[0].text) - same[0].page,
    );
    const isNumber = !/\p{L}/u.test(same[0].key) || patterns.pageNumber.test(same[0].text);
    if (isNumber ? counts.length < same.length * 0.8 : same.length < mostOf(pages.length)) continue;
    for (const { row } of same) running.add(row);
    if (!isNumber) heads.push({ text: same[0].text, page: same[0].page, pages: same.length });
  }
  pages.forEach((rows, page) => {
    for (const row of [rows.at(-1), rows[0]])
      if (row && isLonePageNumber(row, rows, page, patterns)) running.add(row);
  });
  return {
    pages: pages.map((rows) => {
      // Only from the edges inward: a row of the text between them stays.
      let top = 0;
      while (top < rows.length && running.has(rows[top])) top++;
      let foot = rows.length;
      while (foot > top && running.has(rows[foot - 1])) foot--;
      return rows.slice(top, foot);
    }),
    heads,
  };
}

function mostOf(pages: number): number {
  return Math.max(2, Math.ceil(pages * 0.4));
}

/** Outer rows with the same words at the same height, on two pages or more. */
function sameRows(pages: readonly Row[][], patterns: Patterns): Outer[][] {
  const byKey = new Map<string, Outer[]>();
  pages.forEach((rows, page) => {
    const outer =
      rows.length > outermost * 2 ? [...rows.slice(0, outermost), ...rows.slice(-outermost)] : rows;
    for (const row of outer) {
      const { text } = textOf(row);
      if (text.length > 300 || opens(text, patterns)) continue;
      const key = text.replace(/\d+/g, '0');
      const same = byKey.get(key);
      if (same) same.push({ row, page, key, text });
      else byKey.set(key, [{ row, page, key, text }]);
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
