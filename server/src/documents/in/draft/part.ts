import type { Words } from '../../../languages/messages.js';
import type { FrontMatterValues } from '../../../model/front-matter/schema.js';

export type PartKind = 'report' | 'letter' | 'reply';

/** A part of a consultation that was read from another format, before it becomes a file. */
export interface DraftPart {
  kind: PartKind;
  blocks: DraftBlock[];
  /** In the order in which they are written; also those that no mark refers to. */
  notes: DraftNote[];
  /** What stands around the text, such as headers and footers: it says something of the frame, and is not printed. */
  margins?: string[];
  /** What is known of it by other ways than its text. */
  values?: FrontMatterValues;
  /** What is to be said of the part as a whole. */
  notices?: Words[];
}

export type DraftBlock =
  DraftHeading | DraftParagraph | DraftList | DraftTable | DraftQuote | DraftCode | DraftRemark | DraftBreak;

export interface DraftHeading {
  type: 'heading';
  /** 1 to 6. */
  level: number;
  inlines: DraftInline[];
}

export interface DraftParagraph {
  type: 'paragraph';
  inlines: DraftInline[];
}

export interface DraftList {
  type: 'list';
  items: DraftItem[];
  /** Its numbers would be those of questions at the margin. */
  indented?: boolean;
}

export interface DraftItem {
  /** `-`, or a number with its sign: `1)`. */
  marker: string;
  blocks: DraftBlock[];
}

export interface DraftTable {
  type: 'table';
  align: ('left' | 'center' | 'right' | null)[];
  /** As many cells as `align`, and so has every row. */
  head: DraftInline[][];
  rows: DraftInline[][][];
}

export interface DraftQuote {
  type: 'quote';
  blocks: DraftBlock[];
}

/** Text that stands as it was typed, line by line. */
export interface DraftCode {
  type: 'code';
  text: string;
}

/** A note to the drafters, which is printed nowhere. */
export interface DraftRemark {
  type: 'remark';
  author: string;
  text: string;
}

export interface DraftBreak {
  type: 'break';
}

export type DraftInline =
  DraftText | DraftMark | { kind: 'break' } | { kind: 'notice'; message: Words } | DraftImage;

export interface DraftText {
  kind: 'text';
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  code?: boolean;
  /** A web or mail address. */
  href?: string;
}

/** The mark of a note. */
export interface DraftMark {
  kind: 'mark';
  /** Without white space and brackets. */
  label: string;
}

export interface DraftImage {
  kind: 'image';
  href: string;
  alt: string;
}

export interface DraftNote {
  label: string;
  blocks: DraftBlock[];
}

export interface ImportedFile {
  name: string;
  content: string;
}

/** A place where the importer was not sure, or that the dialect has no place for. */
export interface Notice {
  /** The name of the imported file in which it stands. */
  file: string;
  /** In that file, from 1. */
  line: number;
  message: Words;
}

/** What was brought in: the files, and what to look at in them; or why nothing was. */
export type ImportResult =
  { ok: true; files: ImportedFile[]; notices: Notice[] } | { ok: false; reason: Words };

/** The words of running text, without notes. */
export function plainText(inlines: readonly DraftInline[], between = ' '): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? between : inline.kind === 'image' ? inline.alt : '';
    })
    .join('');
}
