import { spanOf, type Brief } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import { refusal, type Edited } from '../edit.js';
import { labelFor } from './label.js';
import { proven, standing } from './notes.js';
import { definitionEdit } from './write.js';

/** Makes a footnote of words in the text: they become its text, and its mark stands behind the word before them. */
export function footnoteFromSelection(brief: Brief, selection: Range): Edited {
  const { text } = brief;
  const selected = text.sliceString(selection.from, selection.to);
  const words = selected
    .trim()
    .replace(/^\(([\s\S]*)\)$/, '$1')
    .trim();
  if (!words || /\n[ \t]{0,80}\n/.test(words))
    return refusal('Selecteer woorden binnen één alinea.', 'Select words within one paragraph.');
  const from = selection.from + (selected.length - selected.trimStart().length);
  const to = selection.from + selected.trimEnd().length;
  if (brief.definitions.map(spanOf).some((note) => note.from < to && note.to > from))
    return refusal(
      'In de selectie staat tekst die al een voetnoot is. Selecteer alleen woorden uit de lopende tekst.',
      'The selection holds text that is a footnote already. Select words of the running text only.',
    );
  const space = /[ \t]{0,9}$/.exec(text.sliceString(Math.max(0, from - 9), from))![0].length;
  const label = labelFor(brief, words);
  const now = standing(brief);
  const edits = [
    { from: from - space, to, insert: `[^${label}]` },
    definitionEdit(brief, from - space, label, words),
  ];
  return proven(brief, edits, {
    references: [...now.references, label],
    definitions: [...now.definitions, { label, text: words.replace(/\s+/g, ' ') }],
  });
}
