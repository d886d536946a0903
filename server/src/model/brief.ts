import type { Tree } from '@lezer/common';
import type { Language } from '../languages/language.js';
import type { Range, Text } from '../text/text.js';
import type {
  Announcement,
  AnswerOpener,
  BrokenWord,
  Citation,
  CrossReference,
  Directive,
  Facts,
  FootnoteDefinition,
  FootnoteReference,
  FrameFact,
  Heading,
  InlineFootnote,
  LetterOpener,
  LiteralMark,
  NumberOpener,
  OpenComment,
  PartLink,
  QuestionOpener,
  Segment,
  Sentence,
  TemplateText,
} from './facts.js';
import { lettersOf } from './facts.js';
import type { FrontMatter } from './front-matter/read.js';
import type { Kind, Numbering } from './front-matter/schema.js';

/**
 * A top-level block of the syntax tree, or an item of a top-level list. It keeps its identity while what it says to the
 * rest of the document stays the same: what was drawn from it stays valid when only its words change.
 */
export interface Block {
  /** Offset in the text; moves when text before the block changes. */
  from: number;
  length: number;
  node: Tree;
  facts: Facts;
  /** An empty line, a block of another kind or the start of the text stands above. */
  apart: boolean;
}

/** A place in the text, told from the start of its block: it stays right when text before the block changes. */
export interface Place {
  block: Block;
  at: Range;
}

/** A fact with the block that it stands in. */
export interface Placed<T extends { at: Range }> {
  block: Block;
  fact: T;
}

export function rangeOf({ block, at }: Place): Range {
  return { from: block.from + at.from, to: block.from + at.to };
}

export function placeOf<T extends { at: Range }>({ block, fact }: Placed<T>): Place {
  return { block, at: fact.at };
}

/** Where a fact stands in the text. */
export function spanOf({ block, fact }: Placed<{ at: Range }>): Range {
  return rangeOf({ block, at: fact.at });
}

/**
 * One `*.brief.md` document, drawn from its blocks. Order is the order of the text everywhere. An edit changes the model in
 * place, and replaces only what it made different: see `refold`.
 */
export interface Brief {
  text: Text;
  blocks: readonly Block[];
  frontMatter: FrontMatter;
  language: Language;
  kind: Kind;
  numbering: Numbering;
  headings: Placed<Heading>[];
  groups: Group[];
  questions: Question[];
  answers: Answer[];
  /** Runs of `N.` inside a question or answer that start again at 1. */
  enumerations: Enumeration[];
  /** Segments that belong to no question or answer: cover, letterhead, closing; and headings. */
  frame: SegmentPlace[];
  references: Placed<FootnoteReference>[];
  inlineFootnotes: Placed<InlineFootnote>[];
  definitions: Placed<FootnoteDefinition>[];
  crossReferences: PlacedReference[];
  citations: Placed<Citation>[];
  announcements: Placed<Announcement>[];
  literalMarks: Placed<LiteralMark>[];
  brokenWords: Placed<BrokenWord>[];
  templates: Placed<TemplateText>[];
  frameFacts: Placed<FrameFact>[];
  directives: Placed<Directive>[];
  openComments: Placed<OpenComment>[];
  /** Files that are parts of a report. */
  parts: Placed<PartLink>[];
  /** Whether a word stands somewhere in the body, whole and in the same case. Remembered a block. */
  occurs(word: string): boolean;
}

export interface SegmentPlace {
  block: Block;
  segment: Segment;
}

/** What stands under one heading that names groups. */
export interface Group {
  names: string[];
  heading: Placed<Heading>;
  questions: Question[];
}

export interface Question {
  /** Its number or numbers; empty in a letter without numbering. */
  numbers: number[];
  opener: Placed<NumberOpener | QuestionOpener> | null;
  group: Group | null;
  /** Opener's own segment first. */
  segments: SegmentPlace[];
  subQuestions: SubQuestion[];
  sentences: Placed<Sentence>[];
  /** Answers that stand for it, its own first; more than one is possible. */
  answers: Answer[];
}

export interface SubQuestion {
  letter: string;
  opener: Placed<LetterOpener | QuestionOpener>;
  segments: SegmentPlace[];
}

