import type { PartKind } from '../draft/part.js';
import { joinLines } from './join.js';
import type { Line } from './lines.js';
import type { PrintedNote } from './notes.js';
import type { ParagraphKind } from './openings.js';
import { readParagraphs } from './paragraphs.js';
import type { Publication } from './publication.js';

export interface ReadPart {
  kind: PartKind;
  paragraphs: ReadParagraph[];
  notes: PrintedNote[];
}

/** A paragraph as one text, with where in it each line of print begins, and its page. */
export interface ReadParagraph {
  kind: ParagraphKind;
  text: string;
  starts: number[];
  pages: number[];
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
  usualWidth: number,
): ReadPart {
  const { patterns, words } = publication;
  const paragraphs = readParagraphs(body, publication, usualWidth).map((paragraph): ReadParagraph => {
    const texts = paragraph.lines.map(({ text }) => text);
    return {
      kind: paragraph.kind,
      ...joinLines(texts, words, patterns),
      pages: paragraph.lines.map(({ page }) => page),
    };
  });
  return { kind, paragraphs, notes };
}
