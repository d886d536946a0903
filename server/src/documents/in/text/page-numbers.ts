import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import { readNumbers } from '../../../model/numbers.js';
import { certain, gluedNumbers } from './glued.js';
import type { Line } from './lines.js';
import { spelledQuestion } from './openings.js';
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
  const bare = bareNumbers(lines, doubled, patterns);
  const kept: Line[] = [];
  const keptBare = new Set<Line>();
  let shift = 0;
  let last = 0;
  const counts = (line?: Line) => !!line && !bare.has(line) && patterns.pageNumber.test(line.text);
  const within = doubled ? new Set() : cuttingNumbers(lines, counts);
  const notes = notesAt(lines, bare, doubled);
  lines.forEach((line, i) => {
    if (notes.ends.has(line) && lines[i - 1].page === line.page) shift++;
    const isEdge = () => within.has(line) || (isAtEdge(lines, i, doubled, last) && !notes.starts.has(line));
    if (counts(line) && isEdge() && !isColumn(lines, i, counts)) {
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

/**
 * Numbers that run on through the text, each with space on both sides, where at least one of them cuts a sentence: page ends
 * that nothing else shows.
 */
function cuttingNumbers(lines: readonly Line[], counts: (line?: Line) => boolean): Set<Line> {
  const found = new Set<Line>();
  let run: number[] = [];
  const take = () => {
    if (run.length > 1 && run.some((i) => cutsSentence(lines, i))) for (const i of run) found.add(lines[i]);
  };
  lines.forEach((line, i) => {
    const isApart = i > 0 && line.above > 0 && (i === lines.length - 1 || lines[i + 1].above > 0);
    if (!isApart || !/^\d{1,4}$/.test(line.text) || !counts(line) || isColumn(lines, i, counts)) return;
    if (run.length > 0 && Number(line.text) !== Number(lines[run.at(-1)!].text) + 1) {
      take();
      run = [];
    }
    run.push(i);
  });
  take();
  return found;
}

function cutsSentence(lines: readonly Line[], i: number): boolean {
  return !endsSentence(lines[i - 1].text) && /^\p{Ll}/u.test(lines.at(i + 1)?.text ?? '');
}

/**
 * Numbers of notes that stand alone on the line before their text, with their mark above them; and where wide space behind
 * their text ends the page.
 */
function notesAt(
  lines: readonly Line[],
  bare: ReadonlySet<Line>,
  doubled: boolean,
): { starts: Set<Line>; ends: Set<Line> } {
  const [starts, ends] = [new Set<Line>(), new Set<Line>()];
  const marked = new Set<number>();
  let inNote = false;
  lines.forEach((line, i) => {
    const next = lines.at(i + 1);
    const isStart =
      i > 0 &&
      /^[1-9]\d{0,2}$/.test(line.text) &&
      !bare.has(line) &&
      marked.has(Number(line.text)) &&
      lines[i - 1].page === line.page &&
      next?.page === line.page &&
      next.above === 0 &&
      /^(?:[\p{Lu}“"‘'(]|https?:|www\.)/u.test(next.text);
    if (isStart) starts.add(line);
    else if (inNote && line.above >= wideSpace(doubled)) ends.add(line);
    inNote = isStart || (inNote && !ends.has(line));
    for (const { number, weight } of gluedNumbers(line.text, new Map()))
      if (weight >= certain) marked.add(number);
  });
  return { starts, ends };
}

function isAtEdge(lines: readonly Line[], i: number, doubled: boolean, last: number): boolean {
  if (isSetApart(lines, i, doubled)) return true;
  if (last === 0 || Number(lines[i].text) !== last + 1) return false;
  // A number that runs on, at the end of all or where it cuts a sentence.
  return i === lines.length - 1 || cutsSentence(lines, i);
}

/** Whether it stands in a column of numbers, as in a table. */
function isColumn(lines: readonly Line[], i: number, counts: (line?: Line) => boolean): boolean {
  return [lines[i - 1], lines[i + 1]].some((other) => other?.page === lines[i].page && counts(other));
}

/** Whether a line is the first or the last of its page, or has more space around it than lines and paragraphs have. */
function isSetApart(lines: readonly Line[], i: number, doubled: boolean): boolean {
  const [before, line, after] = [lines.at(i - 1)!, lines[i], lines[i + 1]];
  // Where no page ends can be seen, another number than 1 at the end of all may be anything.
  if (i === 0) return after?.above > 0 || lines.at(-1)!.page > 0 || line.text === '1';
  if (i === lines.length - 1) return line.page > 0 || line.above > (doubled ? 1 : 0) || line.text === '1';
  const wide = wideSpace(doubled);
  return before.page < line.page || after.page > line.page || line.above >= wide || after.above >= wide;
}

/** More empty lines than stand between paragraphs. */
function wideSpace(doubled: boolean): number {
  return doubled ? 3 : 2;
}

/**
 * "12", or "5, 6 en 7", alone on its line opens a question in a note after the report: then the numbers run on, and every
 * one is followed by a marker that stands alone too.
 */
export function bareNumbers(lines: readonly Line[], doubled: boolean, patterns: Patterns): Set<Line> {
  const found = new Set<Line>();
  if (lines.some(({ text }) => spelledQuestion(text, patterns))) return found;
  const seen = new Set<number>();
  let next = 1;
  let waiting: BareNumber[] = [];
  lines.forEach((line, i) => {
    const numbers = numbersOf(line.text, patterns);
    if (numbers && !/^\p{Ll}/u.test(lines.at(i + 1)?.text ?? ''))
      waiting.push({
        line,
        numbers,
        likeness: numbers.length > 1 ? 2 : isSetApart(lines, i, doubled) ? 0 : 1,
      });
    const marker = answerAt(line.text, 0, patterns, false);
    if (!marker || marker.at.to < line.text.length) return;
    let best: BareNumber | null = null;
    for (const one of waiting) {
      const [first] = one.numbers;
      const fits = !seen.has(first) && (first === next || one.numbers.length > 1 || first < next);
      // Of a page number and a question of the same likeness, the question stands last.
      if (fits && (!best || one.likeness >= best.likeness)) best = one;
    }
    if (best) {
      found.add(best.line);
      for (const number of best.numbers) seen.add(number);
      while (seen.has(next)) next++;
    }
    waiting = [];
  });
  return found.size >= 2 ? found : new Set();
}

interface BareNumber {
  line: Line;
  numbers: number[];
  /** A list of numbers counts no pages; a number at the edge of a page may. */
  likeness: 0 | 1 | 2;
}

/** The numbers of a line that is nothing else: "5, 6 en 7". */
export function numbersOf(text: string, patterns: Patterns): number[] | null {
  if (!/^\d/.test(text) || text.length > 200) return null;
  const list = readNumbers(text, 0, patterns);
  if (!list || list.end < text.length || list.numbers.some(({ letter }) => letter)) return null;
  return list.numbers.flatMap(({ number, to }) =>
    Array.from({ length: Math.min(to - number, 500) + 1 }, (_, i) => number + i),
  );
}
