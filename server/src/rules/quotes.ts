import type { Comparison } from '../compare/compare.js';
import type { Brief, Group, Place, Question } from '../model/brief.js';

/** What the rules that hold a reply against its letter ask alike. */

/** Whether a reply that repeats none of the letter's questions can be for this letter at all. */
export function isForeign({ asked, foundAt }: Comparison): boolean {
  return !asked.some(({ wording }, i) => wording.question && foundAt[i] >= 0);
}

/** Where the reply names its letter. */
export function letterLink({ frontMatter }: Brief): Place {
  const entry = frontMatter.entries.find(({ key }) => key === 'letter');
  return { block: frontMatter.block, at: entry?.valueAt ?? { from: 0, to: 0 } };
}

/** Questions arranged by theme stand in an order of their own. */
export function isByTheme({ frontMatter }: Brief): boolean {
  return frontMatter.values.arrangement === 'theme';
}

/** Names of a group, so that "de PVV" and "PVV" are one. */
export function groupKey(group: Group): string {
  let key = groupKeys.get(group);
  if (key === undefined) {
    key = group.names
      .map((name) => name.toLowerCase().replace(/^(?:de|het|the|der|die) /, ''))
      .sort()
      .join('|');
    groupKeys.set(group, key);
  }
  return key;
}

const groupKeys = new WeakMap<Group, string>();

/** Numbers of a list that stand out of order: those that a longest rising run leaves out. */
export function outOfOrder(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    for (let high = tails.length; low < high;) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]] < value) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]) kept.add(i);
  return new Set([...values.keys()].filter((i) => !kept.has(i)));
}

/** For each question of the reply that repeats something of the letter: the first sentence of the letter that it repeats. */
export function firstAsked({ quoted, foundIn }: Comparison): Map<Question, number> {
  const first = new Map<Question, number>();
  quoted.forEach(({ question }, j) => {
    if (foundIn[j] >= 0) first.set(question, Math.min(foundIn[j], first.get(question) ?? Infinity));
  });
  return first;
}
