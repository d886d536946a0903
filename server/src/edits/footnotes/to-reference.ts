import { spanOf, type Brief, type Placed } from '../../model/brief.js';
import type { InlineFootnote } from '../../model/facts.js';
import type { Edited } from '../edit.js';
import { labelFor, labelProblem } from './label.js';
import { proven, standing } from './notes.js';
import { definitionEdit } from './write.js';

/** Makes a footnote with a text of its own below of one that is written in the running text: `^[text]`. */
export function inlineToReference(
  brief: Brief,
  note: Placed<InlineFootnote>,
  label = labelFor(brief, note.fact.text),
): Edited {
  const problem = labelProblem(brief, label);
  if (problem) return problem;
  const { from, to } = spanOf(note);
  const words = note.fact.text.trim();
  const edits = [{ from, to, insert: `[^${label}]` }, definitionEdit(brief, from, label, words)];
  const now = standing(brief);
  return proven(brief, edits, {
    references: [...now.references, label],
    definitions: [...now.definitions, { label, text: words.replace(/\s+/g, ' ') }],
  });
}
