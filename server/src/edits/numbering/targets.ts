import {
  questionsByNumber,
  rangeOf,
  type Answer,
  type Brief,
  type PlacedReference,
  type Question,
  type SubQuestion,
} from '../../model/brief.js';
import { longestRange, type NumberAt } from '../../model/facts.js';

/** One number that a reference or a marker names: a range names several. */
export interface Member {
  number: number;
  letter: string | null;
  /** `null` when no question has the number. */
  question: Question | null;
  /** Which of the question's numbers it is, for a combined question. */
  index: number;
  /** `null` without a letter, or when the question has no such letter. */
  subQuestion: SubQuestion | null;
}

/** What one number, as it is written, names. */
export function membersOf(
  { number: first, to, letter }: NumberAt,
  questionOf: (number: number) => Question | undefined,
): Member[] {
  const members: Member[] = [];
  for (let number = first; number <= to && number < first + longestRange; number++) {
    const question = questionOf(number) ?? null;
    members.push({
      number,
      letter,
      question,
      index: question ? question.numbers.indexOf(number) : 0,
      subQuestion: question?.subQuestions.find((one) => one.letter === letter) ?? null,
    });
  }
  return members;
}

/**
 * The question that a reference means by a number. Where several have it: those of the same group when every group has
 * numbers of its own; of those the nearest above, the question that the reference itself answers aside; else the first below.
 */
export function referenced(brief: Brief, reference: PlacedReference, number: number): Question | undefined {
  return candidates(brief, reference, number)?.best;
}

/** Whether a reference names a number that more than one question has, so that it is not sure which is meant. */
export function isDoubtful(brief: Brief, reference: PlacedReference): boolean {
  return reference.fact.numbers.some((written) =>
    membersOf(written, () => undefined).some(
      ({ number }) => candidates(brief, reference, number)?.certain === false,
    ),
  );
}

function candidates(
  brief: Brief,
  { block, fact, owner }: PlacedReference,
  number: number,
): { best: Question; certain: boolean } | undefined {
  const all = questionsByNumber(brief).get(number);
  if (!all) return undefined;
  if (all.length === 1) return { best: all[0], certain: true };
  const from = block.from + fact.at.from;
  const own = owner && 'questions' in owner ? owner.questions : [];
  let fit = all;
  if (brief.numbering === 'per-group') {
    const group = own[0]?.group ?? nearest(brief.questions, from)?.group ?? null;
    const same = all.filter((question) => question.group === group);
    if (same.length > 0) fit = same;
  }
  const others = fit.filter((question) => !own.includes(question));
  const choice = others.length > 0 ? others : fit;
  return { best: nearest(choice, from) ?? choice[0], certain: fit.length === 1 };
}

/** The question that an answer's marker means by a number, as the model links them. */
export function answered(answer: Answer, number: number): Question | undefined {
  const having = answer.questions.filter(({ numbers }) => numbers.includes(number));
  return (
    nearest(having, rangeOf({ block: answer.opener.block, at: answer.opener.fact.at }).from) ?? having[0]
  );
}

function nearest(questions: readonly Question[], offset: number): Question | undefined {
  return questions.findLast(({ segments: [{ block, segment }] }) => block.from + segment.at.from < offset);
}
