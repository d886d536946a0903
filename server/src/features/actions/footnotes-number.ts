import { renumberLabels } from '../../edits/footnotes/renumber-labels.js';
import type { Offer } from './action.js';

/** Numbers for the names of the footnotes. */
export const footnotesNumber: Offer = (brief) =>
  brief.references.length === 0
    ? []
    : [
        {
          id: 'footnotes-number',
          kind: 'source.numberFootnotes.kamerbrief',
          title: { nl: 'Voetnoten de namen 1, 2, 3 … geven', en: 'Give the footnotes the names 1, 2, 3 …' },
          edits: () => renumberLabels(brief),
        },
      ];
