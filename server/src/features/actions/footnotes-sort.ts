import { sortDefinitions } from '../../edits/footnotes/sort-definitions.js';
import type { Offer } from './action.js';

/** The texts of the footnotes in the order of their marks. */
export const footnotesSort: Offer = (brief) =>
  brief.definitions.length < 2
    ? []
    : [
        {
          id: 'footnotes-sort',
          kind: 'source.sortFootnotes.kamerbrief',
          title: {
            nl: 'Voetnootteksten in de volgorde van de tekst zetten',
            en: 'Put the footnote texts in the order of the text',
          },
          edits: () => sortDefinitions(brief),
        },
      ];
