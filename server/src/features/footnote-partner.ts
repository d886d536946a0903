import { noteNamed } from '../edits/footnotes/notes.js';
import { spanOf, type Brief, type Place } from '../model/brief.js';

/** From a mark to the text of the footnote, and from anywhere in that text to its marks; none where there is no footnote. */
export function footnotePartner(brief: Brief, offset: number): Place[] {
  const touches = ({ from, to }: { from: number; to: number }) => from <= offset && offset <= to;
  const mark = brief.references.find((one) => touches(spanOf(one)));
  if (mark) {
    const definition = noteNamed(brief, mark.fact.label)?.definitions[0];
    return definition ? [{ block: definition.block, at: definition.fact.body }] : [];
  }
  const text = brief.definitions.find((one) => touches(spanOf(one)));
  const note = text && noteNamed(brief, text.fact.label);
  return note ? note.references.map(({ block, fact }) => ({ block, at: fact.at })) : [];
}
