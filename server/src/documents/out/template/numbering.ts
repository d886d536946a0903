import { childrenOf, setValue, valueOf, type Document, type Element } from '../../office/xml.js';

/**
 * Adds the lists of a document to those of a template.
 * @returns what the number of each list of the document went up by
 */
export function mergeNumbering(theirs: Document, ours: Document): number {
  const root = theirs.documentElement!;
  const firstKind = highest(childrenOf(root, 'abstractNum'), 'abstractNumId') + 1;
  const step = Math.max(0, highest(childrenOf(root, 'num'), 'numId'));
  const lists = childrenOf(root, 'num');
  const afterKinds = lists[0] ?? childrenOf(root, 'numIdMacAtCleanup')[0] ?? null;
  const afterLists = childrenOf(root, 'numIdMacAtCleanup')[0] ?? null;
  for (const kind of childrenOf(ours.documentElement!, 'abstractNum')) {
    const copy = theirs.importNode(kind, true);
    raise(copy, firstKind, 'abstractNumId');
    // What newer versions of Word add; the template may not say that others can pass it over.
    for (const attribute of [...copy.attributes])
      if (attribute.prefix !== 'w') copy.removeAttributeNode(attribute);
    root.insertBefore(copy, afterKinds);
  }
  for (const list of childrenOf(ours.documentElement!, 'num')) {
    const copy = theirs.importNode(list, true);
    raise(copy, step, 'numId');
    for (const kind of childrenOf(copy, 'abstractNumId')) raise(kind, firstKind, 'val');
    root.insertBefore(copy, afterLists);
  }
  return step;
}

function highest(elements: readonly Element[], name: string): number {
  return elements.reduce((most, element) => Math.max(most, Number(valueOf(element, name)) || 0), -1);
}

function raise(element: Element, by: number, name: string): void {
  setValue(element, String(Number(valueOf(element, name)) + by), name);
}
