import { rangeOf, type Brief } from '../model/brief.js';
import type { NumberedMark } from '../model/note-numbers.js';
import type { Range } from '../text/text.js';

/** A few letters shown in the text that do not stand in it. */
export interface InlayHint {
  /** Offset in the text. */
  at: number;
  text: string;
  /** In the language of the document. */
  tooltip: string;
}

/**
 * The printed number of each footnote, behind its marks and before its text. A label that is the number itself needs none.
 * @param marks the marks of this document as `numberNotes` has them
 * @param within leaves out what stands outside
 */
export function inlayHints(brief: Brief, marks: readonly NumberedMark[], within: Range): InlayHint[] {
  const printed = new Map(marks.map((mark) => [mark.label, mark]));
  const texts = brief.definitions.flatMap(({ block, fact }) => {
    const mark = printed.get(fact.key);
    return mark ? [{ ...mark, place: { block, at: fact.mark } }] : [];
  });
  const nl = brief.language.id === 'nl';
  return [...marks, ...texts]
    .map(({ place, label, series, number }) => ({
      at: rangeOf(place).to,
      label,
      text: series === 'closing' ? `${number})` : String(number),
      tooltip: nl ? `In druk is dit noot ${number}` : `Printed as note ${number}`,
    }))
    .filter(({ at, label, text }) => label !== text && within.from <= at && at <= within.to)
    .map(({ at, text, tooltip }) => ({ at, text, tooltip }))
    .sort((a, b) => a.at - b.at);
}
