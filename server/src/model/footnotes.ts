import type { Brief } from './brief.js';
import { isInNote } from './note-numbers.js';

/** Labels are the same whatever their case, as in GFM. */
export function labelKey(label: string): string {
  return label.toLowerCase();
}

const defined = new WeakMap<Brief['definitions'], Set<string>>();
const referred = new WeakMap<Brief['references'], Map<string, number>>();

/** Keys of the footnotes that have a text. */
export function definedKeys({ definitions }: Brief): ReadonlySet<string> {
  let keys = defined.get(definitions);
  if (!keys) defined.set(definitions, (keys = new Set(definitions.map(({ fact }) => fact.key))));
  return keys;
}

/** Keys of the footnotes that are referred to, with the place in which each is printed, from 0. */
export function printedOrder({ references }: Brief): ReadonlyMap<string, number> {
  let order = referred.get(references);
  if (!order) {
    referred.set(references, (order = new Map()));
    const inText = references.filter((reference) => !isInNote(reference));
    for (const { fact } of [...inText, ...references.filter(isInNote)])
      if (!order.has(fact.key)) order.set(fact.key, order.size);
  }
  return order;
}
