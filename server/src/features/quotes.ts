import type { Comparison, Spoken } from '../compare/compare.js';
import { sentenceText, wordingsOfDifference } from '../compare/wording.js';
import type { Brief, Place } from '../model/brief.js';
import { describeQuestion } from './describe.js';
import type { Target } from './object.js';

/** A sentence of a question that stands in a letter and in its reply, with the cursor on one of the two. */
export interface Quote {
  held: Comparison;
  /** Which of the two the cursor is in. */
  side: 'letter' | 'reply';
  /** The sentence under the cursor. */
  own: Spoken;
  place: Place;
  /** Indices in the comparison; -1 for the side that does not have it. */
  asked: number;
  quoted: number;
}

/**
 * The quotes at the cursor.
 * @param helds the comparisons in which this document is the letter or the reply
 */
export function quotesAt(brief: Brief, helds: readonly Comparison[], offset: number): Quote[] {
  return helds.flatMap((held) => {
    const side = held.reply === brief ? 'reply' : 'letter';
    const spoken = side === 'reply' ? held.quoted : held.asked;
    const index = spoken.findIndex(
      ({ block, wording }) => block.from + wording.at.from <= offset && offset <= block.from + wording.at.to,
    );
    if (index < 0) return [];
    const own = spoken[index];
    const [asked, quoted] = side === 'reply' ? [held.foundIn[index], index] : [index, held.foundAt[index]];
    return [{ held, side, own, asked, quoted, place: { block: own.block, at: own.wording.at } }];
  });
}

/** Where the same sentence stands in the other document. */
export function otherSide({ held, side, asked, quoted }: Quote): Target[] {
  const index = side === 'reply' ? asked : quoted;
  if (index < 0) return [];
  const { block, wording } = (side === 'reply' ? held.asked : held.quoted)[index];
  return [{ place: { block, at: wording.at }, document: side === 'reply' ? held.letter : held.reply }];
}

/** On a quote: the letter's own words and what differs. On a question of the letter: how it is answered. */
export function describeQuote({ held, side, asked, quoted }: Quote): string | null {
  if (side === 'letter')
    return quoted < 0 ? null : describeQuestion(held.reply, held.quoted[quoted].question);
  if (asked < 0) return null;
  const nl = held.reply.language.id === 'nl';
  const differences = held.differences
    .filter((difference) => difference.quoted.spoken === held.quoted[quoted])
    .map((difference) => wordingsOfDifference(held, difference));
  if (differences.length === 0)
    return nl ? 'Woordelijk zoals in de brief.' : 'Word for word as in the letter.';
  return [
    `${nl ? 'In de brief' : 'In the letter'}: ${sentenceText(held.letter, held.asked[asked])}`,
    ...differences.map(({ letter, reply }) =>
      nl ? `‘${letter || '…'}’ werd ‘${reply || '…'}’` : `‘${letter || '…'}’ became ‘${reply || '…'}’`,
    ),
  ].join('\n\n');
}
