import { resolve } from 'node:path';
import type { Command } from 'commander';
import { compare, quotedBy } from '../../compare/compare.js';
import { statusNames } from '../../features/state-names.js';
import {
  bestAnswer,
  bodyText,
  extentOf,
  spanOf,
  statusOf,
  textAt,
  worstOf,
  type Brief,
  type Question,
  type Status,
} from '../../model/brief.js';
import { daysBetween } from '../../model/dates.js';
import { workNotes } from '../../model/work.js';
import { firstOf } from '../../text/shorten.js';
import { positionsOf, trimmed } from '../../text/text.js';
import type { LspRange } from './checked.js';
import { said } from './errors.js';
import { filesBelow, readBrief, resolvePath } from './files.js';
import { example, formOption, somePaths } from './help.js';
import { withProgress } from './progress.js';
import { today } from '../today.js';

/** One question as other programs read it. Positions are those of the Language Server Protocol. */
interface Row {
  file: string;
  range: LspRange;
  group: string | null;
  number: number | null;
  /** All numbers, for a combined question. */
  numbers: number[];
  /** The sentences that end in a question mark. */
  sentences: string[];
  /** The sentences that ask without one: "zo vragen deze leden". */
  indirect: string[];
  subQuestions: { letter: string; text: string }[];
  status: Status | null;
  answeredBy: LspRange | null;
  text: string;
  answer: string | null;
  /** What the notes on the work say; `null` without any. */
  work: Work | null;
}

/** The state is in the words of the document; dates are ISO text. */
interface Work {
  owner: string | null;
  state: string | null;
  due: string | null;
  /** Until the due date; less than 0 when that has passed. */
  daysLeft: number | null;
  remark: string | null;
}

const forms = { table, json: (rows: readonly Row[]) => `${JSON.stringify(rows, null, 2)}\n`, csv };

export function questionsCommand(program: Command): void {
  program
    .command('questions')
    .description(said({ nl: 'geef elke vraag met haar stand', en: 'list every question with its state' }))
    .argument(...somePaths())
    .addOption(
      formOption('--format', { nl: 'hoe ze worden gegeven', en: 'how to list them' }, forms).default('table'),
    )
    .addHelpText(
      'after',
      `\n${said({
        nl: 'In CSV begint een tekst die een rekenblad voor een formule zou houden met een apostrof.',
        en: 'In CSV a text that a spreadsheet would take for a formula begins with an apostrophe.',
      })}\n${example('kamerbrief questions antwoord.brief.md', 'kamerbrief questions --format csv . > vragen.csv')}`,
    )
    .action(async (paths: string[], { format }: { format: keyof typeof forms }) => {
      const briefs = new Map<string, Brief>();
      const files = await filesBelow(paths);
      await withProgress(files.length, async (done) => {
        for (const file of files) {
          briefs.set(file, (await readBrief(file)).document.brief);
          done(1);
        }
      });
      const replies = repliesTo(briefs);
      const rows = [...briefs].flatMap(([file, brief]) =>
        brief.questions.map((question) => rowOf(file, brief, question, replies.get(question))),
      );
      process.stdout.write(forms[format](rows));
    });
}

/** How the replies among the files answer the questions of the letters among them: with which of their own questions. */
function repliesTo(briefs: ReadonlyMap<string, Brief>): Map<Question, Answering> {
  const byPath = new Map([...briefs].map(([file, brief]) => [resolve(file), brief]));
  const answering = new Map<Question, Answering>();
  for (const [file, reply] of briefs) {
    const path = reply.kind === 'reply' ? reply.frontMatter.values.letter : undefined;
    const letter = path === undefined ? undefined : byPath.get(resolvePath(file, path) ?? '');
    if (!letter) continue;
    for (const [question, questions] of quotedBy(compare(letter, reply)))
      if (!answering.has(question)) answering.set(question, { reply, questions });
  }
  return answering;
}

interface Answering {
  reply: Brief;
  questions: Set<Question>;
}

