import { named } from '../languages/messages.js';
import { extentOf, placeOf } from '../model/brief.js';
import { trimmed } from '../text/text.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'sub-question-unanswered',
  area: 'answers',
  severity: 'warning',
  summary: { nl: 'Een deelvraag wordt niet beantwoord.', en: 'A sub-question is not answered.' },
  check: (brief) =>
    brief.questions.flatMap((question): Finding[] => {
      const { answers, subQuestions } = question;
      const answer = answers.at(-1);
      if (!answer || subQuestions.length === 0) return [];
      // Only where the answers themselves use letters is it sure that one is left out.
      const given = new Set(
        answers.flatMap(({ letters, parts }) => [...parts, ...letters.map(({ fact }) => fact.letter)]),
      );
      const isPart = answers.every(({ parts }) => parts.length > 0);
      if (given.size === 0 || (answers.length > 1 && !isPart)) return [];
      if (answers.some(({ questions }) => questions.length > 1)) return [];
      return subQuestions
        .filter(({ letter }) => !given.has(letter))
        .map(({ letter, opener }) => ({
          place: placeOf(opener),
          message: {
            nl: `${named(question).nl}${letter} heeft geen eigen antwoord, de andere deelvragen wel. Voeg ‘${letter}.’ toe aan het antwoord.`,
            en: `${named(question).en}${letter} has no answer of its own, while other sub-questions do. Add ‘${letter}.’ to the answer.`,
          },
          related: [{ place: placeOf(answer.opener), message: { nl: 'Het antwoord', en: 'The answer' } }],
          fixes: [
            {
              title: { nl: `Zet ‘${letter}.’ onder het antwoord`, en: `Put ‘${letter}.’ below the answer` },
              safe: false,
              edits: () => {
                const { to } = trimmed(brief.text, extentOf(answer.segments));
                return [{ from: to, to, insert: `\n\n${letter}. PM` }];
              },
            },
          ],
        }));
    }),
});
