import type { Comparison, Difference, Pair } from '../compare/compare.js';
import { wordingsOfDifference, type Wordings } from '../compare/wording.js';
import type { Words } from '../languages/messages.js';
import { rangeOf } from '../model/brief.js';
import type { Text, TextEdit } from '../text/text.js';
import { shortened } from './describe.js';
import { defineRule, type Finding, type Fix } from './rule.js';

export default defineRule({
  code: 'quote-deviates',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'Een vraag is anders overgenomen dan zij in de brief staat.',
    en: 'A question is quoted otherwise than it stands in the letter.',
  },
  check: (_brief, { comparison }) => {
    const held = comparison();
    return held ? held.differences.map((difference) => findingOf(held, difference)) : [];
  },
});

/** A difference that is the same as before is told in the same words. */
const remembered = new WeakMap<Difference, Finding>();

function findingOf({ letter, reply }: Comparison, difference: Difference): Finding {
  let known = remembered.get(difference);
  // It must not keep the comparison, which holds what was remembered before it.
  if (!known) remembered.set(difference, (known = finding({ letter, reply }, difference)));
  return known;
}

function finding(pair: Pair, difference: Difference): Finding {
  const wordings = wordingsOfDifference(pair, difference);
  const { place, source } = wordings;
  return {
    place,
    message: messageOf(wordings),
    ...(source && {
      related: [
        {
          place: source,
          message: { nl: 'Zo staat het in de brief', en: 'As it stands in the letter' },
          document: pair.letter,
        },
      ],
    }),
    fixes: [takeOver(pair, difference, wordings), ...intended(pair, difference)],
  };
}

function messageOf({ letter, reply, dropped }: Wordings): Words {
  if (dropped)
    return {
      nl: `Hier is een zin uit de brief weggelaten: ‘${shortened(letter)}’. Neem die over, of zet [...] waar u iets weglaat.`,
      en: `A sentence of the letter is left out here: ‘${shortened(letter)}’. Take it over, or put [...] where you leave something out.`,
    };
  if (!letter)
    return {
      nl: `‘${shortened(reply)}’ staat niet in de brief. Haal het weg, of zet uw toevoeging tussen [ ].`,
      en: `‘${shortened(reply)}’ is not in the letter. Take it away, or put your addition between [ ].`,
    };
  return {
    nl: `In de brief staat ‘${shortened(letter)}’, hier ‘${shortened(reply)}’. Neem de woorden van de brief over, of zet wat u met opzet verandert tussen [ ].`,
    en: `The letter says ‘${shortened(letter)}’, here it says ‘${shortened(reply)}’. Take over the words of the letter, or put what you change on purpose between [ ].`,
  };
}

/** Puts the letter's words in the place of the reply's. */
export function takeOver(
  pair: Pair,
  difference: Difference,
  { letter, place, dropped }: Wordings = wordingsOfDifference(pair, difference),
): Fix {
  const { quoted } = difference;
  const { block, wording } = quoted.spoken;
  return {
    title: { nl: 'Neem de woorden van de brief over', en: 'Take over the words of the letter' },
    safe: false,
    edits: (): TextEdit[] => {
      const { from, to } = rangeOf(place);
      if (dropped) {
        const atStart = quoted.from === 0;
        const point = block.from + (atStart ? wording.at.from : wording.at.to);
        return [{ from: point, to: point, insert: atStart ? `${letter} ` : ` ${letter}` }];
      }
      if (letter) return [{ from, to, insert: spaced(pair.reply.text, letter, from, to) }];
      const next = wording.words[quoted.to];
      return [{ from, to: next ? block.from + next.at.from : to, insert: '' }];
    },
  };
}

/** Words that would touch what stands beside them get a space. */
function spaced(text: Text, words: string, from: number, to: number): string {
  const touches = (at: number) => /[\p{L}\p{N}]/u.test(text.sliceString(at, at + 1));
  return `${from > 0 && touches(from - 1) ? ' ' : ''}${words}${touches(to) ? ' ' : ''}`;
}

/** What stands between brackets is short; longer text there is no addition. */
const longestAddition = 200;

/** The house way to say "this is mine": between brackets. A quotation mark alone cannot be. */
function intended(pair: Pair, { quoted }: Difference): Fix[] {
  const { block, wording } = quoted.spoken;
  const words = wording.words.slice(quoted.from, quoted.to);
  const [first, last] = [words[0], words.at(-1)];
  const written = first
    ? pair.reply.text.sliceString(block.from + first.at.from, block.from + last!.at.to)
    : '';
  if (first && (!/[\p{L}\p{N}]/u.test(written) || /[[\]]/.test(written) || written.length > longestAddition))
    return [];
  return [
    {
      title: { nl: 'Dit is met opzet: zet het tussen [ ]', en: 'This is on purpose: put it between [ ]' },
      safe: false,
      edits: () => {
        if (first) {
          const from = block.from + first.at.from;
          return [{ from, to: block.from + last!.at.to, insert: `[${written}]` }];
        }
        const next = wording.words[quoted.from];
        const point = block.from + (next ? next.at.from : wording.at.to);
        return [{ from: point, to: point, insert: next ? '[…] ' : ' […]' }];
      },
    },
  ];
}
