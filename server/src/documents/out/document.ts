import type { Language } from '../../languages/language.js';
import { wordsFor, type Words } from '../../languages/messages.js';
import type { Answer, Block, Brief, Question, Status } from '../../model/brief.js';
import type { FrontMatterValues, Kind } from '../../model/front-matter/schema.js';

/**
 * A document as it is printed, which every exporter reads: comments and front matter are gone, footnotes have their numbers,
 * and the parts of a report stand in it. Every word of the body is there once, in its order.
 */
export interface PrintedDocument {
  kind: Kind;
  language: Language;
  /** For the properties of a file; not printed. */
  title: string;
  values: FrontMatterValues;
  pieces: Piece[];
  /** In the order of their numbers, over all parts. */
  notes: Note[];
  /** Texts of footnotes that nothing refers to. */
  strayNotes: Piece[][];
}

/** Where something stands in its file at the time of printing: an edit of the file makes it wrong. */
export interface Source {
  file: Brief;
  block: Block;
  from: number;
}

export interface Sourced {
  source?: Source;
}

export type Piece = Sourced &
  (
    | HeadingPiece
    | ParagraphPiece
    | ListPiece
    | TablePiece
    | QuotePiece
    | CodePiece
    | BreakPiece
    | GroupPiece
    | QuestionPiece
    | AnswerPiece
    | PartPiece
    | ClosingNotesPiece
    | NoticePiece
  );

export interface HeadingPiece {
  type: 'heading';
  /** 1 to 6; deeper in a part than in the part's own file. */
  level: number;
  inlines: Inline[];
}

export interface ParagraphPiece {
  type: 'paragraph';
  /** The office of who signs: it stands on the page of the name below it. */
  signs?: boolean;
  inlines: Inline[];
}

export interface ListPiece {
  type: 'list';
  ordered: boolean;
  items: ListItem[];
}

export interface ListItem {
  /** As typed: `1)`, or a bullet. */
  marker: string;
  pieces: Piece[];
}

export interface TablePiece {
  type: 'table';
  align: ('left' | 'center' | 'right' | null)[];
  /** Every row has as many cells as the head. */
  head: Inline[][];
  rows: Inline[][][];
}

export interface QuotePiece {
  type: 'quote';
  pieces: Piece[];
}

/** Text that stands as it is typed, line by line. */
export interface CodePiece {
  type: 'code';
  text: string;
}

/** `* * *`. */
export interface BreakPiece {
  type: 'break';
}

/** From the heading that names groups to the last of their questions and answers; the heading is its first piece. */
export interface GroupPiece {
  type: 'group';
  names: string[];
  pieces: Piece[];
}

export interface QuestionPiece {
  type: 'question';
  /** In the model of its file; several pieces can be of one. */
  question: Question;
  /** Empty in a letter without numbering. */
  numbers: number[];
  /** `null` where nothing is answered. */
  status: Status | null;
  pieces: Piece[];
}

export interface AnswerPiece {
  type: 'answer';
  /** In the model of its file. */
  answer: Answer;
  /** Of the questions that it answers. */
  numbers: number[];
  status: Status;
  pieces: Piece[];
}

/** A part of a report, under the heading that the report gives it. */
export interface PartPiece {
  type: 'part';
  kind: Kind;
  language: Language;
  /** Of its own file; not printed. */
  title: string;
  values: FrontMatterValues;
  pieces: Piece[];
}

/** The second series of notes, after the last answer. */
export interface ClosingNotesPiece {
  type: 'closing-notes';
  notes: Note[];
}

/** What should stand here and does not. It is no part of the text. */
export interface NoticePiece {
  type: 'notice';
  of: 'part' | 'answer' | 'note';
  words: Words;
}

export type Inline = TextInline | { kind: 'break' } | NoteInline | ImageInline;

export interface TextInline {
  kind: 'text';
  text: string;
  strong: boolean;
  emphasis: boolean;
  code: boolean;
  /** `[woord]`: added by the one who quotes. */
  editorial: boolean;
  /** The number, letter or words that open a question, sub-question or answer. */
  lead: boolean;
  /** A web or mail address. */
  href: string | null;
  /** Only if asked for: words of the letter that the quote of a reply has not, and words that the letter has not. */
  change?: 'missing' | 'added';
}

export interface NoteInline {
  kind: 'note';
  note: Note;
  /** How many times the note was referred to before. */
  occurrence: number;
}

export interface ImageInline {
  kind: 'image';
  /** As written. */
  href: string;
  /** The document that names it, which may be a part. */
  file: Brief;
  alt: string;
}

export interface Note {
  /** Unique in the document, fit for an address within it. */
  id: string;
  series: 'running' | 'closing';
  /** As printed; running over all parts, or from 1 for the closing notes of each part. */
  number: number;
  /** Nothing for a note that has no text yet: its mark counts all the same. */
  pieces: Piece[];
}

/** How the mark of a note is printed: `12`, or `3)` in the second series. */
export function markOf({ series, number }: Note): string {
  return series === 'closing' ? `${number})` : String(number);
}

/** Stands in the place of the text of a note that has none. */
export const noteNotice: NoticePiece = {
  type: 'notice',
  of: 'note',
  words: { nl: 'deze noot heeft nog geen tekst', en: 'this note has no text yet' },
};

/** Stands in the place of an image that cannot be shown. */
export function insteadOf({ alt }: ImageInline): string {
  return `[${alt.trim() || '…'}]`;
}

/** The words of running text without notes. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.kind === 'text'
        ? inline.text
        : inline.kind === 'break'
          ? ' '
          : inline.kind === 'image'
            ? inline.alt
            : '',
    )
    .join('')
    .trim();
}

/** The level of the highest heading; 6 if there is none. */
export function topLevelOf(pieces: readonly Piece[]): number {
  return pieces.reduce((top, piece) => {
    if (piece.type === 'heading') return Math.min(top, piece.level);
    return 'pieces' in piece ? Math.min(top, topLevelOf(piece.pieces)) : top;
  }, 6);
}

/** A notice in the language of the text that it stands in. */
export function noticeText({ words }: NoticePiece, language: Language): string {
  return `[${words[wordsFor(language)]}]`;
}
