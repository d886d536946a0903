import { noteNamed } from '../../edits/footnotes/notes.js';
import { removeFootnote } from '../../edits/footnotes/remove.js';
import { objectAt } from '../object.js';
import type { Offer } from './action.js';

/** A footnote goes, with its text and all its marks. */
export const footnoteRemove: Offer = (brief, { from }) => {
  const object = objectAt(brief, from);
  const note = object?.kind === 'footnote' && noteNamed(brief, object.label);
  if (!note) return [];
  const { label, references } = note;
  return [
    {
      id: 'footnote-remove',
      kind: 'refactor.rewrite',
      title:
        references.length > 1
          ? {
              nl: `Haal voetnoot ‘${label}’ weg, op alle ${references.length} plaatsen`,
              en: `Remove footnote ‘${label}’, in all ${references.length} places`,
            }
          : { nl: `Haal voetnoot ‘${label}’ weg`, en: `Remove footnote ‘${label}’` },
      edits: () => removeFootnote(brief, label),
    },
  ];
};
