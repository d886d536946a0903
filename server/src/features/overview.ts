import { quotedBy, type Comparison } from '../compare/compare.js';
import { bestAnswer, statusOf, worstOf, type Brief, type Question, type Status } from '../model/brief.js';
import { daysBetween } from '../model/dates.js';
import type { WorkState } from '../model/facts.js';
import { termEnd } from '../model/term.js';
import { isDone, workNotes } from '../model/work.js';
import { openingWords } from './describe.js';
import { answerOpener, questionOpener, type Target } from './object.js';

/** A question in the overview, with what answers it: itself, or the questions of a reply that repeat it. */
export interface OverviewItem {
  document: Brief;
  question: Question;
  answering: { document: Brief; questions: readonly Question[] } | null;
}

/** One line of the overview, as it is sent. It holds no place in the text, so that it stays the same while text above it grows. */
export interface OverviewRow {
  /** Index in the names of the groups. */
  group: number | null;
  numbers: number[];
  words: string;
  /** `null` where no reply is known. */
  status: Status | null;
  owner: string | null;
  state: WorkState | null;
  /** Until the due date, less than 0 when that has passed; `null` without one, and when the work is done. */
  daysLeft: number | null;
  remark: string | null;
}

export interface Overview {
  /** The names under each heading, in order. */
  groups: string[];
  rows: OverviewRow[];
  /** Until the end of the response term; less than 0 when that has passed; `null` without one, and when the reply is final. */
  daysLeft: number | null;
}

/**
 * The questions that a document is about: its own; of a letter with how its replies answer them; of a report those of its
 * parts, of the replies if there are any.
 * @param helds the comparisons in which the document is the letter or the reply
 * @param parts the documents that a report binds
 */
export function overviewItems(
  brief: Brief,
  helds: readonly Comparison[],
  parts: readonly Brief[],
): OverviewItem[] {
  const replies = parts.filter(({ kind }) => kind === 'reply');
  const bound = replies.length > 0 ? replies : parts;
  const quoting = brief.kind === 'letter' ? repliesTo(brief, helds) : null;
  const own = brief.questions.map((question): OverviewItem => ({
    document: brief,
    question,
    answering: quoting ? (quoting.get(question) ?? null) : { document: brief, questions: [question] },
  }));
  // A reply that is held against this letter and leaves a question out has no answer to it.
  const reply = helds.find(({ letter }) => letter === brief)?.reply;
  if (quoting && reply) for (const item of own) item.answering ??= { document: reply, questions: [] };
  const ofParts = bound.flatMap((part) =>
    part.questions.map((question): OverviewItem => ({
      document: part,
      question,
      answering: part.kind === 'letter' ? null : { document: part, questions: [question] },
    })),
  );
  return [...own, ...ofParts];
}

function repliesTo(letter: Brief, helds: readonly Comparison[]) {
  const found = new Map<Question, { document: Brief; questions: Question[] }>();
  for (const held of helds) {
    if (held.letter !== letter) continue;
    for (const [question, questions] of quotedBy(held))
      if (!found.has(question)) found.set(question, { document: held.reply, questions: [...questions] });
  }
  return found;
}

/** @param today as ISO text */
export function overviewOf(
  brief: Brief,
  items: readonly OverviewItem[],
  letter: Brief | null,
  parts: readonly Brief[],
  today: string,
): Overview {
  const groups: string[] = [];
  const indexes = new Map<unknown, number>();
  const rows = items.map(({ document, question, answering }): OverviewRow => {
    const { group } = question;
    let index = group && indexes.get(group);
    if (group && index === undefined) {
      indexes.set(group, (index = groups.length));
      groups.push(group.names.join(', '));
    }
    const answered = answering?.questions ?? [];
    const noted = [{ brief: document, question }].concat(
      answered.map((one) => ({ brief: answering!.document, question: one })),
    );
    const found = noted.find((one) => workNotes(one.brief).has(one.question));
    const note = found && workNotes(found.brief).get(found.question)!;
    const status = answering ? (worstOf(answered.map(statusOf)) ?? 'missing') : null;
    return {
      group: index ?? null,
      numbers: question.numbers.length > 0 ? question.numbers : answered.flatMap(({ numbers }) => numbers),
      words: openingWords(document, question),
      status,
      owner: note?.owner ?? null,
      state: note?.state ?? null,
      daysLeft: note?.due && !isDone(note, status) ? daysBetween(today, note.due) : null,
      remark: note?.remark ?? null,
    };
  });
  const reply = parts.find(({ kind }) => kind === 'reply');
  const asking = parts.find(({ kind }) => kind === 'letter') ?? letter;
  const end = isSent(items) ? null : termEnd(reply ?? brief, asking);
  return { groups, rows, daysLeft: end ? daysBetween(today, end) : null };
}

/** A reply that is final is on its way: whether it is in time is a finding, not a count of days. */
function isSent(items: readonly OverviewItem[]): boolean {
  return (
    items.length > 0 &&
    items.every(({ answering }) => answering?.document.frontMatter.values.status === 'final')
  );
}

/** Where the question stands. */
export function questionTarget({ document, question }: OverviewItem): Target {
  return { document, place: questionOpener(question) };
}

/** Where its answer stands: the best one, as far as there is any. */
export function answerTarget({ answering }: OverviewItem): Target | null {
  const answer = answering?.questions.map(bestAnswer).find((best) => best !== undefined);
  return answer ? { document: answering!.document, place: answerOpener(answer) } : null;
}
