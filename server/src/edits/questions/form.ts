import type { Answer, Brief, Question } from '../../model/brief.js';
import { answersAll } from '../pieces.js';
import type { NumberAt, Opener } from '../../model/facts.js';
import type { Block } from '../../model/brief.js';

/** Whether a new question in this document gets a number. */
export function isNumbered({ questions, numbering }: Brief): boolean {
  return questions.length > 0 ? questions.some(({ numbers }) => numbers.length > 0) : numbering !== 'none';
}

/**
 * Whether a new question in this document gets an answer to be written: not where answers have no marker, or where one
 * answers all.
 */
export function isAnswered(brief: Brief): boolean {
  const { kind, answers } = brief;
  return answers.length === 0
    ? kind === 'reply'
    : answers.some(isMarked) && !answers.some((answer) => answersAll(brief, answer));
}

function isMarked({ opener, segments }: Answer): boolean {
  return segments[0].segment.opener === opener.fact;
}

/** How the document opens a question: `12. `, or `Vraag 12` as its neighbours do, in bold or as a heading. */
export function openerFor(brief: Brief, near: Question | null, number: number): string {
  const like = nearest(
    brief,
    near,
    ({ opener }) => opener !== null && (opener.fact.kind === 'number' || isSingle(opener.fact.numbers)),
  );
  const fact = like?.opener?.fact;
  if (fact?.kind === 'question') return `${withNumber(brief, like!.opener!.block, fact, number)}\n\n`;
  if (!fact && brief.questions.some(({ opener }) => opener?.fact.kind === 'question'))
    return `${brief.language.question.words[0]} ${number}\n\n`;
  return `${number}. `;
}

/** An answer to be written, opened as the answers nearby are. */
export function openAnswerFor(brief: Brief, near: Question | null, number: number): string {
  const isPlain = (answer: Answer) =>
    isMarked(answer) && (answer.opener.fact.numbers.length === 0 || isSingle(answer.opener.fact.numbers));
  const like = nearest(brief, near, ({ answers }) => answers.some(isPlain))?.answers.find(isPlain);
  if (like) return withNumber(brief, like.opener.block, like.opener.fact, number);
  const [word] = brief.language.answer.words;
  return openerFor(brief, near, number).endsWith('\n') ? `${word} ${number}` : `${word}:`;
}

/** The words of an opener with another number in it. */
function withNumber(
  { text }: Brief,
  block: Block,
  { at, numbers }: Opener & { numbers: NumberAt[] },
  number: number,
): string {
  const source = text.sliceString(block.from + at.from, block.from + at.to);
  const [first] = numbers;
  const from = first ? first.at.from - at.from : source.length;
  const digits = first ? /^\d{0,4}/.exec(source.slice(from))![0].length || first.at.to - first.at.from : 0;
  const opener = (source.slice(0, from) + (first ? String(number) : '') + source.slice(from + digits)).trim();
  const mark = /^(?:\*\*|__|\*|_)/.exec(opener)?.[0] ?? '';
  return opener.endsWith(mark) ? opener : opener + mark;
}

function isSingle(numbers: readonly NumberAt[]): boolean {
  return numbers.length === 1 && numbers[0].number === numbers[0].to && numbers[0].letter === null;
}

/** The question at hand, or the nearest one above or else below that fits. */
function nearest(
  { questions }: Brief,
  near: Question | null,
  fits: (question: Question) => boolean,
): Question | undefined {
  const at = near ? questions.indexOf(near) : -1;
  return questions.slice(0, at + 1).findLast(fits) ?? questions.slice(at + 1).find(fits);
}
