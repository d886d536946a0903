import type { Brief, Question } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { carried, cuts, endOfUnit, outside, putAfter, putBefore, unitOf } from '../pieces.js';

/** Where something is moved to. */
export type Beside<T> = { before: T } | { after: T };

/**
 * Moves a question with the answers under it that are for it alone, to stand before or behind another question; it joins
 * the group of that one. A combined answer stays where it is.
 */
export function moveQuestion(brief: Brief, question: Question, beside: Beside<Question>): Edited {
  const { text, questions } = brief;
  const other = 'before' in beside ? beside.before : beside.after;
  if (other === question) return [];
  const order = questions.filter((one) => one !== question);
  order.splice(order.indexOf(other) + ('after' in beside ? 1 : 0), 0, question);
  const groups = order.map((one) => (one === question ? other.group : one.group));
  if (question.group === other.group && order.every((one, i) => one === questions[i])) return [];
  const ranges = unitOf(brief, question);
  return settle(brief, {
    ...planOf(order, groups),
    moved: new Set([question]),
    numbers: brief.numbering === 'given' ? order.map(({ numbers }) => numbers) : undefined,
    compose: (numbering) => {
      const content = carried(text, ranges, numbering);
      return [
        ...outside(ranges, numbering),
        ...cuts(text, ranges),
        'before' in beside
          ? putBefore(text, unitOf(brief, other)[0].from, content)
          : putAfter(text, endOfUnit(brief, other), content),
      ];
    },
  });
}
