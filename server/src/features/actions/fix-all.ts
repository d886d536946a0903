import { orNothing } from '../../edits/edit.js';
import { extentOf, type Brief } from '../../model/brief.js';
import type { Report } from '../../rules/check.js';
import { applyEdits, type Range, type TextEdit } from '../../text/text.js';

/**
 * The fixes that may be made unasked, together: of each finding the first that is safe. Of fixes that touch each other the
 * first is made; the others are for the next time. In the questions of a reply only those are made that leave every word,
 * since the words are the asker's.
 */
export function safeFixes(brief: Brief, reports: readonly Report[]): TextEdit[] {
  const quotes = brief.kind === 'reply' ? brief.questions.map(({ segments }) => extentOf(segments)) : [];
  const made: TextEdit[] = [];
  for (const { fixes } of reports) {
    const edits = orNothing(fixes?.find(({ safe }) => safe)?.edits() ?? []);
    const isApart = edits.every((edit) => !made.some((other) => touches(edit, other)));
    if (isApart && edits.every((edit) => !quotes.some((quote) => changesWords(brief, quote, edit))))
      made.push(...edits);
  }
  return made.sort((a, b) => a.from - b.from);
}

function touches(one: Range, other: Range): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Whether an edit within a quote changes a letter or digit of it. */
function changesWords({ text }: Brief, { from, to }: Range, edit: TextEdit): boolean {
  if (edit.from < from || edit.to > to) return false;
  const before = text.sliceString(from, to);
  const after = applyEdits(before, [{ from: edit.from - from, to: edit.to - from, insert: edit.insert }]);
  const words = (quote: string) => quote.replace(/[^\p{L}\p{N}]/gu, '');
  return words(before) !== words(after);
}
