import { answerNamed, answerPlace } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'answer-deferred',
  area: 'answers',
  severity: 'info',
  summary: { nl: 'Een antwoord is uitgesteld.', en: 'An answer is deferred.' },
  check: ({ answers }) =>
    answers
      .filter(({ status }) => status === 'deferred')
      .map((answer) => {
        const name = answerNamed(answer);
        return {
          place: answerPlace(answer),
          message: {
            nl: `${name.nl} is uitgesteld en telt nog niet als antwoord.`,
            en: `${name.en} is deferred and does not count as an answer yet.`,
          },
        };
      }),
});
