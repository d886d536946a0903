import { endsSentence } from './sentence.js';

/** A line of print that has words, where it stood in the source (from 1). */
export interface Line {
  /** Without the space around it; runs of spaces are one space. */
  text: string;
  number: number;
  /** From 0. */
  page: number;
  /** Empty lines between it and the line before. */
  above: number;
  /** A space stands behind it: some programs keep the space at which a line was broken. */
  trailing: boolean;
}

/** A larger part of lines that begin with a space is a margin, not the start of a page each time. */
const mostStarts = 0.5;

/** Cuts source text into lines. A page starts at a form feed, or if there are none, at a line that begins with one space. */
export function readLines(source: string): Line[] {
  const feeds = source.includes('\f');
  const raw = source.replace(/\r\n?/g, '\n').replaceAll('\f', '\n\f').split('\n');
  // A form feed was put on a line of its own: its line end is no line of the source.
  const spaced = !feeds && isPaged(raw);
  const lines: Line[] = [];
  let page = 0;
  let number = 0;
  let above = 0;
  for (const text of raw) {
    const starts = text.startsWith('\f');
    if (!starts) number++;
    if (lines.length > 0 && (starts || (spaced && /^[ \u00a0]\S/.test(text)))) page++;
    // A soft hyphen is only seen where it cuts a word.
    const plain = text
      .replace(/\u00ad(?=\s*$)/, '-')
      .replace(/[\u00ad\u200b\ufeff]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (!plain) {
      if (!starts) above++;
      continue;
    }
    lines.push({
      text: plain,
      number,
      page,
      above: lines.length > 0 ? above : 0,
      trailing: /\s$/.test(text),
    });
    above = 0;
  }
  return lines;
}

function isPaged(lines: readonly string[]): boolean {
  let starts = 0;
  let filled = 0;
  for (const line of lines)
    if (line.trim()) {
      filled++;
      if (/^[ \u00a0]\S/.test(line)) starts++;
    }
  return starts <= filled * mostStarts || starts === 1;
}

/**
 * Whether every other line is empty, as is seen where a sentence goes on. Then only more than one empty line sets a
 * paragraph apart.
 */
export function isDoubleSpaced(lines: readonly Line[]): boolean {
  let single = 0;
  let double = 0;
  let foot = -1;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    // Notes are set close in any text.
    if (/^\d{1,3} ?\p{L}/u.test(line.text)) foot = line.page;
    if (!before || before.page < line.page || /^\P{L}*$/u.test(before.text)) return;
    if (!/^\p{Ll}/u.test(line.text) || endsSentence(before.text)) return;
    if (line.above === 0 && foot < line.page) single++;
    else if (line.above === 1) double++;
  });
  return double > single;
}
