import { spanOf } from '../../model/brief.js';
import { inlineToReference } from '../../edits/footnotes/to-reference.js';
import type { Offer } from './action.js';

/** A footnote that is written in the sentence gets its text at the end. */
export const footnoteBelow: Offer = (brief, { from }) => {
  const note = brief.inlineFootnotes.find((one) => spanOf(one).from <= from && from <= spanOf(one).to);
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
