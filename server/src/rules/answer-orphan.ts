import { listed, type Words } from '../languages/messages.js';
import { numbersOf } from '../model/facts.js';
import { answerPlace } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'answer-orphan',
  area: 'answers',
  severity: 'error',
  summary: { nl: 'Een antwoord hoort bij geen enkele vraag.', en: 'An answer belongs to no question.' },
  check: ({ answers, numbering }) =>
    answers.flatMap((answer): Finding[] => {
      const { block, fact } = answer.opener;
      if (fact.numbers.length === 0)
        return answer.questions.length > 0
          ? []
          : [
              {
                place: answerPlace(answer),
                message: {
                  nl: 'Boven dit antwoord staat geen vraag. Zet de vraag erboven, of schrijf ‘Antwoord op vraag …’.',
                  en: 'There is no question above this answer. Put the question above it, or write ‘Answer to question …’.',
                },
              },
            ];
      const linked = new Set(answer.questions.flatMap(({ numbers }) => numbers));
      const where: Words =
        numbering === 'per-group' && answer.group
          ? { nl: 'bij deze fractie', en: 'in this group' }
          : { nl: 'in dit document', en: 'in this document' };
      return fact.numbers.flatMap((number) => {
        const unknown = numbersOf([number]).filter((one) => !linked.has(one));
        if (unknown.length === 0) return [];
        return [
          {
            place: { block, at: number.at },
            message: {
              nl: `Vraag ${listed(unknown).nl} staat niet ${where.nl}. Pas het nummer aan of voeg de vraag toe.`,
              en: `Question ${listed(unknown).en} is not ${where.en}. Change the number or add the question.`,
            },
          },
        ];
      });
    }),
});
