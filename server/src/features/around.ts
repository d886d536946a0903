import type { Block, Brief, Question, SegmentPlace } from '../model/brief.js';
import { lastBefore } from '../syntax/blocks.js';

/** What features ask of the text around an offset. */

/** The last block that begins at or before an offset; `null` above the first. */
export function blockAt({ blocks }: Brief, offset: number): Block | null {
  return blocks[lastBefore(blocks, offset)] ?? null;
}

/** The segment that an offset stands in or directly behind, the later one where two meet. */
export function segmentAt(brief: Brief, offset: number): SegmentPlace | null {
  const block = blockAt(brief, offset);
  const segment = block?.facts.segments.findLast(
    ({ at }) => block.from + at.from <= offset && offset <= block.from + at.to,
  );
  return block && segment ? { block, segment } : null;
}

/** The last question that opens above an offset. */
export function questionAbove({ questions }: Brief, offset: number): Question | null {
  const start = ({ segments: [{ block, segment }] }: Question) => block.from + segment.at.from;
  return questions.findLast((question) => start(question) < offset) ?? null;
}
