import { extentOf, type Brief } from '../model/brief.js';
import { answers, named, openWork, questionPlace } from './describe.js';
import { defineRule, type Finding } from './rule.js';

const fewest = { questions: 4, share: 1 / 3 };

/** With so few answers the document is not a reply with gaps, but one whose answers are written otherwise. */
export function answersOtherwise({ questions }: Brief): boolean {
  const answered = questions.filter(({ answers }) => answers.length > 0).length;
  return questions.length >= fewest.questions && answered < questions.length * fewest.share;
}

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
      fixes: [
        {
          title: { nl: `Zet ‘${word}:’ onder de vraag`, en: `Put ‘${word}:’ below the question` },
          safe: false,
          edits: () => {
            const { to, from } = extentOf(question.segments);
            const end = from + brief.text.sliceString(from, to).trimEnd().length;
            return [{ from: end, to: end, insert: `\n\n${word}: ` }];
          },
        },
      ],
    }));
  },
});
