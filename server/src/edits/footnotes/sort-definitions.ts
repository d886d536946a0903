import { spanOf, type Brief } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { isApart } from './write.js';
import { notesOf, proven, standing } from './notes.js';

/**
 * Puts the texts of the footnotes in the order in which they are referred to, each where one stood; texts that nothing
 * refers to come last, and what stands between them stays. Texts within lists or quotes stay too.
 */
export function sortDefinitions(brief: Brief): Edited {
  const { text, definitions } = brief;
  const ranks = new Map([...notesOf(brief).keys()].map((label, i) => [label, i]));
  const slots = definitions.filter((definition) => isApart(text, definition));
  const sorted = slots
    .map((definition, i) => ({ definition, rank: ranks.get(definition.fact.key)!, i }))
    .sort((a, b) => a.rank - b.rank || a.i - b.i);
  const written = (i: number) => {
    const { from, to } = spanOf(slots[i]);
    return text.sliceString(from, to).trimEnd();
  };
  const edits = sorted.flatMap(({ i }, slot) => {
    if (i === slot) return [];
    const { from } = spanOf(slots[slot]);
    return [{ from, to: from + written(slot).length, insert: written(i) }];
  });
  return proven(brief, edits, standing(brief));
}
