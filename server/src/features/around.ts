import type { Answer, Block, Brief, Question, SegmentPlace } from '../model/brief.js';
import type { Segment } from '../model/facts.js';

/** What features ask of the text around an offset. */

/** The last block that begins at or before an offset; `null` above the first. */
export function blockAt({ blocks }: Brief, offset: number): Block | null {
  let low = 0;
  for (let high = blocks.length; low < high;) {
    const middle = (low + high) >> 1;
    if (blocks[middle].from <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1] ?? null;
}

/** The segment that an offset stands in or directly behind, the later one where two meet. */
export function segmentAt(brief: Brief, offset: number): SegmentPlace | null {
  const block = blockAt(brief, offset);
  const segment = block?.facts.segments.findLast(
    ({ at }) => block.from + at.from <= offset && offset <= block.from + at.to,
  );
  return block && segment ? { block, segment } : null;
}

const owners = new WeakMap<readonly Question[], Map<Segment, Question | Answer>>();

/** The question or answer that a segment belongs to. */
export function ownerOf({ questions, answers }: Brief, segment: Segment): Question | Answer | null {
  let map = owners.get(questions);
  if (!map) {
    map = new Map();
    for (const owner of [...questions, ...answers])
      for (const place of owner.segments) map.set(place.segment, owner);
    owners.set(questions, map);
  }
  return map.get(segment) ?? null;
}

/** The last question that opens above an offset. */
export function questionAbove({ questions }: Brief, offset: number): Question | null {
  const start = ({ segments: [{ block, segment }] }: Question) => block.from + segment.at.from;
  return questions.findLast((question) => start(question) < offset) ?? null;
}
