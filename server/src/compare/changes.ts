import type { Place } from '../model/brief.js';
import type { Comparison, Difference, Pair } from './compare.js';
import { plainText } from './wording.js';

/** A place where the quote of a reply has other words than its letter, for showing both. */
export interface QuoteChange {
  /** Words that the letter does not have here; empty where the quote only lacks some. */
  place: Place;
  /** The letter's words that stand here no more, without marks; empty if there are none. */
  missing: string;
}

/** What differs word by word, and whole sentences that the letter does not have, in the order of the reply. */
export function quoteChanges(held: Comparison): QuoteChange[] {
  const unknown = held.unknown.map((sentence): QuoteChange => {
    const { block, wording } = held.quoted[sentence];
    return { place: { block, at: wording.at }, missing: '' };
  });
  return [...held.differences.map((difference) => changeOf(held, difference)), ...unknown].sort(
    ({ place: a }, { place: b }) => a.block.from + a.at.from - b.block.from - b.at.from,
  );
}

function changeOf({ letter }: Pair, difference: Difference): QuoteChange {
  const { block, wording } = difference.quoted.spoken;
  const there = difference.asked?.spoken ?? null;
  const isWhole =
    there !== null && difference.asked!.from === 0 && difference.asked!.to === there.wording.words.length;
  const source = there && (isWhole ? there.wording.at : spanOf(there.wording.words, difference.asked!));
  return {
    place: { block, at: spanOf(wording.words, difference.quoted) ?? gapIn(difference, isWhole) },
    missing: there && source ? plainText(letter, { block: there.block, at: source }) : '',
  };

  /** A sentence stands behind the stop of the one before it, a word before it. */
  function gapIn({ quoted: { from } }: Difference, isSentence: boolean) {
    const { words, at } = wording;
    const point = words[from]?.at.from ?? (isSentence ? at.to : (words.at(-1)?.at.to ?? at.to));
    return { from: point, to: point };
  }
}

function spanOf(
  words: readonly { at: { from: number; to: number } }[],
  stretch: { from: number; to: number },
) {
  const { from, to } = stretch;
  return from < to ? { from: words[from].at.from, to: words[to - 1].at.to } : null;
}
