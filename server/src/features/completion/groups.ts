import type { Comparison } from '../../compare/compare.js';
import { plainText } from '../../compare/wording.js';
import { placeOf } from '../../model/brief.js';
import { groupKey, isByTheme } from '../../rules/quotes.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/** The headings of groups that ask in the letter and are not in the reply yet. */
export function groupItems({ brief, offset }: Cursor, typed: string, { letter }: Comparison): Completion[] {
  if (isByTheme(brief)) return [];
  const present = new Set(brief.groups.map(groupKey));
  return letter.groups
    .filter((group) => group.questions.length > 0 && !present.has(groupKey(group)))
    .map(({ heading, questions }, i) => {
      const text = plainText(letter, placeOf(heading));
      const count = questions.length;
      const nl = brief.language.id === 'nl';
      return {
        label: text,
        detail: nl
          ? `Uit de brief: ${count} ${count === 1 ? 'vraag' : 'vragen'}`
          : `From the letter: ${count} ${count === 1 ? 'question' : 'questions'}`,
        kind: 'group',
        insert: `${text}\n\n`,
        filter: typed.startsWith('#') ? text : text.replace(/^#+ /, ''),
        replace: { from: offset - typed.length, to: offset },
        sort: inOrder(2, i),
      };
    });
}
