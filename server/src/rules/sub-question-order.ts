import { orderLetters } from '../edits/questions/order-letters.js';
import { placeOf } from '../model/brief.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'sub-question-order',
  area: 'numbering',
  severity: 'warning',
  summary: {
    nl: 'De letters van deelvragen lopen niet door.',
    en: 'The letters of sub-questions do not run on.',
  },
  check: (brief) => {
    const findings: Finding[] = [];
    for (const question of brief.questions) {
      let expected = 'a'.charCodeAt(0);
      for (const { letter, opener } of question.subQuestions) {
        const meant = String.fromCharCode(expected);
        const place = placeOf(opener);
        if (letter !== meant && expected <= 'z'.charCodeAt(0)) {
          findings.push({
            place,
            message: {
              nl: `Hier wordt deelvraag ${meant} verwacht, niet ${letter}. Pas de letter aan.`,
              en: `Sub-question ${meant} is expected here, not ${letter}. Change the letter.`,
            },
            fixes: [
              {
                title: { nl: 'Zet de letters op volgorde', en: 'Put the letters in order' },
                safe: false,
                edits: () => orderLetters(brief, question),
              },
            ],
          });
        }
        expected++;
      }
    }
    return findings;
  },
});
