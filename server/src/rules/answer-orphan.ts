import type { Range } from '../text/text.js';
import { numbersOf } from '../model/facts.js';
import { questionsByNumber } from '../model/brief.js';
import { answerPlace, listed } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'answer-orphan',
  area: 'answers',
  severity: 'error',
  summary: { nl: 'Een antwoord hoort bij geen enkele vraag.', en: 'An answer belongs to no question.' },
  check: (brief) => {
    const known = questionsByNumber(brief);
    return brief.answers.flatMap((answer): Finding[] => {
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
      return fact.numbers.flatMap((number) => {
        const unknown = numbersOf([number]).filter((one) => !known.has(one));
        if (unknown.length === 0) return [];
        const at: Range = number.at;
        return [
          {
            place: { block, at },
            message: {
              nl: `Vraag ${listed(unknown).nl} staat niet in dit document. Pas het nummer aan of voeg de vraag toe.`,
              en: `Question ${listed(unknown).en} is not in this document. Change the number or add the question.`,
            },
          },
        ];
      });
    });
  },
});
