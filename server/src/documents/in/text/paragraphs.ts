import type { Patterns } from '../../../languages/patterns.js';
import type { Line } from './pages.js';
import { widthOf } from './width.js';

export interface Paragraph {
  lines: Line[];
}

/** How much of the line a paragraph's last line must leave free, beyond the word that would have fitted. */
const slack = 0.965;

/**
 * Puts lines together into paragraphs. A paragraph ends where the next word would still have fitted on the line and a
 * sentence ends; and before what always begins one: a question, an answer, a heading, a part of the frame.
 */
export function readParagraphs(
  lines: readonly Line[],
  patterns: Patterns,
  openings: readonly RegExp[],
): Paragraph[] {
  const full = fullWidth(lines);
  const paragraphs: Paragraph[] = [];
  let previous: Line | null = null;
  let question = 0;
  for (const line of lines) {
    const text = line.text.trim();
    if (!text) {
      // Where lines are single spaced an empty line ends a paragraph, unless the page ends in the middle of a sentence.
      if (previous && endsSentence(previous.text)) previous = null;
      continue;
    }
    const number = /^(\d{1,4})[.)] /.exec(text);
    const isNext =
      number !== null &&
      (Number(number[1]) === question + 1 ||
        (Number(number[1]) === 1 && !!previous && /[:;.?]$/.test(previous.text.trim())));
    const opens = isNext || opensParagraph(text, patterns, openings);
    if (isNext) question = Number(number![1]);
    if (previous && !opens && !endsParagraph(previous.text, text, full, openings, patterns))
      paragraphs.at(-1)!.lines.push(line);
    else paragraphs.push({ lines: [line] });
    previous = line;
  }
  return paragraphs;
}

function opensParagraph(text: string, { answerWord }: Patterns, openings: readonly RegExp[]): boolean {
  answerWord.lastIndex = 0;
  const marker = answerWord.exec(text);
  if (
    marker &&
    /^(?: [^.:?!]{0,80})?:|^(?: (?:op |vraag |vragen |to |questions? |zu )?[\d, entm/-]{1,60})?$/i.test(
      text.slice(marker[0].length),
    )
  )
    return true;
  return openings.some((pattern) => pattern.test(text));
}

function endsParagraph(
  before: string,
  next: string,
  full: number,
  openings: readonly RegExp[],
  patterns: Patterns,
): boolean {
  const text = before.trim();
  const word = /^\S+/.exec(next)![0];
  const roomy = widthOf(`${text} ${word}`) <= full * slack;
  if (!roomy)
    return (
      endsSentence(text) &&
      /^(?:De leden van (?:de|genoemde) fractie|Genoemde leden|The members of )/.test(next)
    );
  if (endsSentence(text)) return true;
  // Lines of the frame (an address, a name, a title) end no sentence, but leave most of the line free.
  return (
    openings.some((pattern) => pattern.test(text)) ||
    opensParagraph(text, patterns, openings) ||
    widthOf(text) < full * 0.6
  );
}

function endsSentence(text: string): boolean {
  return /(?:[.?!:;]|[.?!]["”’')\]]{1,2})\d{0,3}\s*$/.test(text);
}

/** The width of a full line: that of nearly the widest. */
function fullWidth(lines: readonly Line[]): number {
  const widths = lines.map(({ text }) => widthOf(text.trim())).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.97)] ?? 0;
}
