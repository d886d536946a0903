import type { Range } from '../text/text.js';

/**
 * Facts are what one block says on its own, whatever stands around it. Every `at` counts from the start of the block.
 * They are read once per block and kept until its text changes.
 */
export interface Facts {
  segments: Segment[];
  /** Hints on lists and tables, for what is announced: "onderstaande tabel". */
  thing: 'table' | 'list' | 'image' | null;
  definitions: FootnoteDefinition[];
  directives: Directive[];
  /** HTML comments that never end; the dialect closes them at their own line. */
  openComments: OpenComment[];
  /** The last line ends a sentence: a question may follow without an empty line. */
  endsSentence: boolean;
  /** The block is a link to another file and nothing else: a part of a report. */
  part: PartLink | null;
}

/**
 * A stretch of a block from one opener to the next. The first segment of a block may have no opener: it continues what
 * was open.
 */
export interface Segment {
  /** The whole stretch, opener included. */
  at: Range;
  opener: Opener | null;
  /** The text after the opener. */
  body: Range;
  /** What the body holds, when read as the text of an answer. */
  content: Content;
  /** Its first sentence says that these questions are answered together. */
  together: NumberAt[];
  sentences: Sentence[];
  references: FootnoteReference[];
  inlineFootnotes: InlineFootnote[];
  crossReferences: CrossReference[];
  citations: Citation[];
  announcements: Announcement[];
  /** Marks typed as text where a footnote reference is meant: `beleid[1]`, `beleid¹`, `beleid.12 Daarom`. */
  literalMarks: LiteralMark[];
  quotationMarks: QuotationMark[];
  /** Words cut by a hyphen and a space: `EURO- POL`. `joined` is the word without them. */
  brokenWords: BrokenWord[];
  templates: TemplateText[];
  frameFacts: FrameFact[];
  /** A paragraph that says who is written to, or where and when: no part of a question below it. */
  letterhead: boolean;
  /** The text of a footnote: no part of a question or answer. */
  inNote: boolean;
}

/** What the body says of the frame: its own date, the date on which questions were sent, and marks. */
export interface FrameFact {
  /** The date or mark itself; the words before it if nothing is filled in. */
  at: Range;
  kind: 'date' | 'sent' | 'reference' | 'theirReference';
  /** A date as ISO text, or a mark; empty if the words stand there and nothing is filled in. */
  value: string;
}

export type Content = 'none' | 'placeholder' | 'deferral' | 'referral' | 'text';

export type Opener =
  | NumberOpener
  | QuestionOpener
  | AnswerOpener
  | LetterOpener
  | Heading
  | { kind: 'break'; at: Range }
  | { kind: 'signature'; at: Range }
  | { kind: 'afterword'; at: Range };

/** `12.` or `12)` at the start of a line: a question or an item of an enumeration, as the fold decides. */
export interface NumberOpener {
  kind: 'number';
  at: Range;
  number: number;
  mark: '.' | ')';
  /** Indented by two or more, or in a list within a list: never a question. */
  indented: boolean;
  /** An empty line, another block or the start of the text stands above. */
  apart: boolean;
  /** Not apart, and the line above ends a sentence. */
  afterSentence: boolean;
}

/** `Vraag 12`, `Vragen 5, 6 en 7` alone on a line, or a heading that is only such a number list. */
export interface QuestionOpener {
  kind: 'question';
  at: Range;
  numbers: NumberAt[];
  heading: boolean;
  /** Not a recommendation, which asks nothing. */
  asks: boolean;
  /**
   * `word`: as above. The fold takes the other forms for a question only where an answer shows it: `number`, a line that
   * is only a number list, which may be a page number; `inline`, "Vraag 12:" with text behind it.
   */
  form: 'word' | 'number' | 'inline';
}

/** `Antwoord:`, `Antwoord op vraag 3`, `Antwoorden 5 en 6`. No numbers: it answers the question above it. */
export interface AnswerOpener {
  kind: 'answer';
  at: Range;
  /** The word alone, for messages. */
  word: string;
  numbers: NumberAt[];
  heading: boolean;
  /** Ends in a colon. */
  colon: boolean;
  /** Answers every question above it: "Antwoord van … namens de Commissie". */
  all: boolean;
}

/** `a.` or `a)` at the start of a line; in an answer also `a en b.`, of which each letter is one. */
export interface LetterOpener {
  kind: 'letter';
  /** Begins at the letter; empty for one that is not written: b of `a t/m c.` */
  at: Range;
  letter: string;
  mark: '.' | ')';
  /** At the start of its block, or below a line that ends in a punctuation mark or is empty. */
  apart: boolean;
  /** Those behind it on the same line. */
  more: LetterOpener[];
}

export interface Heading {
  kind: 'heading';
  at: Range;
  level: number;
  title: string;
  /** The groups that it names; empty for a thematic heading. */
  groups: string[];
}

