import { listed } from '../languages/messages.js';
import { answerPlace } from './describe.js';
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
        const numbers = listed(answer.questions.flatMap(({ numbers }) => numbers));
        return {
          place: answerPlace(answer),
          message: {
            nl: `Het antwoord op vraag ${numbers.nl} is uitgesteld en telt nog niet als antwoord.`,
            en: `The answer to question ${numbers.en} is deferred and does not count as an answer yet.`,
          },
        };
      }),
});
