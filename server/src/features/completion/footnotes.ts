import { firstOf } from '../../text/shorten.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/** The footnotes of the document, each with its text. */
export function footnoteItems({ brief, offset, after }: Cursor, typed: string): Completion[] {
  // The rest of the mark, where one is changed.
  const rest = /^[^\s[\]]*\]/.exec(after)?.[0] ?? '';
  const replace = { from: offset - typed.length, to: offset + rest.length };
  // Of two texts with one name only the first counts.
  const firsts = new Map(brief.definitions.toReversed().map(({ fact }) => [fact.key, fact]));
  const counting = brief.definitions.filter(({ fact }) => firsts.get(fact.key) === fact);
  return counting.map(({ fact }, i) => ({
    label: `[^${fact.label}]`,
    detail: firstOf(fact.text, 120),
    kind: 'footnote',
    insert: `[^${fact.label}]`,
    filter: `[^${fact.label}]`,
    replace,
    sort: inOrder(0, i),
  }));
}
