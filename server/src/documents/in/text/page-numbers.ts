import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import { readNumbers } from '../../../model/numbers.js';
import type { Line } from './lines.js';
import { endsSentence } from './sentence.js';

/** A publication without page numbers, and the lines among the rest that are the number of a question and nothing else. */
export interface Unpaged {
  lines: Line[];
  bare: ReadonlySet<Line>;
}

/**
 * Takes page numbers out. Some stand alone at a page's end where no other sign ends the page: what follows is then on the
 * next page. A number stays where it may be something else: the number of a question, or a cell of a table.
 */
export function withoutPageNumbers(lines: readonly Line[], doubled: boolean, patterns: Patterns): Unpaged {
  const bare = bareNumbers(lines, patterns);
  const kept: Line[] = [];
  const keptBare = new Set<Line>();
  let shift = 0;
  let last = 0;
  lines.forEach((line, i) => {
    const counts = !bare.has(line) && patterns.pageNumber.test(line.text);
    if (counts && isAtEdge(lines, i, doubled, last)) {
      last = Number(/\d+/.exec(line.text)![0]);
      if (lines[i + 1]?.page === line.page && lines[i - 1]?.page === line.page) shift++;
      return;
    }
    const moved = shift ? { ...line, page: line.page + shift } : line;
    kept.push(moved);
    if (bare.has(line)) keptBare.add(moved);
  });
  return { lines: kept, bare: keptBare };
}

function isAtEdge(lines: readonly Line[], i: number, doubled: boolean, last: number): boolean {
  const line = lines[i];
  const before = lines.at(i - 1);
  const after = lines.at(i + 1);
  if (i === 0 || !before || before.page < line.page || !after || after.page > line.page) return true;
  // Set apart by more space than lines and paragraphs have.
  const wide = doubled ? 3 : 2;
  if (line.above >= wide || after.above >= wide) return true;
  return (
    Number(line.text) === last + 1 && last > 0 && !endsSentence(before.text) && /^\p{Ll}/u.test(after.text)
  );
}

/**
 * "12", or "5, 6 en 7", alone on its line opens a question in a note after the report: then the numbers run on, and every
 * one is followed by a marker that stands alone too.
 */
function bareNumbers(lines: readonly Line[], patterns: Patterns): Set<Line> {
  const found = new Set<Line>();
  const seen = new Set<number>();
  let next = 1;
  let waiting: { line: Line; numbers: number[] }[] = [];
  let markers = 0;
  lines.forEach((line, i) => {
    const numbers = numbersOf(line.text, patterns);
    if (numbers && (i === 0 || !/^\p{Ll}/u.test(lines.at(i + 1)?.text ?? '')))
      waiting.push({ line, numbers });
    const marker = answerAt(line.text, 0, patterns, false);
    if (!marker || marker.at.to < line.text.length) return;
    markers++;
    // Of a page number and a question of the same number, the question stands last.
    const fits = waiting.filter(
      ({ numbers: [first, ...rest] }, j) =>
        !seen.has(first) &&
        (first === next || rest.length > 0 || first < next) &&
        !waiting.slice(j + 1).some((later) => later.numbers[0] === first),
    );
    const question = fits.at(-1);
    if (question) {
      found.add(question.line);
      for (const number of question.numbers) seen.add(number);
      while (seen.has(next)) next++;
    }
    waiting = [];
  });
  return markers >= 2 && found.size >= 2 ? found : new Set();
}

function numbersOf(text: string, patterns: Patterns): number[] | null {
  if (!/^\d/.test(text) || text.length > 200) return null;
  const list = readNumbers(text, 0, patterns);
  if (!list || list.end < text.length || list.numbers.some(({ letter }) => letter)) return null;
  return list.numbers.flatMap(({ number, to }) =>
    Array.from({ length: Math.min(to - number, 500) + 1 }, (_, i) => number + i),
  );
}
