import { listed } from '../languages/messages.js';
import { answerPlace, openWork } from './describe.js';
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
        const numbers = listed(answer.questions.flatMap(({ numbers }) => numbers));
        const of = numbers.nl
          ? { nl: ` op vraag ${numbers.nl}`, en: ` to question ${numbers.en}` }
          : { nl: '', en: '' };
        return {
          place: answerPlace(answer),
          severity: openWork(brief),
          message: {
            nl: `Het antwoord${of.nl} is nog leeg. Schrijf het antwoord achter de dubbele punt.`,
            en: `The answer${of.en} is still empty. Write the answer after the colon.`,
          },
        };
      }),
});
