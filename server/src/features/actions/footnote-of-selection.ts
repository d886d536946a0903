import { footnoteFromSelection } from '../../edits/footnotes/from-selection.js';
import type { Offer } from './action.js';

/** Longer selections are no note. */
const longest = 5000;

/** The selected words become a footnote. */
export const footnoteOfSelection: Offer = (brief, range) => {
  const words = brief.text.sliceString(range.from, Math.min(range.to, range.from + longest));
  const isWithin = range.from >= brief.frontMatter.block.length && !/\n[ \t]{0,80}\n/.test(words);
  if (!isWithin || !words.trim()) return [];
  return [
    {
      id: 'footnote-of-selection',
      kind: 'refactor.extract',
      title: { nl: 'Maak van de selectie een voetnoot', en: 'Make the selection a footnote' },
      edits: () => footnoteFromSelection(brief, range),
    },
  ];
};
