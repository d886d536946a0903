import { noteNamed } from '../../edits/footnotes/notes.js';
import { referenceToInline } from '../../edits/footnotes/to-inline.js';
import { objectAt } from '../object.js';
import type { Offer } from './action.js';

/** The text of a footnote that is used once is written in the sentence. */
export const footnoteInline: Offer = (brief, { from }) => {
  const object = objectAt(brief, from);
  if (object?.kind !== 'footnote') return [];
  const note = noteNamed(brief, object.label);
  if (note?.references.length !== 1 || note.definitions.length !== 1) return [];
  return [
    {
      id: 'footnote-inline',
      kind: 'refactor.inline',
      title: {
        nl: 'Zet de tekst van deze voetnoot in de zin',
        en: 'Put the text of this footnote into the sentence',
      },
      edits: () => referenceToInline(brief, object.label),
    },
  ];
};
