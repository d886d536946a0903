import { rangeOf, type Brief, type Question, type SubQuestion } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import { refusal, type Edited } from '../edit.js';
import { link } from '../numbering/plan.js';
import { lettersFrom, planOf, withSeat } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { carried, cuts, endOfUnit, outside, putAfter, textOfOwners } from '../pieces.js';
import { isAnswered, openAnswerFor, openerFor } from './form.js';

/**
 * Makes two questions of one: what stands from a sentence on becomes the next question, with an answer to be written. The
 * answers stay with the first. Split at a sub-question, that one loses its letter and becomes the question.
 * @param offset somewhere in the sentence that begins the second question
 */
export function splitQuestion(brief: Brief, question: Question, offset: number): Edited {
  const { text, questions } = brief;
  if (brief.numbering === 'given')
    return refusal(
      'De nummers zijn gegeven door de vragensteller (nummering: gegeven); een vraag kan dan niet worden gesplitst.',
      'The numbers are given by those who ask (numbering: given); a question cannot be split then.',
    );
  if (question.numbers.length > 1)
    return refusal(
      'Deze vragen zijn samengenomen. Geef elk eerst een eigen nummer.',
      'These questions are combined. Give each a number of its own first.',
    );
  const cut = splitPoint(brief, question, offset);
  if (!cut)
    return refusal(
      'Hier kan de vraag niet worden gesplitst: aan beide kanten moet een vraagzin staan.',
      'The question cannot be split here: there must be an asking sentence on both sides.',
    );
  const index = questions.indexOf(question);
  const later = question.subQuestions.filter((sub) => startOfSub(sub) >= cut.from);
  const becomes = later.filter((sub) => startOfSub(sub) === cut.from);
  const counts = question.numbers.length;
  const plan = withSeat(planOf(questions), index + 1, {
    question: null,
    group: question.group,
    count: counts,
  });
  return settle(brief, {
    ...plan,
    subQuestions: new Map<SubQuestion, { seat: number; letter: string | null }>([
      ...plan.subQuestions,
      ...lettersFrom(later.slice(becomes.length), index + 1, 0),
      ...becomes.map((sub) => [sub, { seat: index + 1, letter: null }] as const),
    ]),
    links: () => (isAnswered(brief) ? [link('answer', [index + 1])] : []),
    compose: (numbering, numbers) => {
      const tail = tailOf(textOfOwners(brief, [question]), cut.words);
      const [mine] = numbers[index + 1];
      const opener = counts ? openerFor(brief, question, mine) : '';
      const answer = isAnswered(brief) ? `\n\n${openAnswerFor(brief, question, mine ?? 0)}` : '';
      const content = opener + carried(text, tail, numbering) + answer;
      const taken: Range[] = [{ from: cut.end, to: tail[0].to }, ...tail.slice(1)];
      const end = endOfUnit(brief, question);
      const rest = outside(taken, numbering);
      // Nothing stands between the two: what comes after the question comes after both.
      return end === tail.at(-1)!.to
        ? [...rest, ...cuts(text, taken.slice(1)), { ...taken[0], insert: `\n\n${content}` }]
        : [...rest, { ...taken[0], insert: '' }, ...cuts(text, taken.slice(1)), putAfter(text, end, content)];
    },
  });
}

function startOfSub({ opener: { block, fact } }: SubQuestion): number {
  return rangeOf({ block, at: fact.at }).from;
}

/** Where a question is cut. */
interface Cut {
  /** At the sentence, or at the letter before it. */
  from: number;
  /** At its first word. */
  words: number;
  /** Behind the last word before it. */
  end: number;
}

/** Where a question can be split: at the sentence at an offset, if something is asked before it and from there on. */
function splitPoint(brief: Brief, question: Question, offset: number): Cut | null {
  const sentences = question.segments.flatMap(({ block, segment }) =>
    segment.sentences.map((sentence, i) => ({
      words: block.from + sentence.at.from,
      to: block.from + sentence.at.to,
      asks: sentence.question !== null,
      letter: i === 0 && segment.opener?.kind === 'letter' ? block.from + segment.opener.at.from : null,
    })),
  );
  const at = sentences.findIndex(({ to }) => offset <= to);
  const asks = (list: typeof sentences) => list.some((sentence) => sentence.asks);
  if (at <= 0 || !asks(sentences.slice(0, at)) || !asks(sentences.slice(at))) return null;
  const { words, letter } = sentences[at];
  const from = letter ?? words;
  const before = brief.text.sliceString(sentences[at - 1].words, from);
  return { from, words, end: sentences[at - 1].words + before.trimEnd().length };
}

/** The part of some stretches from an offset on. */
function tailOf(ranges: readonly Range[], from: number): Range[] {
  return ranges
    .filter(({ to }) => to > from)
    .map((range) => ({ from: Math.max(range.from, from), to: range.to }));
}
