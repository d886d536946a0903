import { listed } from '../languages/messages.js';
import { placeOf } from '../model/brief.js';
import { groupKey, isByTheme, outOfOrder } from './quotes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'group-order',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'De fracties staan in een andere volgorde dan in de brief.',
    en: 'The groups stand in another order than in the letter.',
  },
  check: (brief, { comparison }) => {
    const held = isByTheme(brief) ? null : comparison();
    if (!held) return [];
    const order = new Map(held.letter.groups.map((group, i) => [groupKey(group), i]));
    const groups = brief.groups.filter((group) => order.has(groupKey(group)));
    return [...outOfOrder(groups.map((group) => order.get(groupKey(group))!))].map((i) => {
      const { heading, names } = groups[i];
      return {
        place: placeOf(heading),
        message: {
          nl: `In de brief ${names.length === 1 ? 'staat' : 'staan'} ${listed(names).nl} op een andere plaats. Houd de volgorde van de brief aan.`,
          en: `In the letter ${listed(names).en} ${names.length === 1 ? 'stands' : 'stand'} in another place. Keep the order of the letter.`,
        },
        related: [
          {
            place: placeOf(held.letter.groups[order.get(groupKey(groups[i]))!].heading),
            message: { nl: 'De plaats in de brief', en: 'The place in the letter' },
            document: held.letter,
          },
        ],
      };
    });
  },
});
