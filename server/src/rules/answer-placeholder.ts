import { answerNamed, answerPlace, openWork } from './describe.js';
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
        const name = answerNamed(answer);
        return {
          place: answerPlace(answer),
          severity: openWork(brief),
          message: {
            nl: `${name.nl} moet nog worden geschreven: er staat alleen een plaatshouder.`,
            en: `${name.en} must still be written: there is only a placeholder.`,
          },
        };
      }),
});
