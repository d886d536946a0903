import type { Brief, Group, Question } from '../../model/brief.js';
import { answered } from '../../model/targets.js';
import { refusal, type Edited } from '../edit.js';
import { planOf, withSeat } from '../numbering/standing.js';
import { link, seatsFor } from '../numbering/plan.js';
import { settle } from '../numbering/settle.js';
import { endOfUnit, piecesOf, putAfter, putBefore, sectionOf, startOf, unitOf } from '../pieces.js';
import { isAnswered, isNumbered, openAnswerFor, openerFor } from './form.js';

/**
 * Puts a new question into a document, in the form of the document, with an answer to be written if it is a reply; what
 * comes after is renumbered with all that refers to it.
 * @param after the question behind whose answers it comes; `null` for the start of the group, or of all questions
 * @param words the question's text, without number
 * @param group for a question at the start of a group
 * @param number where numbers are given by the asker: its own
 */
export function insertQuestion(
  brief: Brief,
  after: Question | null,
  words: string,
  { group = null, number }: { group?: Group | null; number?: number } = {},
): Edited {
  const { text, questions, numbering } = brief;
  const body = words.trim();
  if (!body)
    return refusal('Er is geen tekst voor de nieuwe vraag.', 'There is no text for the new question.');
  const { at, before } = placeFor(brief, after, group);
  const index = after ? questions.indexOf(after) + 1 : questions.filter((one) => startOf(one) < at).length;
  const near = after ?? group?.questions[0] ?? questions[index] ?? questions[index - 1] ?? null;
  const counts = isNumbered(brief);
  const own = {
    question: null,
    group: after ? after.group : (group ?? near?.group ?? null),
    count: counts ? 1 : 0,
  };

  const plan = withSeat(planOf(questions), index, own);
  /** Unless one that names its number stands there already. */
  const wantsAnswer = (all: readonly (readonly number[])[]) => {
    const [mine] = all[index];
    const seatsMeant = seatsFor(brief, plan.seats, all);
    return (
      isAnswered(brief) &&
      !brief.answers.some(
        (answer) =>
          answer.numbers.includes(mine) &&
          !answered(answer, mine) &&
          seatsMeant(answer, mine).includes(index),
      )
    );
  };
  let numbers: number[][] | undefined;
  if (numbering === 'given') {
    const free = number ?? (questions[index - 1]?.numbers.at(-1) ?? 0) + 1;
    if (questions.some((question) => question.numbers.includes(free)))
      return refusal(
        `Vraag ${free} bestaat al, en de nummers zijn gegeven (nummering: gegeven). Geef de nieuwe vraag zelf een nummer.`,
        `Question ${free} exists already, and the numbers are given (numbering: given). Give the new question a number yourself.`,
      );
    numbers = questions.map((question) => question.numbers);
    numbers.splice(index, 0, [free]);
  }
  return settle(brief, {
    ...plan,
    numbers,
    links: (all) => (wantsAnswer(all) ? [link('answer', [index])] : []),
    compose: (numbering, all) => {
      const [mine] = all[index];
      const opener = counts ? openerFor(brief, near, mine) : '';
      const answer = wantsAnswer(all) ? `\n\n${openAnswerFor(brief, near, mine ?? 0)}` : '';
      const content = opener + body + answer;
      return [...numbering, before ? putBefore(text, at, content) : putAfter(text, at, content)];
    },
  });
}

/** Where a new question comes: behind what ends at `at`, or before what begins there. */
function placeFor(
  brief: Brief,
  after: Question | null,
  group: Group | null,
): { at: number; before: boolean } {
  if (after) return { at: endOfUnit(brief, after), before: false };
  const first = group ? group.questions[0] : brief.questions[0];
  if (first) return { at: unitOf(brief, first)[0].from, before: true };
  const pieces = group
    ? sectionOf(brief, group)
    : piecesOf(brief, ({ opener, inNote }) => !inNote && opener?.kind !== 'signature');
  const front = brief.text.sliceString(0, brief.frontMatter.block.length).trimEnd().length;
  return { at: pieces.at(-1)?.to ?? front, before: false };
}
