import type { Range } from '../text/text.js';
import type { Block, Brief, Placed } from './brief.js';
import type { Facts, Segment } from './facts.js';

const ofSegments = [
  'references',
  'inlineFootnotes',
  'citations',
  'announcements',
  'literalMarks',
  'brokenWords',
  'templates',
  'frameFacts',
] as const satisfies (keyof Segment & keyof Brief)[];

const ofBlocks = ['definitions', 'directives', 'openComments'] as const satisfies (keyof Facts &
  keyof Brief)[];

/** Kinds of facts that stand on their own: the model has a list of each. */
export const listNames = [...ofSegments, ...ofBlocks] as const;
export type ListName = (typeof listNames)[number];

type List = Placed<{ at: Range }>[];
type Lists = Record<ListName, List>;

/** Draws every list from nothing. */
export function listsOf(blocks: readonly Block[]): Pick<Brief, ListName> {
  const lists = {} as Pick<Brief, ListName>;
  for (const name of listNames) lists[name] = [];
  for (const block of blocks) {
    for (const name of ofBlocks) addFacts(lists[name], block, block.facts[name]);
    for (const segment of block.facts.segments)
      for (const name of ofSegments) addFacts(lists[name], block, segment[name]);
  }
  return lists;
}

function addFacts(list: List, block: Block, facts: readonly { at: Range }[]): void {
  if (facts.length > 0) for (const fact of facts) list.push({ block, fact });
}

/**
 * Makes a list anew in which blocks next to each other say something else.
 * @param before the blocks that stood there
 * @param now those that stand there now, which may be the same ones
 */
export function renewList(
  lists: Lists,
  name: ListName,
  before: readonly Block[],
  now: readonly Block[],
): void {
  const list = lists[name];
  const gone = new Set(before);
  let from = list.findIndex(({ block }) => gone.has(block));
  let to = from;
  if (from >= 0) while (to < list.length && gone.has(list[to].block)) to++;
  else {
    const place = now[0]?.from ?? 0;
    from = to = list.findIndex(({ block }) => block.from > place);
  }
  if (from < 0) from = to = list.length;
  lists[name] = [...list.slice(0, from), ...factsOf(now, name), ...list.slice(to)];
}

/** What blocks say of one kind, in order. */
export function factsOf(blocks: readonly Block[], name: ListName): List {
  const list: List = [];
  const ofBlock = ofBlocks.find((one) => one === name);
  const ofSegment = ofSegments.find((one) => one === name);
  for (const block of blocks) {
    if (ofBlock) addFacts(list, block, block.facts[ofBlock]);
    if (ofSegment) for (const segment of block.facts.segments) addFacts(list, block, segment[ofSegment]);
  }
  return list;
}
