import { labelKey } from '../../model/footnotes.js';
import type { Brief } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { labelProblem } from './label.js';
import { labelIn, noSuchNote, noteNamed, proven, standing } from './notes.js';

/** Gives a footnote another label, at every mark and at its text. Labels are the same whatever their case. */
export function renameFootnote(brief: Brief, old: string, label: string): Edited {
  const note = noteNamed(brief, old);
  if (!note) return noSuchNote(old);
  const problem = labelProblem(brief, label, old);
  if (problem) return problem;
  const edits = [...note.references, ...note.definitions]
    .filter(({ fact }) => fact.label !== label)
    .map((mark) => ({ ...labelIn(mark), insert: label }));
  const now = standing(brief);
  const renamed = (one: string) => (labelKey(one) === labelKey(old) ? label : one);
  return proven(brief, edits, {
    references: now.references.map(renamed),
    definitions: now.definitions.map((one) => ({ ...one, label: renamed(one.label) })),
  });
}
