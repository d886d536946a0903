import { named } from '../languages/messages.js';
import { answers } from '../model/answering.js';
import { partsOf, type Answer } from '../model/brief.js';
import { answerPlace } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'answer-duplicate',
  area: 'answers',
  severity: 'error',
  summary: { nl: 'Een vraag heeft twee antwoorden.', en: 'A question has two answers.' },
  check: (brief) => {
    if (!answers(brief)) return [];
    const findings: Finding[] = [];
    const reported = new Set<unknown>();
    const asking = new Set(brief.answers.filter(asks));
    for (const question of brief.questions) {
      if (question.answers.length < 2) continue;
      // An answer that only points on is no second answer; one with a question in front of it is a question without number.
      const last = question.answers.at(-1);
      const full = question.answers.filter(
        (answer) => answer.status !== 'referred' && (answer === last || !asking.has(answer)),
      );
      for (const answer of full.slice(1)) {
        if (
          reported.has(answer) ||
          !full.some(
            (other) => other !== answer && overlap(partsOf(other, question), partsOf(answer, question)),
          )
        )
          continue;
        reported.add(answer);
        findings.push({
          place: answerPlace(answer),
          message: {
            nl: `${named(question).nl} heeft al een antwoord. Voeg de antwoorden samen, of geef de tweede vraag een nummer.`,
            en: `${named(question).en} has an answer already. Merge the answers, or number the second question.`,
          },
          related: [
            { place: answerPlace(full[0]), message: { nl: 'Het eerste antwoord', en: 'The first answer' } },
          ],
        });
      }
    }
    return findings;
  },
});

/** Answers to different sub-questions stand beside each other. */
function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((letter) => b.includes(letter));
}

function asks({ segments }: Answer): boolean {
  return segments
    .slice(1)
    .some(({ segment }) => segment.sentences.some(({ question }) => question === 'certain'));
}
