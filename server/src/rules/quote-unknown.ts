import type { Comparison } from '../compare/compare.js';
import { isForeign, letterLink } from './quotes.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'quote-unknown',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'Er staat een vraag of zin in die de brief niet heeft.',
    en: 'There is a question or sentence that the letter does not have.',
  },
  check: (brief, { comparison }) => {
    const held = comparison();
    if (!held || held.unknown.length === 0) return [];
    if (isForeign(held)) {
      const path = brief.frontMatter.values.letter;
      return [
        {
          place: letterLink(brief),
          message: {
            nl: `Geen van de vragen hieronder staat in ‘${path}’. Is dat de goede brief?`,
            en: `None of the questions below is in ‘${path}’. Is that the right letter?`,
          },
        },
      ];
    }
    return runs(held.unknown).map((run) => finding(held, run));
  },
});

/** Sentences that follow each other. */
function runs(indices: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const index of indices) {
    const last = found.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  }
  return found;
}

function finding({ quoted }: Comparison, [first, last]: [number, number]): Finding {
  const { block, wording, question } = quoted[first];
  let end = first;
  while (end < last && quoted[end + 1].block === block && quoted[end + 1].question === question) end++;
  const asks = quoted.slice(first, last + 1).some(({ wording }) => wording.question);
  return {
    place: { block, at: { from: wording.at.from, to: quoted[end].wording.at.to } },
    message: asks
      ? {
          nl: 'Deze vraag staat niet in de brief. Haal de vraag weg, of zet uw toevoeging tussen [ ].',
          en: 'This question is not in the letter. Take it away, or put your addition between [ ].',
        }
      : {
          nl: 'Deze zin staat niet in de brief. Haal de zin weg, of zet uw toevoeging tussen [ ].',
          en: 'This sentence is not in the letter. Take it away, or put your addition between [ ].',
        },
  };
}
