import { answerNamed, answerPlace, openWork } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'answer-empty',
  area: 'answers',
  severity: 'warning',
  summary: { nl: 'Onder ‘Antwoord’ staat nog niets.', en: 'Nothing stands below ‘Answer’ yet.' },
  check: (brief) =>
    brief.answers
      .filter(({ status }) => status === 'empty')
      .map((answer) => {
        const name = answerNamed(answer);
        return {
          place: answerPlace(answer),
          severity: openWork(brief),
          message: {
            nl: `${name.nl} is nog leeg. Schrijf het antwoord achter de dubbele punt.`,
            en: `${name.en} is still empty. Write the answer after the colon.`,
          },
        };
      }),
});
