import type { Brief, Group } from '../../model/brief.js';
import { parseBrief } from '../../model/document.js';
import { applyEdits } from '../../text/text.js';
import { refusal, type Edited } from '../edit.js';
import { putAfter, sectionOf } from '../pieces.js';

/** Puts the heading of a new group behind another group, in the same words. It has no questions yet. */
export function insertGroup(brief: Brief, after: Group, name: string): Edited {
  const { heading, names } = after;
  const from = heading.block.from + heading.fact.at.from;
  const like = brief.text.sliceString(from, heading.block.from + heading.fact.at.to);
  const first = like.lastIndexOf(names[0]);
  const last = names.at(-1)!;
  const end = like.indexOf(last, first) + last.length;
  const wanted = name.trim();
  const written = like.slice(0, first) + wanted + like.slice(end);
  const edits = [putAfter(brief.text, sectionOf(brief, after).at(-1)!.to, written)];
  const { groups } = parseBrief(applyEdits(brief.text.toString(), edits), { kind: brief.kind });
  const isRead =
    groups.length === brief.groups.length + 1 &&
    groups[brief.groups.indexOf(after) + 1].names.join() === wanted;
  return isRead
    ? edits
    : refusal(
        `‘${wanted}’ wordt niet gelezen als de naam van een fractie. Schrijf de naam zoals die in de kop staat.`,
        `‘${wanted}’ is not read as the name of a group. Write the name as it stands in the heading.`,
      );
}
