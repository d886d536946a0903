import { rangeOf, type Brief, type Placed } from '../../model/brief.js';
import type { FootnoteDefinition, FootnoteReference } from '../../model/facts.js';
import type { Range } from '../../text/text.js';

/** A footnote by its label: where it is referred to, and its text; of several texts the first counts. */
export interface Note {
  label: string;
  references: Placed<FootnoteReference>[];
  definitions: Placed<FootnoteDefinition>[];
}

/** The notes of a document, in the order of their first reference; those that nothing refers to last. */
export function notesOf({ references, definitions }: Brief): Map<string, Note> {
  const notes = new Map<string, Note>();
  const note = ({ label, key }: { label: string; key: string }) => {
    let found = notes.get(key);
    if (!found) notes.set(key, (found = { label, references: [], definitions: [] }));
    return found;
  };
  for (const reference of references) note(reference.fact).references.push(reference);
  for (const definition of definitions) note(definition.fact).definitions.push(definition);
  return notes;
}

/** Texts of notes that nothing will refer to any more when some stretches are gone. */
export function unreferenced(brief: Brief, ranges: readonly Range[]): Range[] {
  const inside = ({ from, to }: Range) => ranges.some((range) => from >= range.from && to <= range.to);
  return [...notesOf(brief).values()].flatMap(({ references, definitions }) =>
    references.length > 0 && references.every(({ block, fact }) => inside(rangeOf({ block, at: fact.at })))
      ? definitions
          .map(({ block, fact }) => rangeOf({ block, at: fact.at }))
          .filter((range) => !inside(range))
      : [],
  );
}
