import type { Comparison } from '../compare/compare.js';
import type { Brief, Place } from '../model/brief.js';
import { shorten } from '../text/shorten.js';
import { describeQuestion, longestText } from './describe.js';
import { describeKey, expectedValues, keyNamed } from '../model/front-matter/names.js';
import { definitionOf, objectAt } from './object.js';
import { describeQuote, quotesAt } from './quotes.js';

/** Plain text, to be shown as it stands. */
export interface Hover {
  text: string;
  place: Place;
}

/**
 * The note of a footnote, the question and answer of a reference, the letter's words of a quote.
 * @param helds the comparisons in which this document is the letter or the reply
 */
export function hover(brief: Brief, helds: readonly Comparison[], offset: number): Hover | null {
  const own = ownHover(brief, offset);
  if (own) return own;
  for (const quote of quotesAt(brief, helds, offset)) {
    const text = describeQuote(quote);
    if (text) return { text, place: quote.place };
  }
  return null;
}

function ownHover(brief: Brief, offset: number): Hover | null {
  if (offset < brief.frontMatter.block.length) return keyHover(brief, offset);
  const object = objectAt(brief, offset);
  if (!object) return null;
  const { place } = object;
  switch (object.kind) {
    case 'footnote': {
      const note = definitionOf(brief, object.label);
      return note ? { text: shorten(note.fact.text, longestText), place } : null;
    }
    case 'reference':
      return object.questions.length
        ? {
            text: object.questions
              .slice(0, 3)
              .map((question) => describeQuestion(brief, question))
              .join('\n\n───\n\n'),
            place,
          }
        : null;
    case 'question':
      return { text: describeQuestion(brief, object.question), place };
    case 'answer':
      return object.answer.questions.length
        ? {
            text: object.answer.questions
              .slice(0, 3)
              .map((question) => describeQuestion(brief, question))
              .join('\n\n───\n\n'),
            place,
          }
        : null;
  }
}

/** What the key at the cursor is for, and the values that it can have. */
function keyHover({ text, language, frontMatter }: Brief, offset: number): Hover | null {
  const line = text.lineAt(offset);
  const found = /^(?<indent> *)(?<name>[\p{L}-]+)(?=:)/u.exec(line.text);
  const key = found && keyNamed(language, found.groups!.name);
  if (!key || offset > line.from + found[0].length) return null;
  const values = expectedValues(language, key);
  return {
    text: [describeKey(language, key), ...(values ? [values.join(' · ')] : [])].join('\n\n'),
    place: {
      block: frontMatter.block,
      at: { from: line.from + found.groups!.indent.length, to: line.from + found[0].length },
    },
  };
}
