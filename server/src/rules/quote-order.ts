import type { Comparison } from '../compare/compare.js';
import type { Group, Question } from '../model/brief.js';
import { questionPlace } from './describe.js';
import { firstAsked, isByTheme, outOfOrder } from './quotes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'quote-order',
  area: 'reply-against-letter',
  severity: 'info',
  summary: {
    nl: 'Een vraag staat op een andere plaats dan in de brief.',
    en: 'A question stands in another place than in the letter.',
  },
  check: (brief, { comparison }) => {
    const held = isByTheme(brief) ? null : comparison();
    if (!held || isInOrder(held)) return [];
    return misplaced(held).map(([question, first]) => {
      const { block, wording } = held.asked[first];
      return {
        place: questionPlace(question),
        message: {
          nl: 'Deze vraag staat in de brief op een andere plaats. Is dat de bedoeling? Zet dan ‘indeling: thema’ boven de tekst.',
          en: 'This question stands in another place in the letter. Is that meant? Then put ‘arrangement: theme’ above the text.',
        },
        related: [
          {
            place: { block, at: wording.at },
            message: { nl: 'De plaats in de brief', en: 'The place in the letter' },
            document: held.letter,
          },
        ],
      };
    });
  },
});

/** What is most often so, and quickly seen. */
function isInOrder({ foundIn }: Comparison): boolean {
  let last = -1;
  for (const i of foundIn) {
    if (i >= 0 && i < last) return false;
    if (i >= 0) last = i;
  }
  return true;
}

/** Questions out of the letter's order, group by group: the order of the groups is another rule's. */
function misplaced(held: Comparison): [Question, number][] {
  const byGroup = new Map<Group | null, [Question, number][]>();
  for (const [question, first] of firstAsked(held)) {
    const { group } = held.asked[first].question;
    const same = byGroup.get(group);
    if (same) same.push([question, first]);
    else byGroup.set(group, [[question, first]]);
  }
  return [...byGroup.values()].flatMap((questions) =>
    [...outOfOrder(questions.map(([, first]) => first))].map((i) => questions[i]),
  );
}
