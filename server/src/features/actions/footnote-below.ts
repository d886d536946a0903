import { inlineToReference } from '../../edits/footnotes/to-reference.js';
import { placeIn } from '../../edits/footnotes/notes.js';
import type { Offer } from './action.js';

/** A footnote that is written in the sentence gets its text at the end. */
export const footnoteBelow: Offer = (brief, { from }) => {
  const note = brief.inlineFootnotes.find((one) => placeIn(one).from <= from && from <= placeIn(one).to);
  if (!note) return [];
  return [
    {
      id: 'footnote-below',
      kind: 'refactor.extract',
      title: {
        nl: 'Zet de tekst van deze voetnoot onderaan',
        en: 'Put the text of this footnote at the end',
      },
      edits: () => inlineToReference(brief, note),
    },
  ];
};
