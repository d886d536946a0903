/**
 * Makes the children of an element those of another, and leaves alone what is the same: what is selected stays selected,
 * and what did not change is not laid out again.
 */
export function morph(shown: Element, fresh: Element): void {
  const old = [...shown.childNodes];
  const now = [...fresh.childNodes];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start].isEqualNode(now[start])) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end].isEqualNode(now[now.length - 1 - end])) end++;
  const gone = old.slice(start, old.length - end);
  const come = now.slice(start, now.length - end);
  if (gone.length === come.length) gone.forEach((node, i) => renew(node, come[i]));
  else {
    const behind = old[old.length - end] ?? null;
    for (const node of gone) node.remove();
    for (const node of come) shown.insertBefore(node, behind);
  }
}

function renew(old: ChildNode, now: ChildNode): void {
  if (old.isEqualNode(now)) return;
  const isSame = old instanceof Element && old.cloneNode(false).isEqualNode(now.cloneNode(false));
  if (isSame) morph(old, now as unknown as Element);
  else old.replaceWith(now);
}
