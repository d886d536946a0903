import { named } from '../languages/messages.js';
import { answers, answersOtherwise } from '../model/answering.js';
import { extentOf, type Brief, type Question } from '../model/brief.js';
import type { NumberOpener } from '../model/facts.js';
import { trimmed } from '../text/text.js';
import { openWork, questionPlace } from './describe.js';
import { defineRule, type Finding, type Fix } from './rule.js';

export default defineRule({
  code: 'answer-missing',
  area: 'answers',
  severity: 'warning',
  summary: { nl: 'Een vraag heeft geen antwoord.', en: 'A question has no answer.' },
  check: (brief) => {
    if (!answers(brief) || brief.questions.length === 0) return [];
    const missing = brief.questions.filter((question) => question.answers.length === 0);
    const { language, questions } = brief;
    const severity = openWork(brief);
    const [word] = language.answer.words;
    if (answersOtherwise(brief))
      return [
        {
          place: questionPlace(missing[0]),
          severity,
          message: {
            nl: `${missing.length} van de ${questions.length} vragen hebben geen antwoord dat met ‘${word}:’ begint. Zet boven elk antwoord een regel met ‘${word}:’.`,
            en: `${missing.length} of the ${questions.length} questions have no answer that begins with ‘${word}:’. Put ‘${word}:’ at the start of every answer.`,
          },
        },
      ];
    return missing.map((question): Finding => ({
      place: questionPlace(question),
      severity,
      message: {
        nl: `${named(question).nl} heeft nog geen antwoord. Begin onder de vraag een nieuwe regel met ‘${word}:’.`,
        en: `${named(question).en} has no answer yet. Begin a new line below the question with ‘${word}:’.`,
      },
      fixes: fixesOf(brief, question),
    }));
  },
});

/**
 * An open answer below the question; by the number of the question if it ends in a list that would be taken for what is
 * answered. None where its last item has that very number.
 */
function fixesOf(brief: Brief, question: Question): Fix[] {
  const { answer } = brief.language;
  const [number] = question.numbers;
  const item = question.segments.slice(1).findLast(({ segment }) => segment.opener?.kind === 'number');
  const last = item?.segment.opener as NumberOpener | undefined;
  if (last?.number === number) return [];
  const opener = last ? `${answer.numbered} ${number}` : answer.words[0];
  return [
    {
      title: { nl: `Zet ‘${opener}:’ onder de vraag`, en: `Put ‘${opener}:’ below the question` },
      safe: false,
      edits: () => {
        const { to } = trimmed(brief.text, extentOf(question.segments));
        return [{ from: to, to, insert: `\n\n${opener}: ` }];
      },
    },
  ];
}
