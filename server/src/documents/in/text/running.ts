import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import type { Line } from './lines.js';
import { spelledQuestion } from './openings.js';
import { endsSentence } from './sentence.js';

/** What stands at the edge of a page. */
export interface Edge {
  page: number;
  text: string;
}

/** A running head or foot that was left out, and on how many pages it stood. */
export interface LeftOut {
  text: string;
  pages: number;
}

/** Lines of one running head or foot, at most. */
const most = 6;

/**
 * Takes running heads and feet from pages: the outermost lines that have the same words on most of them. The numbers of
 * pages beside them stay.
 */
export function withoutRunning(
  lines: readonly Line[],
  patterns: Patterns,
): { lines: Line[]; heads: LeftOut[] } {
  const heads: LeftOut[] = [];
  const isText = ({ text }: Line) => !patterns.pageNumber.test(text);
  const pages = groupsBy(lines.filter(isText), ({ page }) => page);
  const left = new Set<Line>();
  for (const take of ['pop', 'shift'] as const)
    for (let i = 0; i < most; i++) {
      const outer = [...pages.values()].flatMap((own) => own.at(take === 'pop' ? -1 : 0) ?? []);
      const mayRun = outer.filter(
        // Without a number it may be a heading that stands there again.
        ({ text }) => /\p{L}/u.test(text) && /\d/.test(text) && !endsSentence(text) && !opens(text, patterns),
      );
      const running = [...groupsBy(mayRun, keyOf).values()].filter((same) => isRunning(same, pages.size));
      for (const same of running) {
        heads.push({ text: same[0].text, pages: same.length });
        for (const line of same) {
          left.add(line);
          pages.get(line.page)![take]();
        }
      }
      if (running.length === 0) break;
    }
  return { lines: lines.filter((line) => !left.has(line)), heads };
}

function groupsBy<T, K>(all: readonly T[], keyFor: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyFor(one);
    const same = groups.get(key);
    if (same) same.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** The words, with the numbers left open. */
export function keyOf({ text }: Edge): string {
  return text.replace(/\d+/g, '0');
}

/**
 * Whether rows with the same words are one running head: their numbers are the same on every page, or count the pages. What
 * begins with a number that does not count is a note.
 */
export function isRunning(same: readonly Edge[], pages: number): boolean {
  const numbers = same.map(({ text }) => text.match(/\d+/g)?.map(Number) ?? []);
  const counts = (i: number) =>
    same.filter(({ page }, j) => numbers[j][i] - page === numbers[0][i] - same[0].page).length >=
    same.length * 0.8;
  const isSame = (i: number) => numbers.every((own) => own[i] === numbers[0][i]);
  const counted = numbers[0].map((_, i) => counts(i));
  if (!counted.every((is, i) => is || isSame(i))) return false;
  if (!/\p{L}/u.test(same[0].text)) return counted.some(Boolean);
  if (/^\d{1,3}\P{L}{0,3} \p{L}/u.test(same[0].text) && !counted[0]) return false;
  return same.length >= mostOf(pages);
}

function mostOf(pages: number): number {
  return Math.max(2, Math.ceil(pages * 0.4));
}

/** Questions and answers may begin at the same place on many pages. */
function opens(text: string, patterns: Patterns): boolean {
  return spelledQuestion(text, patterns) !== null || answerAt(text, 0, patterns, false) !== null;
}
