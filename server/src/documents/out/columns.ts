import { plainText, type TablePiece } from './document.js';

/** How the columns of a table share the width of a page; all in letters of its usual size. */
export interface Columns {
  /** With the space around the text. */
  widths: number[];
  /** Whether every cell has its text on one line. */
  isNarrow: boolean;
  /** How much smaller than usual its letters must be, so that no number is cut. */
  scale: number;
}

/** The space around the text of a cell. */
const around = 2.5;
/** Smaller letters nobody reads. */
const leastScale = 0.7;
/** A longer word is cut between its syllables. */
const wholeWord = 12;

/**
 * A column is never narrower than its longest number; what is left goes to those with more text.
 * @param room the letters that a line of the page holds
 */
export function columnsOf({ head, rows }: TablePiece, room: number): Columns {
  const texts = head.map((cell, i) => [cell, ...rows.map((row) => row[i])].map(plainText));
  const least = texts.map((cells) => longest(cells.flatMap((cell) => cell.split(/[\s/-]/).map(uncut))));
  const whole = texts.map((cells) => longest(cells.map(({ length }) => length)));
  const needed = sum(least);
  const scale = Math.max(leastScale, Math.min(1, room / needed));
  const widths = [...least];
  let rest = room / scale - needed;
  const bySlack = widths.map((_, i) => i).sort((a, b) => whole[a] - least[a] - (whole[b] - least[b]));
  bySlack.forEach((column, i) => {
    const more = Math.min(whole[column] - least[column], Math.max(0, rest) / (widths.length - i));
    widths[column] += more;
    rest -= more;
  });
  return { widths, isNarrow: sum(whole) <= room, scale };
}

/** How much of a word stands on one line at least. */
function uncut(word: string): number {
  return /\d/.test(word) ? word.length : Math.min(word.length, wholeWord);
}

function longest(lengths: readonly number[]): number {
  return lengths.reduce((most, length) => Math.max(most, length), 1) + around;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
