import type { WordAt } from '../messages.js';

/** The word of a block that a click is on. */
export function wordAt(block: Element, { clientX, clientY }: MouseEvent): WordAt | null {
  const [node, offset] = caretAt(clientX, clientY);
  if (!(node instanceof Text) || !block.contains(node)) return null;
  for (const { index, 0: text } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (index + text.length < offset) continue;
    if (index > offset) break;
    const above = document.createRange();
    above.setStart(block, 0);
    above.setEnd(node, index);
    return { text, before: above.toString().split(text).length - 1 };
  }
  return null;
}

/** Browsers have one of two ways. */
function caretAt(x: number, y: number): [Node | null, number] {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return [caret?.offsetNode ?? null, caret?.offset ?? 0];
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return [range?.startContainer ?? null, range?.startOffset ?? 0];
}