export interface Answer {
  opener: Placed<AnswerOpener>;
  /** As its marker names them; empty for a bare marker, or an answer without one. */
  numbers: number[];
  /** The group that it stands in. */
  group: Group | null;
  /** The questions that it answers and that exist. */
  questions: Question[];
  segments: SegmentPlace[];
  /** Letters that the answer itself uses. */
  letters: Placed<LetterOpener>[];
  /** The sub-questions that it answers, by letter; empty when it answers a question whole: `partsOf` tells of each. */
  parts: string[];
  status: Exclude<Status, 'missing'>;
}

/** How far the answer to a question is. */
export type Status = 'answered' | 'referred' | 'deferred' | 'placeholder' | 'empty' | 'missing';

export interface Enumeration {
  /** The question or answer that it stands in. */
  owner: Question | Answer;
  items: Placed<NumberOpener>[];
}

export interface PlacedReference extends Placed<CrossReference> {
  /** The question or answer that it stands in. */
  owner: Question | Answer | null;
  /** Inside a quoted question it speaks of another document, and is not checked or renumbered. */
  quoted: boolean;
}

/** The furthest first. */
const statuses: readonly Status[] = ['answered', 'referred', 'deferred', 'placeholder', 'empty', 'missing'];

/** The state of a question: that of its best answer. */
export function statusOf({ answers }: Question): Status {
  return statuses.find((status) => answers.some((answer) => answer.status === status)) ?? 'missing';
}

/** The answer that is furthest. */
export function bestAnswer(question: Question): Answer | undefined {
  const status = statusOf(question);
  return question.answers.find((answer) => answer.status === status);
}

/** A question of the letter that several questions of the reply repeat is as far as the one that is least far. */
export function worstOf(found: readonly Status[]): Status | undefined {
  return statuses.findLast((status) => found.includes(status));
}

/** The sub-questions of a question that an answer answers, by letter; empty when it answers the question whole. */
export function partsOf({ opener, parts }: Answer, { numbers }: Question): string[] {
  const named = opener.fact.numbers.filter(({ number, to }) =>
    numbers.some((own) => number <= own && own <= to),
  );
  const letters = named.flatMap(lettersOf);
  // "Antwoord 1 en 2a" answers question 1 whole, and of question 2 a part.
  return letters.length > 0 && named.every(({ letter }) => letter !== null) ? letters : parts;
}

export function textAt(text: Text, { from, to }: Range): string {
  return text.sliceString(from, to);
}

const numbered = new WeakMap<readonly Question[], Map<number, Question[]>>();

/** Questions of a document or a group by number; several under one where numbers repeat (per group, or by mistake). */
export function questionsByNumber({ questions }: Pick<Brief, 'questions'>): Map<number, Question[]> {
  let map = numbered.get(questions);
  if (!map) {
    map = new Map();
    for (const question of questions)
      for (const number of question.numbers) {
        const same = map.get(number);
        if (same) same.push(question);
        else map.set(number, [question]);
      }
    numbered.set(questions, map);
  }
  return map;
}

const owned = new WeakMap<readonly Question[], Map<Segment, Question | Answer>>();

/** The question or answer that each segment belongs to; some belong to none. */
export function ownersOf({ questions, answers }: Brief): ReadonlyMap<Segment, Question | Answer> {
  let map = owned.get(questions);
  if (!map) {
    map = new Map();
    for (const owner of [...questions, ...answers])
      for (const { segment } of owner.segments) map.set(segment, owner);
    owned.set(questions, map);
  }
  return map;
}

/** From the first segment to the end of the last. */
export function extentOf(segments: readonly SegmentPlace[]): Range {
  const first = segments[0];
  const last = segments.at(-1)!;
  return { from: first.block.from + first.segment.at.from, to: last.block.from + last.segment.at.to };
}

/** Text of a question or answer without its opener and without comments, blocks apart by an empty line. */
export function bodyText(text: Text, segments: readonly SegmentPlace[]): string {
  return segments
    .map(({ block, segment }) =>
      withoutComments(text.sliceString(block.from + segment.body.from, block.from + segment.at.to)).trim(),
    )
    .filter(Boolean)
    .join('\n\n');
}

/** A comment that is left open stays: its text is found by others. */
export function withoutComments(source: string): string {
  let rest = '';
  let done = 0;
  for (let from = source.indexOf('<!--'); from >= 0; from = source.indexOf('<!--', done)) {
    const end = source.indexOf('-->', from + 4);
    if (end < 0) break;
    rest += source.slice(done, from).replace(/[ \t]$/, '');
    done = end + 3;
  }
  return rest + source.slice(done);
}
