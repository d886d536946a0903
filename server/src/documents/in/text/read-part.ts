import type { Patterns } from '../../../languages/patterns.js';
import type { PartKind } from '../draft/part.js';
import { joinLines } from './join.js';
import type { Line } from './lines.js';
import { readFeet, type PrintedNote } from './notes.js';
import type { ParagraphKind } from './openings.js';
import { readParagraphs } from './paragraphs.js';
import type { PrintedPart } from './parts.js';

/** What is known of a publication as a whole. */
export interface Publication {
  patterns: Patterns;
  doubled: boolean;
  /** Lines that are the number of a question and nothing else. */
  bare: ReadonlySet<Line>;
  /** How often words stand in it. */
  words: ReadonlyMap<string, number>;
}

export interface ReadPart {
  kind: PartKind;
  paragraphs: ReadParagraph[];
  notes: PrintedNote[];
}

/** A paragraph as one text, with where in it each line of print begins, its page, and its line in the source. */
export interface ReadParagraph {
  kind: ParagraphKind;
  text: string;
  starts: number[];
  pages: number[];
  lines: number[];
}

/**
 * @param last the number of the last note before this part; 0 if there is none
 * @param progress is told which part of this part is done
 */
export function readPart(
  { kind, lines }: PrintedPart,
  publication: Publication,
  last: number,
  progress: (done: number) => void,
): ReadPart {
  const { patterns, doubled, bare, words } = publication;
  const { body, notes } = readFeet(lines, words, doubled, patterns, last);
  progress(0.4);
  const printed = readParagraphs(body, bare, doubled, patterns);
  progress(0.8);
  const paragraphs = printed.map((paragraph): ReadParagraph => {
    const texts = paragraph.lines.map(({ text }) => text);
    return {
      kind: paragraph.kind,
      ...joinLines(texts, words, patterns),
      pages: paragraph.lines.map(({ page }) => page),
      lines: paragraph.lines.map(({ number }) => number),
    };
  });
  return { kind, paragraphs, notes };
}
