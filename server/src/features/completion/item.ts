import type { Comparison } from '../../compare/compare.js';
import type { Brief } from '../../model/brief.js';
import type { Kind } from '../../model/front-matter/schema.js';
import type { Range } from '../../text/text.js';

/** Something that can be written at the cursor. */
export interface Completion {
  label: string;
  detail: string;
  kind:
    'part' | 'footnote' | 'question' | 'answer' | 'group' | 'key' | 'value' | 'file' | 'citation' | 'rule';
  /** For a part with tab stops, or plain for a client that has none. */
  insert: string;
  /** What is typed is held against this. */
  filter: string;
  replace: Range;
  /** Places it among those that fit what is typed equally well. */
  sort: string;
}

/** A file that the document could name, by its path as seen from the document's folder. */
export interface NamedFile {
  /** As front matter names it. */
  path: string;
  /** `null` for one that has not been read. */
  kind: Kind | null;
}

/** What completion knows beside the document. */
export interface Surroundings {
  tabStops: boolean;
  /** The key that brought the list up, if it is one that asks for it. */
  trigger: string | null;
  /** This reply held against its letter. */
  comparison(): Comparison | null;
  files: readonly NamedFile[];
  /** The day of today as ISO text, if it is known. */
  today: string | null;
}

/** The place where something is to be written. */
export interface Cursor {
  brief: Brief;
  offset: number;
  /** Text of the line up to the cursor, and from there on. */
  before: string;
  after: string;
  /** The end of `before`: all that most questions need, in a line of any length. */
  near: string;
}

export function cursorAt(brief: Brief, offset: number): Cursor {
  const { from, text } = brief.text.lineAt(offset);
  const before = text.slice(0, offset - from);
  return { brief, offset, before, after: text.slice(offset - from), near: before.slice(-300) };
}

/** Keeps things in the order in which they are given. */
export function inOrder(group: number, index: number): string {
  return `${group}${String(index).padStart(5, '0')}`;
}
