import { labelKey } from '../../model/footnotes.js';
import type { Brief } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { labelIn, notesOf, proven, standing } from './notes.js';

/** Names the footnotes 1, 2, 3 … in the order in which they are referred to; those that nothing refers to come last. */
export function renumberLabels(brief: Brief): Edited {
  const notes = notesOf(brief);
  const labels = new Map([...notes.keys()].map((label, i) => [label, String(i + 1)]));
  const edits = [...notes].flatMap(([label, { references, definitions }]) =>
    [...references, ...definitions]
      .filter(({ fact }) => fact.label !== labels.get(label))
      .map((mark) => ({ ...labelIn(mark), insert: labels.get(label)! })),
  );
  const now = standing(brief);
  return proven(brief, edits, {
    references: now.references.map((label) => labels.get(labelKey(label))!),
    definitions: now.definitions.map((one) => ({ ...one, label: labels.get(labelKey(one.label))! })),
  });
}
