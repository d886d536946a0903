import type { Brief, Place } from '../model/brief.js';
import { maskMarkup } from '../model/read.js';
import type { Comparison, Difference, Spoken, Stretch } from './compare.js';

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

/** A difference in words. Where one side has none, its neighbours show where. */
export function wordingsOfDifference(
  { letter, reply, asked, quoted }: Comparison,
  difference: Difference,
): Wordings {
  const here = quoted[difference.quoted.sentence];
  const there = difference.asked && asked[difference.asked.sentence];
  const dropped =
    there !== null && difference.asked!.from === 0 && difference.asked!.to === there.wording.words.length;
  const gap =
    difference.quoted.from === difference.quoted.to ||
    (difference.asked !== null && difference.asked.from === difference.asked.to);
  const around = gap && !dropped ? placeAround : placeOfStretch;
  const source = there && around(difference.asked!, there);
  const place = gap ? placeAround(difference.quoted, here) : placeOfStretch(difference.quoted, here);
  return {
    letter: source ? plainText(letter, source) : '',
    reply: dropped ? '' : plainText(reply, place),
    place,
    source,
    dropped,
  };
}

/** A sentence of a question as running text. */
export function sentenceText(brief: Brief, { block, wording }: Spoken): string {
  return plainText(brief, { block, at: wording.at });
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

/** A stretch with the word on either side; at the end of a sentence with its last punctuation. */
function placeAround({ from, to }: Stretch, { block, wording }: Spoken): Place {
  const { words, at } = wording;
  return {
    block,
    at: { from: words[from - 1]?.at.from ?? at.from, to: words[to]?.at.to ?? at.to },
  };
}

function placeOfStretch({ from, to }: Stretch, { block, wording }: Spoken): Place {
  const { words } = wording;
  return { block, at: { from: words[from].at.from, to: words[to - 1].at.to } };
}
