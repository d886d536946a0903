import type { Brief, Place } from '../model/brief.js';
import { maskMarkup } from '../model/read.js';
import type { Range } from '../text/text.js';
import type { Difference, Pair, Spoken, Stretch } from './compare.js';
import type { Word, Wording } from './words.js';

/** Both sides of a difference, as they can be shown and taken over. */
export interface Wordings {
  /** The letter's words, without marks; empty if it has none here. */
  letter: string;
  reply: string;
  /** The words of the reply that are other; those around the gap if some are missing. */
  place: Place;
  /** Where the letter's words stand. */
  source: Place | null;
  /** A whole sentence of the letter is left out. */
  dropped: boolean;
}

const remembered = new WeakMap<Difference, Wordings>();

/** A difference in words. Where one side has none, its neighbours show where. */
export function wordingsOfDifference(pair: Pair, difference: Difference): Wordings {
  let wordings = remembered.get(difference);
  if (!wordings) remembered.set(difference, (wordings = readWordings(pair, difference)));
  return wordings;
}

function readWordings({ letter, reply }: Pair, difference: Difference): Wordings {
  const here = difference.quoted.spoken;
  const there = difference.asked?.spoken ?? null;
  const dropped =
    there !== null && difference.asked!.from === 0 && difference.asked!.to === there.wording.words.length;
  const place = { block: here.block, at: spanOf(difference.quoted, here) };
  const source = there && {
    block: there.block,
    at: dropped ? there.wording.at : spanOf(difference.asked!, there),
  };
  const isGap =
    difference.quoted.from === difference.quoted.to ||
    (difference.asked !== null && difference.asked.from === difference.asked.to);
  if (isGap) widen(place.at, source && !dropped ? source.at : null, difference, here, there);
  return {
    letter: source ? plainText(letter, source) : '',
    reply: dropped ? '' : plainText(reply, place),
    place,
    source,
    dropped,
  };
}

const texts = new WeakMap<Spoken, string>();

/** A sentence of a question as running text. */
export function sentenceText(brief: Brief, spoken: Spoken): string {
  let text = texts.get(spoken);
  if (text === undefined)
    texts.set(spoken, (text = plainText(brief, { block: spoken.block, at: spoken.wording.at })));
  return text;
}

/** Text without note marks, notes and comments, white space folded. */
export function plainText({ text }: Brief, { block, at }: Place): string {
  const source = text.sliceString(block.from, block.from + block.length);
  const { marks } = maskMarkup(block.node, source);
  const editorial = [...marks.references, ...marks.inlineNotes, ...marks.comments];
  let result = '';
  let done = at.from;
  for (const { from, to } of editorial.sort((a, b) => a.from - b.from)) {
    if (from < done || from >= at.to) continue;
    result += source.slice(done, from);
    done = to;
  }
  return (result + source.slice(done, at.to)).replace(/\s+/g, ' ').trim();
}

function spanOf({ from, to }: Stretch, { wording: { words, at } }: Spoken): Range {
  if (from < to) return { from: words[from].at.from, to: words[to - 1].at.to };
  const point = words[from]?.at.from ?? at.to;
  return { from: point, to: point };
}

/**
 * Shows where words are missing: takes in the word on either side, or the punctuation where the sentence ends or begins, in
 * both documents where both have it.
 */
function widen(
  quoted: Range,
  asked: Range | null,
  difference: Difference,
  here: Spoken,
  there: Spoken | null,
): void {
  const own = here.wording;
  const theirs = asked && there ? there.wording : null;
  const a = difference.asked;
  const q = difference.quoted;
  const side = (edge: 'from' | 'to', word: (stretch: Stretch, wording: Wording) => Word | undefined) => {
    const here = word(q, own);
    const there = theirs && a ? word(a, theirs) : undefined;
    if (theirs && !here !== !there) return;
    quoted[edge] = here?.at[edge] ?? own.at[edge];
    if (asked && theirs) asked[edge] = there?.at[edge] ?? theirs.at[edge];
  };
  side('from', ({ from }, { words }) => words[from - 1]);
  side('to', ({ to }, { words }) => words[to]);
}
