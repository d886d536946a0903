import type { Brief, Group } from '../../model/brief.js';
import type { Edited } from '../edit.js';
import { planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { carried, cuts, outside, piecesOf, putAfter, putBefore, sectionOf, startOf } from '../pieces.js';
import { answersOnlyFor, deleteAll } from './delete.js';
import type { Beside } from './move.js';

/** Moves a group, heading and all, to stand before or behind another. */
export function moveGroup(brief: Brief, group: Group, beside: Beside<Group>): Edited {
  const { text, questions } = brief;
  const other = 'before' in beside ? beside.before : beside.after;
  if (other === group) return [];
  const ranges = sectionOf(brief, group);
  const place = sectionOf(brief, other);
  const at = 'before' in beside ? place[0].from : place.at(-1)!.to;
  const { from } = ranges[0];
  const last = ranges.at(-1)!.to;
  // It stands there already.
  if (!text.sliceString(Math.min(at, last), Math.max(at, from)).trim() || (at >= from && at <= last))
    return [];
  const inside = questions.filter((one) => startOf(one) >= from && startOf(one) < last);
  const rest = questions.filter((one) => !inside.includes(one));
  const order = rest.toSpliced(rest.filter((one) => startOf(one) < at).length, 0, ...inside);
  return settle(brief, {
    ...planOf(order),
    moved: new Set(inside),
    numbers: brief.numbering === 'given' ? order.map(({ numbers }) => numbers) : undefined,
    compose: (numbering) => {
      const content = carried(text, ranges, numbering);
      return [
        ...outside(ranges, numbering),
        ...cuts(text, ranges),
        'before' in beside ? putBefore(text, at, content) : putAfter(text, at, content),
      ];
    },
  });
}

/** Takes a group out, heading and all. An answer in it that is also for a question elsewhere stays. */
export function deleteGroup(brief: Brief, group: Group): Edited {
  const section = sectionOf(brief, group);
  const questions = brief.questions.filter((one) =>
    section.some(({ from, to }) => startOf(one) >= from && startOf(one) < to),
  );
  const removed = answersOnlyFor(brief, questions);
  const kept = brief.answers.filter((one) => !removed.includes(one) && one.questions.length > 0);
  const keptSegments = new Set(kept.flatMap(({ segments }) => segments.map(({ segment }) => segment)));
  const removedSegments = new Set(removed.flatMap(({ segments }) => segments.map(({ segment }) => segment)));
  const inSection = (at: number) => section.some(({ from, to }) => at >= from && at < to);
  const startOfSegment = new Map(
    brief.blocks.flatMap(({ facts, from }) =>
      facts.segments.map((segment) => [segment, from + segment.at.from]),
    ),
  );
  const ranges = piecesOf(
    brief,
    (segment) =>
      removedSegments.has(segment) || (!keptSegments.has(segment) && inSection(startOfSegment.get(segment)!)),
  );
  return deleteAll(brief, questions, removed, ranges);
}