/** A number as it is written: one number, or the ends of a range ("5 t/m 8"), with a letter if need be ("2a", "2a t/m c"). */
export interface NumberAt {
  at: Range;
  number: number;
  /** Last number of a range; the number itself otherwise. */
  to: number;
  letter: string | null;
  /** Where the letter stands, if not with the number: "deelvraag a van vraag 2". */
  letterAt: Range | null;
  /** The end of a range of letters, as it is written: "c" of "2a t/m c", "2c" of "2a t/m 2c". */
  lastLetter: { at: Range; letter: string } | null;
  /** Written as a word: "vier". */
  spelled: boolean;
}

/** No one asks or answers more questions at once. */
export const longestRange = 200;

/** Each number once, in the order in which they are written. */
export function numbersOf(list: readonly NumberAt[]): number[] {
  const numbers = new Set<number>();
  for (const { number, to } of list)
    for (let i = number; i <= Math.min(to, number + longestRange - 1); i++) numbers.add(i);
  return [...numbers];
}

/** Each letter that a number names, in order; none for a question as a whole. */
export function lettersOf({ letter, lastLetter }: NumberAt): string[] {
  if (letter === null) return [];
  const letters = [letter];
  for (let code = letter.charCodeAt(0) + 1; code <= (lastLetter?.letter.charCodeAt(0) ?? 0); code++)
    letters.push(String.fromCharCode(code));
  return letters;
}

export interface Sentence {
  at: Range;
  /** Whether it asks: certain with a question mark, likely if it asks indirectly. */
  question: 'certain' | 'likely' | null;
}

export interface FootnoteReference {
  at: Range;
  label: string;
  /** The same for labels that differ in case only. */
  key: string;
}

/** `^[text]`. */
export interface InlineFootnote {
  at: Range;
  text: string;
}

export interface FootnoteDefinition {
  at: Range;
  /** `[^label]` without the colon. */
  mark: Range;
  label: string;
  key: string;
  body: Range;
  /** White space folded. */
  text: string;
}

/** "het antwoord op vraag 3 en 4": plain words that point to questions of this document. */
export interface CrossReference {
  at: Range;
  numbers: NumberAt[];
  /** Numbers of questions that are gone: "vraag 3 [vervallen]". */
  withdrawn: NumberAt[];
  /** The answer is meant, not the question. */
  answer: boolean;
  /** The noun is plural ("de vragen"). */
  plural: boolean;
  /** Whose questions they are said to be: "vraag 3 van de PVV-fractie". Only the document knows whether that is a group of it. */
  of: string | null;
}

/** A citation of a parliamentary paper or other official source, as found; its form is judged by the rules. */
export interface Citation {
  at: Range;
  form: string;
  parts: CitationParts;
  text: string;
}

export interface CitationParts {
  chamber: 'I' | 'II' | null;
  /** `2023/24`, as written. */
  session: string | null;
  /** Where the session stands. */
  year: { at: Range } | null;
  dossier: string | null;
  /** Of a budget (`VII`), of a law of the kingdom (`R1669`), or the second number of a dossier (`02` of 21501-02). */
  chapter: string | null;
  number: string | null;
  /** Of a day of the proceedings. */
  item: string | null;
  pages: { from: number; to: number; at: Range } | null;
}

export interface Announcement {
  at: Range;
  thing: 'table' | 'list' | 'image';
}

export interface LiteralMark {
  at: Range;
  mark: string;
}

/** `“` or `”`; the straight mark does not tell which it is. */
interface QuotationMark {
  at: Range;
  opens: boolean;
  /** Nothing stands before it in its segment. */
  first: boolean;
}

export interface BrokenWord {
  at: Range;
  joined: string;
}

export interface TemplateText {
  at: Range;
}

/** `<!-- kb negeer CODE: reden -->` or `<!-- kb werk: eigenaar=…; stand=… -->`. */
export interface Directive {
  at: Range;
  kind: 'ignore' | 'ignore-file' | 'work' | 'unknown';
  /** The rule codes that it names, each with its place. */
  codes: { at: Range; code: string }[];
  reason: string;
  /** Of a note on the work. */
  fields: WorkField[];
}

/** What a note on the work can say. */
export type WorkKey = 'owner' | 'state' | 'due' | 'remark';

/** How far those who work on an answer are with it. */
export type WorkState = 'draft' | 'review' | 'agreed';

/** `eigenaar=…` in a note on the work. */
export interface WorkField {
  at: Range;
  /** `null` for a name that is none in any language. */
  key: WorkKey | null;
  name: string;
  /** The value, which may be empty. */
  body: Range;
  /** `null` where there is no `=`. */
  value: string | null;
}

export interface OpenComment {
  at: Range;
}

export interface PartLink {
  at: Range;
  /** The link's address as written. */
  target: Range;
  href: string;
}
