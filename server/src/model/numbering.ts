import type { Answer, Brief, Question } from './brief.js';
import type { Range } from '../text/text.js';

/** A question whose number does not follow from the one before it. */
export interface NumberProblem {
  kind: 'gap' | 'duplicate' | 'order';
  question: Question;
  /** Numbers that are skipped, for a gap. */
  missing: number[];
  /** The question that has the number already, for a duplicate. */
  first?: Question;
  /** What the number most likely should be: known when the next question goes on from it. */
  meant: number | null;
}

const remembered = new WeakMap<readonly Question[], NumberProblem[]>();

/**
 * Goes through the numbers once. A combined question or answer that stands out of order explains gaps and returns around
 * it, since questions are then quoted where their answer is.
 */
export function numberProblems(brief: Brief): NumberProblem[] {
  let problems = remembered.get(brief.questions);
  if (!problems) {
    const numbered = brief.questions.filter(({ numbers }) => numbers.length > 0);
    const series = brief.numbering === 'per-group' ? byGroup(numbered) : [numbered];
    remembered.set(brief.questions, (problems = series.flatMap(problemsOf)));
  }
  return problems;
}

function byGroup(questions: readonly Question[]): Question[][] {
  const series = new Map<unknown, Question[]>();
  for (const question of questions) {
    const same = series.get(question.group);
    if (same) same.push(question);
    else series.set(question.group, [question]);
  }
  return [...series.values()];
}

function problemsOf(questions: readonly Question[]): NumberProblem[] {
  const problems: NumberProblem[] = [];
  const all = new Set(questions.flatMap(({ numbers }) => numbers));
  const seen = new Map<number, Question>();
  /** Numbers between the ends of what is answered together: they may stand anywhere after. */
  const explained = new Set<number>();
  const told = new Set<Answer>();
  const explain = (together: readonly Question[]) => {
    const { from, to } = endsOf(together);
    if (from < to) for (const number of range(from, to)) explained.add(number);
  };
  let last: number | null = null;
  questions.forEach((question, i) => {
    const { numbers } = question;
    const first = numbers[0];
    const expected: number = last === null ? first : last + 1;
    const next = questions[i + 1]?.numbers[0];
    const meant = numbers.length === 1 && next === expected + 1 ? expected : null;
    const double = numbers.find((number) => seen.has(number));
    if (double !== undefined)
      problems.push({ kind: 'duplicate', question, missing: [], first: seen.get(double), meant });
    else if (last !== null && first !== expected && !explained.has(first)) {
      if (first < expected) {
        // A combined question stands where its answer is.
        if (numbers.length === 1) problems.push({ kind: 'order', question, missing: [], meant });
      } else {
        const missing = range(expected, first - 1).filter((number) => !all.has(number));
        // Skipped numbers that come later are out of order, and are reported there.
        if (missing.length > 0) problems.push({ kind: 'gap', question, missing, meant });
      }
    }
    for (const number of numbers) if (!seen.has(number)) seen.set(number, question);
    explain([question]);
    for (const answer of question.answers)
      if (!told.has(answer)) {
        told.add(answer);
        explain(answer.questions);
      }
    last = meant ?? Math.max(last ?? 0, ...numbers);
  });
  return problems;
}

/** The least and the greatest number of what is answered together. */
function endsOf(questions: readonly Question[]): Range {
  const ends = { from: Infinity, to: 0 };
  for (const { numbers } of questions)
    for (const number of numbers) {
      ends.from = Math.min(ends.from, number);
      ends.to = Math.max(ends.to, number);
    }
  return ends;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(to - from + 1, 1000)) }, (_, i) => from + i);
}
