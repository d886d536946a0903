import { labelKey } from '../../model/footnotes.js';
import { spanOf, type Brief } from '../../model/brief.js';
import type { Range, Text, TextEdit } from '../../text/text.js';
import type { Edited } from '../edit.js';
import { cuts } from '../pieces.js';
import { noSuchNote, noteNamed, proven, standingWithout } from './notes.js';

/** Takes a footnote away: its marks, and its text. */
export function removeFootnote(brief: Brief, label: string): Edited {
  const note = noteNamed(brief, label);
  if (!note) return noSuchNote(label);
  const texts = note.definitions.map(spanOf);
  const marks = note.references
    .map(spanOf)
    // A note that refers to itself goes as a whole.
    .filter(({ from, to }) => !texts.some((text) => from >= text.from && to <= text.to));
  const edits = [...marks.map((mark) => withoutMark(brief.text, mark)), ...cuts(brief.text, texts)];
  return proven(
    brief,
    edits,
    standingWithout(brief, (one) => labelKey(one) === labelKey(label)),
  );
}

/** The space before a mark goes with it, where no word follows. */
export function withoutMark(text: Text, { from, to }: Range): TextEdit {
  const spaced = /[^\n] \[/.test(text.sliceString(Math.max(0, from - 2), from + 1));
  const isEnd = !/[\p{L}\p{N}([]/u.test(text.sliceString(to, to + 1));
  return { from: spaced && isEnd ? from - 1 : from, to, insert: '' };
}
