import type { Block } from './brief.js';
import type { Facts, Segment } from './facts.js';
import { factsOf, listNames, type ListName } from './lists.js';

/** A list of the model, or `structure`: all that questions, answers and the frame are drawn from. */
export type Topic = ListName | 'structure';

/** Adds what a block that came or went has to say. */
export function addTopics(block: Block, topics: Set<Topic>): void {
  topics.add('structure');
  for (const name of listNames) if (factsOf([block], name).length > 0) topics.add(name);
}

/**
 * Moves what was newly read into the block that stood there. What is the same keeps its identity, so that what was drawn
 * from it stays valid, and only its places move.
 * @param changed is added to: what is not the same
 */
export function takeOver(block: Block, fresh: Block, changed: Set<Topic>): void {
  const { facts } = block;
  const isAlike =
    block.node.type === fresh.node.type && facts.segments.length === fresh.facts.segments.length;
  if (isAlike) {
    facts.segments.forEach((segment, i) => takeFacts(segment, fresh.facts.segments[i], changed));
    takeFacts(facts, fresh.facts, changed);
  } else {
    addTopics(block, changed);
    addTopics(fresh, changed);
    block.facts = fresh.facts;
  }
  block.from = fresh.from;
  block.length = fresh.length;
  block.node = fresh.node;
}

function takeFacts<T extends Segment | Facts>(old: T, fresh: T, changed: Set<Topic>): void {
  for (const name of Object.keys(fresh) as (keyof T & string)[]) {
    if (name === 'segments') continue;
    if (isSame(old[name], fresh[name], name)) movePlaces(old[name], fresh[name], name);
    else {
      old[name] = fresh[name];
      changed.add(listNames.find((list) => list === name) ?? 'structure');
    }
  }
}

const placeNames = new Set(['at', 'body', 'mark', 'target', 'letterAt']);

function isPlace(name: string, value: unknown): value is object {
  return placeNames.has(name) && typeof value === 'object' && value !== null;
}

/** Whether facts say the same, places aside. */
function isSame(old: unknown, fresh: unknown, name: string): boolean {
  if (isPlace(name, old)) return true;
  if (typeof old !== 'object' || typeof fresh !== 'object' || old === null || fresh === null)
    return old === fresh;
  const entries = Object.entries(old);
  return (
    entries.length === Object.keys(fresh).length &&
    entries.every(([key, value]) => isSame(value, (fresh as Record<string, unknown>)[key], key))
  );
}

function movePlaces(old: unknown, fresh: unknown, name: string): void {
  if (typeof old !== 'object' || old === null) return;
  if (isPlace(name, old)) Object.assign(old, fresh);
  else
    for (const [key, value] of Object.entries(old))
      movePlaces(value, (fresh as Record<string, unknown>)[key], key);
}
