import { inOrder, type Completion, type Cursor } from './item.js';

/** The footnotes of the document, each with its text. */
export function footnoteItems({ brief, offset, after }: Cursor, typed: string): Completion[] {
  const replace = { from: offset - typed.length, to: after.startsWith(']') ? offset + 1 : offset };
  return brief.definitions.map(({ fact }, i) => ({
    label: `[^${fact.label}]`,
    detail: fact.text.slice(0, 120),
    kind: 'footnote',
    insert: `[^${fact.label}]`,
    filter: `[^${fact.label}]`,
    replace,
    sort: inOrder(0, i),
  }));
}
