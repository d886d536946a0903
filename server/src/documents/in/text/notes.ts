import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import { gluedNumbers } from './glued.js';
import { isCutAddress } from './join.js';
import type { Line } from './lines.js';
import { spelledQuestion } from './openings.js';
import type { Publication } from './publication.js';
import { endsSentence } from './sentence.js';

/** A note from the foot of a page: its number in print and its lines, the number taken off. */
export interface PrintedNote {
  number: number;
  lines: string[];
  page: number;
  /** Of its first line in the source. */
  line: number;
}

export interface Feet {
  body: Line[];
  notes: PrintedNote[];
}

/** The text of a note may begin below its number. */
const noteStart = /^([1-9]\d{0,2})(?: (?=\S)|(?=[\p{L}“"‘'([])|$)/u;
/** "p. ⏎ 12" */
const beforeNumber = /(?<![\p{L}\d])(?:pp?|blz|nrs?|artt?|nos?|par|vol)\.$/u;
/** Notes whose text is lacking leave a gap in the numbers; a larger one is no gap but another number. */
export const largestGap = 5;
/** No page has more lines; where page ends cannot be seen, no more is searched. */
const longestFoot = 120;

/**
 * Takes the notes from the feet of the pages. At a foot the lines stand close, their numbers run on, and each has its mark
 * in the text above it.
 * @param last the number of the last note before these lines; 0 where numbers may start at any
 */
export function readFeet(
  lines: readonly Line[],
  { words, patterns }: Publication,
  doubled: boolean,
  last: number,
): Feet {
  const result: Feet = { body: [], notes: [] };
  let from = 0;
  while (from < lines.length) {
    let to = from + 1;
    while (to < lines.length && lines[to].page === lines[from].page) to++;
    const page = lines.slice(from, to);
    const marks = marksOf(page, words);
    const isNext = (number: number) =>
      (number > last && number <= last + largestGap) ||
      ((last === 0 || (number === 1 && result.notes.length === 0)) &&
        marks.some((mark) => mark.number === number));
    const start = footOf(page, marks, doubled, patterns, isNext);
    const current = result.notes.at(-1);
    const unfinished = doubled && current?.page === page[0].page - 1 && !endsSentence(current.lines.at(-1)!);
    const restAt = unfinished ? closeBlock(page, start) : start;
    for (const line of page.slice(0, restAt)) result.body.push(line);
    for (const { text } of page.slice(restAt, start)) current!.lines.push(text);
    for (const note of notesOf(page.slice(start), numbersAbove(marks, start))) {
      result.notes.push(note);
      last = note.number;
    }
    from = to;
  }
  return result;
}

/**
 * Where the lines begin that stand close together before the notes of a page, or at its end when it has none: in double
 * spaced text the rest of a note of the page before.
 */
function closeBlock(page: readonly Line[], end: number): number {
  let top = end;
  if (end < page.length ? page[end].above > 0 : end < 2 || page[end - 1].above > 0) return end;
  do top--;
  while (top > 0 && page[top].above === 0);
  return top;
}

interface MarkAt {
  number: number;
  /** Index of the line in its page. */
  at: number;
}

function marksOf(page: readonly Line[], words: ReadonlyMap<string, number>): MarkAt[] {
  return page.flatMap(({ text }, at) => gluedNumbers(text, words).map(({ number }) => ({ number, at })));
}

function numbersAbove(marks: readonly MarkAt[], line: number): Set<number> {
  return new Set(marks.filter(({ at }) => at < line).map(({ number }) => number));
}

/** Where the foot of a page begins; its length if it has none. */
function footOf(
  page: readonly Line[],
  marks: readonly MarkAt[],
  doubled: boolean,
  patterns: Patterns,
  mayBegin: (number: number) => boolean,
): number {
  const top = closeLines(page, patterns);
  let best = page.length;
  let most = 0;
  for (let i = page.length - 1; i >= top; i--) {
    const number = Number(noteStart.exec(page[i].text)?.[1]);
    if (!mayBegin(number)) continue;
    const marked = numbersAbove(marks, i);
    if (!marked.has(number)) continue;
    const score = notesOf(page.slice(i), marked).filter((note) => marked.has(note.number)).length;
    if (score > most) [best, most] = [i, score];
  }
  if (best < page.length || !doubled) return best;
  // A foot whose marks were lost is still seen by its close lines.
  for (let i = top; i < page.length - 1; i++)
    if (mayBegin(Number(noteStart.exec(page[i].text)?.[1])) && page[i + 1].above === 0) return i;
  return page.length;
}

/** From where on to the end of the page lines stand close, but for space above a note. */
function closeLines(page: readonly Line[], patterns: Patterns): number {
  let top = page.length;
  while (top > 0 && top > page.length - longestFoot && !opens(page[top - 1], patterns)) {
    top--;
    if (page[top].above > 0 && !noteStart.test(page[top].text)) break;
  }
  return top;
}

/** What begins in the body cannot stand in a foot. */
function opens({ text }: Line, patterns: Patterns): boolean {
  return (
    /^\d{1,3}\. /.test(text) ||
    answerAt(text, 0, patterns, false) !== null ||
    spelledQuestion(text, patterns) !== null
  );
}

function notesOf(foot: readonly Line[], marked: ReadonlySet<number>): PrintedNote[] {
  const notes: PrintedNote[] = [];
  const starts = foot.map(({ text }) => noteStart.exec(text));
  for (const [i, { text, page, number: line }] of foot.entries()) {
    const start = starts[i];
    const number = Number(start?.[1]);
    const current = notes.at(-1);
    // A number that comes too early: "p. ⏎ 12", where notes before the twelfth still follow.
    const isEarly = () =>
      starts.some((other, j) => j > i && Number(other?.[1]) > current!.number && Number(other?.[1]) < number);
    if (!current || (start && beginsNote(number, text.slice(start[0].length), current, marked) && !isEarly()))
      notes.push({ number, lines: [text.slice(start?.[0].length ?? 0)], page, line });
    else current.lines.push(text);
  }
  return notes;
}

function beginsNote(
  number: number,
  text: string,
  current: PrintedNote,
  marked: ReadonlySet<number>,
): boolean {
  if (number <= current.number || number > current.number + largestGap) return false;
  const above = current.lines.at(-1)!;
  const token = above.slice(above.lastIndexOf(' ') + 1);
  if (/^\S{0,3}(?:https?:\/\/|www\.)/.test(token) && isCutAddress(token, `${number}${text}`)) return false;
  // A number goes with the word before it.
  if (beforeNumber.test(above)) return false;
  // A number of another kind, as in "2023/24, ⏎ 30 573", goes on where no sentence has ended.
  if (/^(?:\d|$)/.test(text) && !endsSentence(above)) return false;
  return marked.has(number) || (endsSentence(above) && /^[\p{Lu}“‘]/u.test(text));
}
