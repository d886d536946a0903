import { labelKey } from '../../model/footnotes.js';
import { spanOf, type Brief } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { cuts } from '../pieces.js';
import { labelIn, notesOf, proven, standing } from './notes.js';

/**
 * Makes one footnote of those with the same text: their marks take the label of the one that is referred to first.
 * @param label only those with the text of this note; all if none is given
 */
export function mergeRepeated(brief: Brief, label?: string): Edited {
  const kept = new Map<string, string>();
  const into = new Map<string, string>();
  const notes = notesOf(brief);
  const wanted = label === undefined ? undefined : notes.get(labelKey(label))?.definitions[0]?.fact.text;
  for (const [name, { label: written, definitions }] of notes) {
    const text = definitions[0]?.fact.text;
    // Two texts under one name are another fault.
    if (!text || definitions.length > 1 || (label !== undefined && text !== wanted)) continue;
    const first = kept.get(text);
    if (first === undefined) kept.set(text, written);
    else into.set(name, first);
  }
  const merged = [...into].map(([name, first]) => ({ note: notes.get(name)!, first }));
  const edits = [
    ...merged.flatMap(({ note, first }) =>
      note.references.map((reference) => ({ ...labelIn(reference), insert: first })),
    ),
    ...cuts(
      brief.text,
      merged.flatMap(({ note }) => note.definitions.map(spanOf)),
    ),
  ];
  const now = standing(brief);
  return proven(brief, edits, {
    references: now.references.map((one) => into.get(labelKey(one)) ?? one),
    definitions: now.definitions.filter((one) => !into.has(labelKey(one.label))),
  });
}
