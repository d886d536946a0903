import { listed } from '../languages/messages.js';
import { patternsOf } from '../languages/patterns.js';
import type { Brief, Place } from '../model/brief.js';
import type { Text } from '../text/text.js';
import { answerPlace } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'answer-combined',
  area: 'answers',
  severity: 'warning',
  summary: {
    nl: 'Vragen zijn samen beantwoord, terwijl de brief om afzonderlijke antwoorden vraagt.',
    en: 'Questions are answered together, while the letter asks for separate answers.',
  },
  check: (brief, { comparison }) => {
    const combined = brief.answers.filter(({ questions }) => questions.length > 1);
    const held = combined.length ? comparison() : null;
    const wish = held && wishOf(held.letter);
    if (!held || !wish) return [];
    return combined.map((answer) => {
      const numbers = listed(answer.questions.flatMap((question) => question.numbers));
      return {
        place: answerPlace(answer),
        message: {
          nl: `De brief vraagt om elke vraag afzonderlijk te beantwoorden, maar dit is één antwoord op de vragen ${numbers.nl}. Beantwoord ze apart.`,
          en: `The letter asks to answer each question separately, but this is one answer to questions ${numbers.en}. Answer them one by one.`,
        },
        related: [
          {
            place: wish,
            message: { nl: 'Hier vraagt de brief daarom', en: 'Here the letter asks for it' },
            document: held.letter,
          },
        ],
      };
    });
  },
});

const remembered = new WeakMap<Text, Place | null>();

/** Where the letter asks for separate answers. */
function wishOf({ text, language, blocks }: Brief): Place | null {
  let wish = remembered.get(text);
  if (wish === undefined) {
    wish = null;
    const { separateAnswers } = patternsOf(language);
    for (const block of blocks) {
      const found = separateAnswers.exec(text.sliceString(block.from, block.from + block.length));
      if (!found) continue;
      wish = { block, at: { from: found.index, to: found.index + found[0].length } };
      break;
    }
    remembered.set(text, wish);
  }
  return wish;
}
