import { listed } from '../languages/messages.js';
import { answerPlace, openWork } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'answer-placeholder',
  area: 'answers',
  severity: 'warning',
  summary: {
    nl: 'Een antwoord is nog een plaatshouder, zoals PM.',
    en: 'An answer is still a placeholder, such as TBC.',
  },
  check: (brief) =>
    brief.answers
      .filter(({ status }) => status === 'placeholder')
      .map((answer) => {
        const numbers = listed(answer.questions.flatMap(({ numbers }) => numbers));
        const of = numbers.nl
          ? { nl: ` op vraag ${numbers.nl}`, en: ` to question ${numbers.en}` }
          : { nl: '', en: '' };
        return {
          place: answerPlace(answer),
          severity: openWork(brief),
          message: {
            nl: `Het antwoord${of.nl} moet nog worden geschreven: er staat alleen een plaatshouder.`,
            en: `The answer${of.en} must still be written: there is only a placeholder.`,
          },
        };
      }),
});
