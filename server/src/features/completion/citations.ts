import type { Brief } from '../../model/brief.js';
import { inOrder, type Completion, type Cursor } from './item.js';

const longest = 120;

export interface CitationItems {
  items: Completion[];
  /** One more letter can bring some. */
  more: boolean;
}

/** Citations of the document and its letter that begin with what stands before the cursor, two letters of it at least. */
export function citationItems({ brief, offset, before }: Cursor, letter: Brief | null): CitationItems {
  const tail = before.slice(-longest).toLowerCase();
  const items: Completion[] = [];
  let more = false;
  for (const text of citationsOf(brief, letter, offset)) {
    const typed = overlap(tail, text.toLowerCase());
    if (typed === 1) more = true;
    if (typed < 2 || !/^\p{L}{2}/u.test(text)) continue;
    items.push({
      label: text,
      detail: '',
      kind: 'citation',
      insert: text,
      filter: text,
      replace: { from: offset - typed, to: offset },
      sort: inOrder(0, items.length),
    });
  }
  return { items, more };
}

/** Each wording once; not what stands at the cursor. */
function citationsOf(brief: Brief, letter: Brief | null, offset: number): Set<string> {
  const own = brief.citations.filter(
    ({ block, fact }) => block.from + fact.at.from > offset || block.from + fact.at.to < offset,
  );
  return new Set([...own, ...(letter?.citations ?? [])].map(({ fact }) => fact.text.replace(/\s+/g, ' ')));
}

/** How many characters at the end of one text, from the start of a word, begin the other. */
function overlap(tail: string, text: string): number {
  for (let length = Math.min(tail.length, text.length - 1); length > 0; length--) {
    const start = tail.length - length;
    if (
      tail[start] === text[0] &&
      text.startsWith(tail.slice(start)) &&
      !/[\p{L}\p{N}]/u.test(tail[start - 1] ?? '')
    )
      return length;
  }
  return 0;
}
