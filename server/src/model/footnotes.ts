import type { Brief } from './brief.js';
import { noteAround } from './note-numbers.js';

/** Labels are the same whatever their case, as in GFM. */
export function labelKey(label: string): string {
  return label.toLowerCase();
}

const defined = new WeakMap<Brief['definitions'], Set<string>>();
const referred = new WeakMap<
  Brief['references'],
  { definitions: Brief['definitions']; order: Map<string, number> }
>();

/** Keys of the footnotes that have a text. */
export function definedKeys({ definitions }: Brief): ReadonlySet<string> {
  let keys = defined.get(definitions);
  if (!keys) defined.set(definitions, (keys = new Set(definitions.map(({ fact }) => fact.key))));
  return keys;
}

/**
 * Keys of the footnotes that are referred to, with the place in which each is printed, from 0: in the order of their marks in
 * the text; what the text of a note refers to comes after all of these, in the order of the notes.
 */
export function printedOrder({ references, definitions }: Brief): ReadonlyMap<string, number> {
  const known = referred.get(references);
  if (known?.definitions === definitions) return known.order;
  const order = new Map<string, number>();
  const add = (key: string) => {
    if (!order.has(key)) order.set(key, order.size);
  };
  const inNotes = new Map<string, string[]>();
  for (const reference of references) {
    const { fact } = reference;
    const note = noteAround(reference);
    if (!note) add(fact.key);
    else if (inNotes.has(note.key)) inNotes.get(note.key)!.push(fact.key);
    else inNotes.set(note.key, [fact.key]);
  }
  // Going through the map reaches what is added meanwhile.
  for (const key of order.keys()) inNotes.get(key)?.forEach(add);
  const follow = (keys: readonly string[] = []) => {
    const found = new Set(keys);
    for (const key of found) {
      add(key);
      inNotes.get(key)?.forEach((other) => found.add(other));
    }
  };
  const all = new Set(references.map(({ fact }) => fact.key));
  // What a note refers to that nothing refers to; and then notes that only refer to each other.
  for (const { fact } of definitions) if (!all.has(fact.key)) follow(inNotes.get(fact.key));
  for (const { fact } of definitions) if (all.has(fact.key) && !order.has(fact.key)) follow([fact.key]);
  references.forEach(({ fact }) => add(fact.key));
  referred.set(references, { definitions, order });
  return order;
}
