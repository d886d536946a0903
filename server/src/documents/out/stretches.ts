import type { Answer, Block, Question } from '../../model/brief.js';
import type { Opener, Segment } from '../../model/facts.js';
import type { Range } from '../../text/text.js';

/** The question or answer that something stands in; `null` for the frame. */
export type Owner = Question | Answer | null;

/** A stretch of a block that belongs to one question, one answer or the frame. Positions count from the start of the block. */
export interface Stretch extends Range {
  block: Block;
  owner: Owner;
  /** What opens a line in it, in order. */
  openers: readonly Opener[];
  /** The first opener is the number or the words that open the owner, and no item of a list. */
  opens: boolean;
}

/** The stretches of a block without footnote texts; none for a comment. */
export function stretchesOf(block: Block, owners: ReadonlyMap<Segment, Question | Answer>): Stretch[] {
  const { node, facts, length } = block;
  if (/^(?:CommentBlock|OpenComment)$/.test(node.type.name)) return [];
  if (facts.segments.length === 0)
    return [{ block, owner: null, openers: [], opens: false, from: 0, to: length }];
  const stretches: (Stretch & { openers: Opener[] })[] = [];
  for (const segment of [...facts.segments].sort((a, b) => a.at.from - b.at.from)) {
    if (segment.inNote) continue;
    const owner = owners.get(segment) ?? null;
    const { opener, at } = segment;
    const last = stretches.at(-1);
    const opens = opener !== null && owner?.opener?.fact === opener;
    if (last && last.owner === owner && !opens && opener?.kind !== 'heading') {
      last.to = at.to;
      if (opener) last.openers.push(opener);
    } else stretches.push({ block, owner, openers: opener ? [opener] : [], opens, from: at.from, to: at.to });
  }
  return stretches;
}
