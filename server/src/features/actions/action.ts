import type { Edited } from '../../edits/edit.js';
import type { Words } from '../../languages/messages.js';
import type { Brief } from '../../model/brief.js';
import type { Range } from '../../text/text.js';

/** Every kind; those of `source` are for the whole document. */
export const actionKinds = [
  'refactor.rewrite',
  'refactor.move',
  'refactor.inline',
  'refactor.extract',
  'source.renumber.kamerbrief',
  'source.sortFootnotes.kamerbrief',
  'source.numberFootnotes.kamerbrief',
  'source.mergeFootnotes.kamerbrief',
] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Something that can be done at the cursor, though nothing is wrong. */
export interface Action {
  /** Stable within the document: by it the action is found again when it is chosen. */
  id: string;
  title: Words;
  /** Kinds of the Language Server Protocol. */
  kind: ActionKind;
  /** Made when the action is chosen. */
  edits(): Edited;
}

/** Looks whether an action fits at the cursor or selection. Cheap: it is asked at every move of the cursor. */
export type Offer = (brief: Brief, range: Range) => Action[];
