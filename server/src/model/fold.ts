import { languages } from '../languages/index.js';
import type { Text } from '../text/text.js';
import type { Block, Brief, SegmentPlace } from './brief.js';
import { Folding, type Structure } from './folding.js';
import type { FrontMatter } from './front-matter/read.js';
import type { Kind, Numbering } from './front-matter/schema.js';
import { listsOf } from './lists.js';
import { hasMarkers } from './look-ahead.js';
import { occursIn } from './words.js';

/**
 * Folds the facts of the blocks into one model: which number is a question and which an enumeration, what belongs to
 * which question, and which answer stands for which question. No text is copied; time is linear in the facts.
 */
export function fold(text: Text, blocks: readonly Block[], frontMatter: FrontMatter, assumed?: Kind): Brief {
  const brief: Brief = {
    text,
    blocks: [...blocks],
    ...listsOf(blocks),
    ...structureOf(blocks, frontMatter, assumed),
    occurs: (word) => occursIn(brief, word),
  };
  return brief;
}

/**
 * Brings a model up to date after an edit. What an edit did not change keeps its identity: a list that is the same
 * object as before says the same, and its places have moved along.
 * @param blocks if they, or what is drawn from all of them together, have changed; otherwise `null`
 */
export function refold(
  brief: Brief,
  text: Text,
  frontMatter: FrontMatter,
  blocks: readonly Block[] | null,
  assumed?: Kind,
): void {
  brief.text = text;
  brief.occurs = (word) => occursIn(brief, word);
  brief.frontMatter = frontMatter;
  brief.language = languages[frontMatter.language.id];
  if (!blocks) return;
  brief.blocks = [...blocks];
  Object.assign(brief, structureOf(blocks, frontMatter, assumed));
}

/** Draws what stands in relation to the text around it, from nothing. */
function structureOf(blocks: readonly Block[], frontMatter: FrontMatter, assumed?: Kind): Structure {
  const { values, language } = frontMatter;
  const flow: SegmentPlace[] = [];
  for (const block of blocks) for (const segment of block.facts.segments) flow.push({ block, segment });
  const parts = blocks.flatMap((block) => (block.facts.part ? [{ block, fact: block.facts.part }] : []));
  const kind = values.kind ?? assumed ?? (parts.length > 0 ? 'report' : inferKind(flow));
  const structure: Structure = {
    frontMatter,
    language: languages[language.id],
    kind,
    numbering: values.numbering ?? inferNumbering(kind, flow),
    parts,
    headings: [],
    groups: [],
    questions: [],
    answers: [],
    enumerations: [],
    frame: [],
    crossReferences: [],
  };
  new Folding(structure, flow).run();
  return structure;
}

function inferKind(flow: readonly SegmentPlace[]): Kind {
  return hasMarkers(flow) || flow.some(({ segment }) => segment.together.length > 0) ? 'reply' : 'letter';
}

/**
 * A document that answers nothing numbers nothing, unless it says so. In a reply, numbers that start at 1 under every group
 * are per group.
 */
function inferNumbering(kind: Kind, flow: readonly SegmentPlace[]): Numbering {
  if (kind !== 'reply' && !hasMarkers(flow)) return 'none';
  let firsts = 0;
  let ones = 0;
  let fresh = false;
  for (const { segment } of flow) {
    if (segment.opener?.kind === 'heading' && segment.opener.groups.length) fresh = true;
    else if (fresh && segment.opener?.kind === 'number' && segment.opener.mark === '.') {
      firsts++;
      if (segment.opener.number === 1) ones++;
      fresh = false;
    }
  }
  return firsts > 1 && ones === firsts ? 'per-group' : 'continuous';
}
