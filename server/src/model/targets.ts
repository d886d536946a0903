import {
  questionsByNumber,
  rangeOf,
  spanOf,
  type Answer,
  type Brief,
  type Group,
  type PlacedReference,
  type Question,
} from './brief.js';
import { numbersOf, type NumberAt } from './facts.js';

/**
 * The question that a reference means by a number. Where several have it: when every group has numbers of its own those of
 * the group that it names ("vraag 3 van de PVV-fractie"), or else of the group that it stands in; of those the nearest above, the question that the reference itself answers aside; else the first below.
 */
export function referenced(brief: Brief, reference: PlacedReference, number: number): Question | undefined {
  return meant(brief, reference, number)?.question;
}

/** The questions that a reference means, each once. @param numbers those of its numbers that are looked at */
export function questionsMeant(
  brief: Brief,
  reference: PlacedReference,
  numbers: readonly NumberAt[] = reference.fact.numbers,
): Question[] {
  return [...new Set(numbersOf(numbers).flatMap((number) => referenced(brief, reference, number) ?? []))];
}

/** Whether a reference names a number that more than one question has, so that it is not sure which is meant. */
export function isDoubtful(brief: Brief, reference: PlacedReference): boolean {
  return numbersOf(reference.fact.numbers).some(
    (number) => meant(brief, reference, number)?.certain === false,
  );
}

/** The question that an answer's marker means by a number, as the model links them. */
export function answered(answer: Answer, number: number): Question | undefined {
  const having = answer.questions.filter(({ numbers }) => numbers.includes(number));
  return nearest(having, spanOf(answer.opener).from);
}

/** Of questions in the order of the text, the nearest above a place that will do; else the first below. */
export function nearest(
  questions: readonly Question[],
  offset: number,
  willDo: (question: Question) => boolean = () => true,
): Question | undefined {
  const below = countAbove(questions, offset);
  for (let i = below - 1; i >= 0; i--) if (willDo(questions[i])) return questions[i];
  for (let i = below; i < questions.length; i++) if (willDo(questions[i])) return questions[i];
  return undefined;
}

const loose = new WeakMap<readonly Question[], { questions: Question[] }>();

/** The questions of a group, or those that stand in none; to look for a number where every group has its own. */
export function sectionOf(
  { questions }: Pick<Brief, 'questions'>,
  group: Group | null,
): { questions: Question[] } {
  if (group) return group;
  let section = loose.get(questions);
  if (!section) {
    section = { questions: questions.filter((question) => question.group === null) };
    loose.set(questions, section);
  }
  return section;
}

function meant(
  brief: Brief,
  { block, fact, owner }: PlacedReference,
  number: number,
): { question: Question; certain: boolean } | undefined {
  const all = questionsByNumber(brief).get(number);
  if (!all) return undefined;
  const { from } = rangeOf({ block, at: fact.at });
  const answer = owner && 'questions' in owner ? owner : null;
  let near = all;
  if (brief.numbering === 'per-group') {
    const above = brief.questions[countAbove(brief.questions, from) - 1] as Question | undefined;
    const group = groupNamed(brief, fact.of) ?? answer?.questions[0]?.group ?? above?.group ?? null;
    near = questionsByNumber(sectionOf(brief, group)).get(number) ?? all;
  }
  const isOther = (question: Question) => !answer || !question.answers.includes(answer);
  const question =
    nearest(near, from, isOther) ??
    // An answer that only refers on does not mean its own question, but that of another group.
    (answer?.status === 'referred' ? nearest(all, from, isOther) : undefined) ??
    nearest(near, from)!;
  return { question, certain: near.length === 1 && near[0] === question };
}

function groupNamed({ groups }: Brief, name: string | null): Group | undefined {
  if (name === null) return undefined;
  return groups.find(({ names }) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
}

/** How many of these questions, which stand in the order of the text, begin above a place. */
function countAbove(questions: readonly Question[], offset: number): number {
  let from = 0;
  for (let to = questions.length; from < to;) {
    const middle = (from + to) >> 1;
    const { block, segment } = questions[middle].segments[0];
    if (block.from + segment.at.from < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}
