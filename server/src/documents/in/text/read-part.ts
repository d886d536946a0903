import type { PartKind } from '../draft/part.js';
import { joinLines } from './join.js';
import type { Line } from './lines.js';
import type { Measure } from './measure.js';
import type { PrintedNote } from './notes.js';
import type { ParagraphKind } from './openings.js';
import { readParagraphs } from './paragraphs.js';
import type { Publication } from './publication.js';

export interface ReadPart {
  kind: PartKind;
  paragraphs: ReadParagraph[];
  notes: PrintedNote[];
}

/** A paragraph as one text, with where in it each line of print begins, its page, and the lines. */
export interface ReadParagraph {
  kind: ParagraphKind;
  text: string;
  starts: number[];
  pages: number[];
  lines: readonly Line[];
}

/** A part of which the notes were taken from the feet of its pages. */
export interface SplitPart {
  kind: PartKind;
  body: Line[];
  notes: PrintedNote[];
}

export function readPart(
  { kind, body, notes }: SplitPart,
  publication: Publication,
  print: Measure,
): ReadPart {
  const paragraphs = readParagraphs(body, publication, print).map((paragraph): ReadParagraph => {
    const texts = paragraph.lines.map(({ text }) => text);
    return {
      kind: paragraph.kind,
      ...joinLines(texts, publication),
      pages: paragraph.lines.map(({ page }) => page),
      lines: paragraph.lines,
    };
  });
  return { kind, paragraphs, notes };
}
