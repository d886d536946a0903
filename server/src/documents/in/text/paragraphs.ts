import { Counter } from './counter.js';
import { headingAt, themeAt } from './headings.js';
import type { Line } from './lines.js';
import type { Measure } from './measure.js';
import { isGroupHeading, openingOf, type Opening, type ParagraphKind } from './openings.js';
import type { Publication } from './publication.js';
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
 */
export function readParagraphs(
  lines: readonly Line[],
  publication: Publication,
  print: Measure,
): Paragraph[] {
  const paragraphs: OpenParagraph[] = [];
  const counter = new Counter();
  let current: OpenParagraph | null = null;
  /** Lines of a known heading that are still to come. */
  let rest = 0;
  for (const [i, line] of lines.entries()) {
    if (rest > 0) {
      current!.lines.push(line);
      rest--;
      continue;
    }
    const opening =
      tableAt(line, publication) ??
      knownHeadingAt(lines, i, publication) ??
      headingAt(lines, i, print, publication) ??
      openingOf(line, publication) ??
      themeAt(lines, i, publication);
    if (opening?.known) rest = opening.lines! - 1;
    if (!current || begins(current, line, opening, { ...publication, print, counter })) {
      current = { kind: opening?.kind ?? 'text', lines: [line], opening };
      if (opening) counter.take(opening);
      paragraphs.push(current);
    } else current.lines.push(line);
  }
  return paragraphs;
}

function tableAt(line: Line, { tables }: Publication): Opening | null {
  const table = tables.get(line);
  return table ? { kind: 'table', known: true, whole: true, lines: table.lines } : null;
}

/** A heading that is known by its type. */
function knownHeadingAt(lines: readonly Line[], from: number, publication: Publication): Opening | null {
  const heading = publication.headings.get(lines[from]);
  if (!heading) return null;
  const text = lines
    .slice(from, from + heading.lines)
    .map((line) => line.text)
    .join(' ');
  const isTitle = heading.isTitle || openingOf(lines[from], publication)?.kind === 'title';
  const kind = isTitle ? 'title' : isGroupHeading(text, publication.patterns) ? 'group' : 'theme';
  return { kind, known: true, whole: true, lines: heading.lines };
}

interface Page extends Publication {
  print: Measure;
  counter: Counter;
}

/** Whether a line begins a paragraph, behind the lines of another. */
function begins(current: OpenParagraph, line: Line, opening: Opening | null, page: Page): boolean {
  const { print, counter, patterns } = page;
  const before = current.lines.at(-1)!;
  const ended = endsSentence(before.text) && !endsInAbbreviation(before.text, patterns);
  const apart = print.isApart(before, line);
  const roomy = print.leavesRoom(current.lines, line);
  if (opening?.known) return true;
  // A heading or a line of the frame ends no sentence.
  const free = ended || apart || roomy || ['title', 'group', 'frame'].includes(current.kind);
  switch (opening?.kind) {
    case 'number':
    case 'theme':
      return true;
    case 'question':
      // "Zie ook de antwoorden op ⏎ Vraag 1 en 2."
      if (opening.whole || free) return true;
      break;
    case 'answer':
      if (opening.sure || free) return true;
      break;
    case 'title':
    case 'group':
      if (free) return true;
      break;
    case 'frame':
      // A sentence may begin with an office.
      if (opening.sure ? free : free && (apart || roomy || !ended)) return true;
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
      // A title in capitals ends with them.
      return apart || (isUpper(before.text) ? !isUpper(line.text) : roomy);
    case 'group':
      return current.lines.length >= (current.opening?.lines ?? 1);
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
