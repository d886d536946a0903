import { spanOf, type Brief } from '../../model/brief.js';
import { refusal, type Edited } from '../edit.js';
import { labelFor, labelProblem } from './label.js';
import { proven, standing } from './notes.js';
import { definitionEdit } from './write.js';

/**
 * Puts a new footnote at a place in the text: its mark there, and its text among the other texts.
 * @param label the one offered for its text, if none is given
 */
export function insertFootnote(
  brief: Brief,
  offset: number,
  words: string,
  label = labelFor(brief, words),
): Edited {
  const problem = labelProblem(brief, label);
  if (problem) return problem;
  if (offset < brief.frontMatter.block.length)
    return refusal(
      'In de gegevens boven de tekst kan geen voetnoot staan.',
      'There can be no footnote in the details above the text.',
    );
  // Not within the mark of another, but behind it.
  const within = brief.references.map(spanOf).find(({ from, to }) => from < offset && offset < to);
  const at = within?.to ?? offset;
  const now = standing(brief);
  const edits = [{ from: at, to: at, insert: `[^${label}]` }, definitionEdit(brief, at, label, words)];
  return proven(brief, edits, {
    references: [...now.references, label],
    definitions: [...now.definitions, { label, text: words.replace(/\s+/g, ' ').trim() }],
  });
}