/** @param replies for a question of a letter: how a reply answers it */
function rowOf(file: string, brief: Brief, question: Question, replies?: Answering): Row {
  const { text } = brief;
  const asking = (sure: 'certain' | 'likely') =>
    question.sentences
      .filter(({ fact }) => fact.question === sure)
      .map((sentence) => folded(textAt(text, spanOf(sentence))));
  const own = bestAnswer(question);
  const answered = replies ? [...replies.questions] : brief.kind === 'letter' ? [] : [question];
  return {
    file,
    range: positionsOf(text, trimmed(text, extentOf(question.segments))),
    group: question.group?.names.join(', ') ?? null,
    number: question.numbers[0] ?? replies?.questions.values().next().value?.numbers[0] ?? null,
    numbers: replies ? answered.flatMap(({ numbers }) => numbers) : question.numbers,
    sentences: asking('certain'),
    indirect: asking('likely'),
    subQuestions: question.subQuestions.map(({ letter, segments }) => ({
      letter,
      text: folded(bodyText(text, segments)),
    })),
    status: worstOf(answered.map(statusOf)) ?? null,
    answeredBy: own ? positionsOf(text, trimmed(text, extentOf(own.segments))) : null,
    text: bodyText(text, question.segments),
    answer:
      answered
        .map(bestAnswer)
        .flatMap((answer) => (answer ? [bodyText((replies?.reply ?? brief).text, answer.segments)] : []))
        .join('\n\n') || null,
    work: workOf(brief, [question]) ?? (replies ? workOf(replies.reply, [...replies.questions]) : null),
  };
}

/** The note on the first of some questions that has one. */
function workOf(brief: Brief, questions: readonly Question[]): Work | null {
  const notes = workNotes(brief);
  const note = questions.map((question) => notes.get(question)).find((found) => found !== undefined);
  if (!note) return null;
  const { owner, state, due, remark } = note;
  return {
    owner,
    state: state && brief.language.directives.states[state],
    due,
    daysLeft: due ? daysBetween(today(), due) : null,
    remark,
  };
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For people; the other forms have the names of the states that programs know. */
function table(rows: readonly Row[]): string {
  const stateOf = ({ status }: Row) => (status ? said(statusNames[status]) : '-');
  const width = Math.max(...Object.values(statusNames).map((words) => said(words).length));
  const lines = rows.map((row) => {
    const { group, numbers, sentences, indirect, text } = row;
    const words = firstOf(sentences[0] ?? indirect[0] ?? folded(text), 70);
    return `${(numbers.join(', ') || '-').padStart(6)}  ${stateOf(row).padEnd(width)}  ${(group ?? '-').padEnd(20)}  ${words}`;
  });
  return `${lines.join('\n')}\n`;
}

/** New columns come last: other programs may count on the first ones. */
const columns: readonly [string, (row: Row) => string | number | null][] = [
  ['file', ({ file }) => file],
  ['number', ({ numbers }) => numbers.join(', ')],
  ['group', ({ group }) => group],
  ['status', ({ status }) => status],
  ['sentences', ({ sentences }) => sentences.length],
  ['text', ({ text }) => text],
  ['answer', ({ answer }) => answer],
  ['owner', ({ work }) => work?.owner ?? null],
  ['state', ({ work }) => work?.state ?? null],
  ['due', ({ work }) => work?.due ?? null],
  ['daysLeft', ({ work }) => work?.daysLeft ?? null],
  ['questionWords', ({ text }) => wordCount(text)],
  ['answerWords', ({ answer }) => wordCount(answer ?? '')],
  ['remark', ({ work }) => work?.remark ?? null],
];

function csv(rows: readonly Row[]): string {
  const head = columns.map(([name]) => name).join(',');
  const lines = rows.map((row) => columns.map(([, value]) => cell(value(row))).join(','));
  return `${[head, ...lines].join('\r\n')}\r\n`;
}

/** A spreadsheet would take a text for a formula by its first character: a list item, or what someone slipped in. */
function cell(value: string | number | null): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
  return `"${text.replaceAll('"', '""')}"`;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
}
