import { rangeOf, type Answer, type Brief, type Question, type SegmentPlace } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import { workOwners } from '../../model/work.js';
import { refusal, type Edited } from '../edit.js';
import { lettersFrom, planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { carried, cuts, isOnlyFor, outside, piecesOf, putBefore, startOf, textOfOwners } from '../pieces.js';

/**
 * Makes one question of two that follow each other: the words of the second come behind those of the first, and its own
 * answer behind that of the first; an answer that is still to be written goes. What referred to the second refers to the
 * first, and its sub-questions go on in letters.
 */
export function mergeQuestions(brief: Brief, first: Question, second: Question): Edited {
  const { text, questions, answers } = brief;
  if (brief.numbering === 'given')
    return refusal(
      'De nummers zijn gegeven door de vragensteller (nummering: gegeven); vragen kunnen dan niet worden samengevoegd.',
      'The numbers are given by those who ask (numbering: given); questions cannot be merged then.',
    );
  const index = questions.indexOf(first);
  if (questions[index + 1] !== second || first.group !== second.group || isParted(brief, first, second))
    return refusal(
      'Alleen twee vragen die op elkaar volgen, kunnen worden samengevoegd.',
      'Only two questions that follow each other can be merged.',
    );
  const own = (question: Question) => answers.filter((answer) => isOnlyFor(answer, question));
  const isWritten = ({ status }: Answer) => status !== 'empty' && status !== 'placeholder';
  const [ofFirst, ofSecond] = [own(first), own(second)];
  const both = ofFirst.some(isWritten) && ofSecond.some(isWritten);
  const moved = both ? ofSecond : [];
  const dropped = both ? [] : ofSecond.some(isWritten) || ofFirst.length === 0 ? ofFirst : ofSecond;

  const rest = questions.filter((one) => one !== second);
  const plan = planOf(rest);
  const subQuestions = new Map([
    ...plan.subQuestions,
    ...lettersFrom([...first.subQuestions, ...second.subQuestions], index, 0),
  ]);
  const words = bodyOf(brief, second.segments);
  const answer = moved.flatMap(({ segments }) => bodyOf(brief, segments));
  const taken = textOfOwners(brief, [second, ...moved, ...dropped]);
  return settle(brief, {
    ...plan,
    seatOf: new Map([...plan.seatOf, [second, index]]),
    subQuestions,
    removed: new Set([...moved, ...dropped]),
    gone: textOfOwners(brief, dropped),
    compose: (numbering) => {
      const end = textOfOwners(brief, [first]).at(-1)!.to;
      const flows = first.numbers.length === 0;
      const notes = notesAbove(brief, [second, ...moved, ...dropped]);
      return [
        ...(notes ? [putBefore(text, textOfOwners(brief, [first])[0].from, notes)] : []),
        ...outside(taken, numbering),
        ...cuts(text, taken),
        { from: end, to: end, insert: (flows ? ' ' : '\n\n') + carried(text, words, numbering) },
        ...moved.slice(0, 1).map(() => {
          const at = textOfOwners(brief, ofFirst).at(-1)!.to;
          return { from: at, to: at, insert: `\n\n${carried(text, answer, numbering)}` };
        }),
      ];
    },
  });
}

/** The notes on the work that stand above what loses its own opening, or that goes. */
function notesAbove(brief: Brief, list: readonly (Question | Answer)[]): string {
  return [...workOwners(brief)]
    .filter(([{ block }, owner]) => owner && list.includes(owner) && block.facts.segments.length === 0)
    .map(([{ block, fact }]) => rangeOf({ block, at: fact.at }))
    .map(({ from, to }) => brief.text.sliceString(from, to))
    .join('\n');
}

/** Whether something that is no question or answer stands between. */
function isParted({ blocks, frame }: Brief, first: Question, second: Question): boolean {
  const [from, to] = [startOf(first), startOf(second)];
  const outer = new Set(frame.map(({ segment }) => segment));
  return blocks.some((block) =>
    block.facts.segments.some(
      (segment) =>
        outer.has(segment) && block.from + segment.at.from > from && block.from + segment.at.from < to,
    ),
  );
}

/** The words of a question or answer without what opens it. */
function bodyOf(brief: Brief, segments: readonly SegmentPlace[]): Range[] {
  const own = new Set(segments.map(({ segment }) => segment));
  const { block, segment } = segments[0];
  const start =
    segment.opener && /^(?:number|question|answer)$/.test(segment.opener.kind)
      ? block.from + segment.body.from
      : 0;
  return piecesOf(brief, (one) => own.has(one)).flatMap(({ from, to }) => {
    const begin = Math.max(from, start);
    const space = /^\s*/.exec(brief.text.sliceString(begin, Math.max(begin, to)))![0].length;
    return begin + space < to ? [{ from: begin + space, to }] : [];
  });
}
