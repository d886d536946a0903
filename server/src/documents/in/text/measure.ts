import type { Line } from './lines.js';

/** How lines fill the page. */
export interface Measure {
  /** Whether more space stands above a line than between the lines of a paragraph; `before` is the line before it. */
  isApart(before: Line, line: Line): boolean;
  /** Whether the first word of `next` would still have fitted behind the last of `lines`, which are one paragraph. */
  leavesRoom(lines: readonly Line[], next: Line): boolean;
  /** How much of a full line it takes; 1 is all. */
  fill(line: Line): number;
}

/** Widths are estimates: room is only room when it is more than the error. */
const slack = 0.965;
/** Fewer lines may all be short. */
const few = 25;
/** Points of a list are set in; no further than this. */
const narrowest = 0.85;
/** A line that is full leaves no more than this of it to a space. */
const nearlyFull = 0.93;

/**
 * @param usual the width of a full line elsewhere in the publication: few lines may have no full one among them
 * @param doubled every other line is empty
 */
export function measure(lines: readonly Line[], usual: number, doubled: boolean): Measure {
  const own = fullWidth(lines);
  const full = lines.length < few ? Math.max(own, usual * 0.97) : own;
  const keepsSpaces = spacesAreKept(lines);
  return {
    isApart: (before, line) => line.above > (doubled ? 1 : 0) && line.page === before.page,
    leavesRoom(paragraph, next) {
      const before = paragraph.at(-1)!;
      const width = widthOf(before.text);
      if (keepsSpaces && !before.trailing && width < full * nearlyFull) return true;
      // Where the paragraph was broken before, no more fitted.
      let limit = full * slack;
      for (let i = Math.max(1, paragraph.length - 8); i < paragraph.length; i++)
        limit = Math.min(limit, together(paragraph[i - 1], paragraph[i]));
      return together(before, next) <= Math.max(limit, full * narrowest);
    },
    fill: ({ text }) => widthOf(text) / full,
  };
}

/** Of a line, with the first word of the next. */
function together(before: Line, next: Line): number {
  const end = next.text.indexOf(' ');
  return widthOf(`${before.text} ${end < 0 ? next.text : next.text.slice(0, end)}`);
}

/** The width of a full line, as an estimate: that of nearly the widest. */
export function fullWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ text }) => widthOf(text)).sort((a, b) => a - b);
  return Math.max(1, widths[Math.floor(widths.length * 0.97)] ?? 0);
}

/** Whether lines that go on in lower case mostly have a space behind them. Then a short line without one was not broken. */
function spacesAreKept(lines: readonly Line[]): boolean {
  let broken = 0;
  let kept = 0;
  for (let i = 1; i < lines.length; i++)
    if (/^\p{Ll}/u.test(lines[i].text) && /[\p{L},]$/u.test(lines[i - 1].text)) {
      broken++;
      if (lines[i - 1].trailing) kept++;
    }
  return broken >= 10 && kept > broken * 0.75;
}

/**
 * Estimated width of a printed text, in ems of a common sans serif. Lines of a published page end where the next word did
 * not fit; with letters of different width, counting characters is too coarse to see that.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widths[text.charCodeAt(i)] ?? 0.56;
  return width;
}

/** By character code. */
const widths: number[] = [];
for (const [chars, width] of [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 0.69],
  ["iljI|.,:;'!‘’ ", 0.28],
  ['frt()[]-/"“”', 0.36],
  ['cksvxyz', 0.51],
  ['mwMW%@─—', 0.88],
] as const)
  for (const char of chars) widths[char.charCodeAt(0)] = width;
