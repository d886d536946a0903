import type { Patterns } from '../../../languages/patterns.js';
import type { Line } from './lines.js';
import { measure, type Measure } from './measure.js';
import { openingOf, type Opening, type ParagraphKind } from './openings.js';
import { endsInAbbreviation, endsSentence } from './sentence.js';

export interface Paragraph {
  kind: ParagraphKind;
  lines: Line[];
}

interface OpenParagraph extends Paragraph {
  opening: Opening | null;
}

/**
 * Puts lines together into paragraphs. A paragraph ends where a sentence ends and the next word would still have fitted on
 * the line, or where space was left; and before what always begins one: a question, an answer, a heading. It never ends in
 * the middle of a sentence.
 * @param bare lines that are the number of a question and nothing else
 */
export function readParagraphs(
  lines: readonly Line[],
  bare: ReadonlySet<Line>,
  doubled: boolean,
  patterns: Patterns,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const print = measure(lines);
  const counter = new Counter();
  let current: OpenParagraph | null = null;
  for (const line of lines) {
    const opening = openingOf(line, bare, patterns);
    if (!current || begins(current, line, opening, { print, counter, doubled, patterns })) {
      current = { kind: opening?.kind ?? 'text', lines: [line], opening };
      counter.take(opening);
      paragraphs.push(current);
    } else current.lines.push(line);
  }
  return paragraphs;
}

/** Which numbers and letters may come next: a question, and a list inside it. */
class Counter {
  private question = 0;
  private list = 0;
  private letter = 0;

  fits({ kind, count = 0 }: Opening): boolean {
    if (kind === 'letter') return count === 1 || count === this.letter + 1;
    return count === 1 || count === this.list + 1 || count === this.question + 1;
  }

  take(opening: Opening | null): void {
    const count = opening?.count ?? 0;
    if (opening?.kind === 'letter') this.letter = count;
    else if (opening?.kind === 'item') {
      if (count === this.question + 1) this.question = count;
      else if (count !== this.list + 1 && count !== 1) this.question = count;
      this.list = count;
    } else if (opening && opening.kind !== 'bullet') this.letter = 0;
  }
}

interface Page {
  print: Measure;
  counter: Counter;
  doubled: boolean;
  patterns: Patterns;
}

/** Whether a line begins a paragraph, behind the lines of another. */
function begins(current: OpenParagraph, line: Line, opening: Opening | null, page: Page): boolean {
  const { print, counter, doubled, patterns } = page;
  const before = current.lines.at(-1)!;
  const ended = endsSentence(before.text) && !endsInAbbreviation(before.text, patterns);
  const apart = line.above > (doubled ? 1 : 0) && line.page === before.page;
  const roomy = print.leavesRoom(current.lines, line);
  const free = ended || apart || roomy;
  switch (opening?.kind) {
    case 'number':
    case 'question':
    case 'answer':
      return true;
    case 'title':
    case 'group':
    case 'frame':
      if (free) return true;
      break;
    case 'item':
    case 'letter':
      if (free && counter.fits(opening)) return true;
      break;
    case 'bullet':
      if (ended || apart || /,$/.test(before.text) || !/^[-–]/.test(line.text)) return true;
      break;
  }
  if (current.opening?.whole) return true;
  if (/[\p{L}\d]-$/u.test(before.text)) return false;
  const lower = /^["“‘'(]{0,2}\p{Ll}/u.test(line.text);
  switch (current.kind) {
    case 'title':
      return roomy || apart || (isUpper(before.text) && !isUpper(line.text));
    case 'group':
      return roomy || apart || patterns.groupOpening.test(line.text);
    case 'frame':
      return roomy || apart;
  }
  if (!ended) return !lower && (apart || (roomy && print.fill(before) < 0.6));
  if (apart) return true;
  // A full stop before a small letter ends an abbreviation.
  if (lower && /\.\d{0,3}$/.test(before.text)) return false;
  return roomy || patterns.groupOpening.test(line.text);
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase();
}
