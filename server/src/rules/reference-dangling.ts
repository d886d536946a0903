import { listed } from '../languages/messages.js';
import { questionsByNumber } from '../model/brief.js';
import { numbersOf } from '../model/facts.js';
import { referenced } from '../model/targets.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'reference-dangling',
  area: 'cross-references',
  severity: 'error',
  summary: {
    nl: 'Er wordt verwezen naar een vraag die er niet is.',
    en: 'A reference points to a question that does not exist.',
  },
  check: (brief) => {
    if (questionsByNumber(brief).size === 0) return [];
    return brief.crossReferences.flatMap((reference): Finding[] => {
      const { block, fact, quoted } = reference;
      if (quoted) return [];
      const gone = fact.withdrawn.map((number): Finding => ({
        place: { block, at: number.at },
        message: {
          nl: `Vraag ${number.number} is vervallen. Verwijs naar een andere vraag, of haal de verwijzing weg.`,
          en: `Question ${number.number} has been withdrawn. Refer to another question, or remove the reference.`,
        },
      }));
      const dangling = fact.numbers.flatMap((number): Finding[] => {
        const unknown = numbersOf([number]).filter((one) => !referenced(brief, reference, one));
        const place = { block, at: number.at };
        if (unknown.length > 0)
          return [
            {
              place,
              message: {
                nl: `Vraag ${listed(unknown).nl} bestaat niet in dit document. Pas het nummer aan.`,
                en: `Question ${listed(unknown).en} does not exist in this document. Change the number.`,
              },
            },
          ];
        const { subQuestions } = referenced(brief, reference, number.number)!;
        const lacking = [number.letter, number.lastLetter?.letter ?? null].find(
          (letter) => letter !== null && !subQuestions.some((one) => one.letter === letter),
        );
        if (!lacking || subQuestions.length === 0) return [];
        return [
          {
            place,
            message: {
              nl: `Vraag ${number.number} heeft geen deelvraag ${lacking}. Pas de letter aan.`,
              en: `Question ${number.number} has no sub-question ${lacking}. Change the letter.`,
            },
          },
        ];
      });
      return [...gone, ...dangling];
    });
  },
});
