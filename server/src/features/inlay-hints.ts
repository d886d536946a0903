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
  const numbers = new Map(marks.map(({ label, number }) => [label, number]));
  const texts = brief.definitions.flatMap(({ block, fact }) => {
    const label = fact.key;
    const number = numbers.get(label);
    return number === undefined ? [] : [{ place: { block, at: fact.mark }, label, number }];
  });
  const nl = brief.language.id === 'nl';
  return [...marks, ...texts]
    .filter(({ label, number }) => label !== String(number))
    .map(({ place, number }) => ({
      at: rangeOf(place).to,
      text: String(number),
      tooltip: nl ? `In druk is dit voetnoot ${number}` : `Printed as footnote ${number}`,
    }))
    .filter(({ at }) => within.from <= at && at <= within.to)
    .sort((a, b) => a.at - b.at);
}
