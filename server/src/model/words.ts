import type { Block, Brief } from './brief.js';

const remembered = new WeakMap<Block['node'], Map<string, boolean>>();

/** Whether a word stands somewhere in the body, whole and in the same case. */
export function occursIn({ blocks, text }: Brief, word: string): boolean {
  return blocks.some((block) => {
    let known = remembered.get(block.node);
    if (!known) remembered.set(block.node, (known = new Map()));
    let found = known.get(word);
    if (found === undefined)
      known.set(word, (found = hasWord(text.sliceString(block.from, block.from + block.length), word)));
    return found;
  });
}

function hasWord(text: string, word: string): boolean {
  for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
    const before = text.slice(Math.max(0, i - 1), i);
    const after = text.slice(i + word.length, i + word.length + 1);
    if (!/[\p{L}\p{N}-]/u.test(before) && !/[\p{L}\p{N}-]/u.test(after)) return true;
  }
  return false;
}
