import { mergeRepeated } from '../../edits/footnotes/merge-repeated.js';
import type { Offer } from './action.js';

/** One footnote instead of several with the same text. */
export const footnotesMerge: Offer = (brief) =>
  new Set(brief.definitions.map(({ fact }) => fact.text)).size === brief.definitions.length
    ? []
    : [
        {
          id: 'footnotes-merge',
          kind: 'source.mergeFootnotes.kamerbrief',
          title: {
            nl: 'Voetnoten met dezelfde tekst samenvoegen',
            en: 'Merge footnotes with the same text',
          },
          edits: () => mergeRepeated(brief),
        },
      ];
