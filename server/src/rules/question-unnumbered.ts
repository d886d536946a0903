import { numberQuestion } from '../edits/questions/number-question.js';
import { answers } from '../model/answering.js';
import { placeOf, rangeOf } from '../model/brief.js';
import { answerPlace } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'question-unnumbered',
  area: 'numbering',
  severity: 'warning',
  summary: {
    nl: 'Een vraag met een antwoord heeft geen nummer.',
    en: 'A question with an answer has no number.',
  },
  check: (brief) => {
    if (!answers(brief)) return [];
    const findings: Finding[] = [];
    brief.answers.forEach((second, i) => {
      const first = brief.answers[i - 1];
      if (
        !first ||
        first.numbers.length > 0 ||
        second.numbers.length > 0 ||
        first.questions[0] !== second.questions[0]
      )
        return;
      const asking = first.segments
        .slice(1)
        .flatMap(({ block, segment }) =>
          segment.sentences.filter(({ question }) => question === 'certain').map((fact) => ({ block, fact })),
        );
      const sentence = asking.at(-1);
      const above = first.questions[0];
      if (!sentence || !above?.numbers.length) return;
      const number = Math.max(...above.numbers) + 1;
      const isFree = !brief.questions.some(
        ({ numbers, group }) =>
          numbers.includes(number) && (brief.numbering !== 'per-group' || group === above.group),
      );
      findings.push({
        place: placeOf(sentence),
        message: {
          nl: 'Deze vraag staat in het antwoord op de vraag erboven en heeft geen nummer. Zet het nummer en een punt voor de vraag.',
          en: 'This question stands in the answer to the question above and has no number. Put the number and a full stop before it.',
        },
        related: [{ place: answerPlace(second), message: { nl: 'Het antwoord erop', en: 'Its answer' } }],
        fixes: [
          {
            title: isFree
              ? { nl: `Maak er vraag ${number} van`, en: `Make it question ${number}` }
              : {
                  nl: `Maak er vraag ${number} van, en hernummer wat erna komt`,
                  en: `Make it question ${number}, and renumber what comes after`,
                },
            safe: false,
            edits: () => {
              const { block, segment } = first.segments.find(({ segment }) =>
                segment.sentences.includes(sentence.fact),
              )!;
              return numberQuestion(brief, second, rangeOf({ block, at: segment.body }).from);
            },
          },
        ],
      });
    });
    return findings;
  },
});
