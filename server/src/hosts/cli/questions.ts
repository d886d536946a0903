import type { Command } from 'commander';
import { Option } from 'commander';
import {
  bodyText,
  extentOf,
  statusOf,
  textAt,
  rangeOf,
  placeOf,
  type Brief,
  type Question,
} from '../../model/brief.js';
import { filesBelow, readBrief } from './files.js';
import { lspRange } from './output/json.js';
import { withProgress } from './progress.js';

/** One question as other programs read it. Positions are those of the Language Server Protocol. */
interface Row {
  file: string;
  range: ReturnType<typeof lspRange>;
  group: string | null;
  number: number | null;
  /** All numbers, for a combined question. */
  numbers: number[];
  /** The sentences that end in a question mark. */
  sentences: string[];
  /** The sentences that ask without one: "zo vragen deze leden". */
  indirect: string[];
  subQuestions: { letter: string; text: string }[];
  status: string | null;
  answeredBy: ReturnType<typeof lspRange> | null;
  text: string;
  answer: string | null;
}

const forms = { table, json: (rows: readonly Row[]) => `${JSON.stringify(rows, null, 2)}\n`, csv };

export function questionsCommand(program: Command): void {
  program
    .command('questions')
    .description('list every question with its state')
    .argument('<path...>', 'files, or folders with *.brief.md files')
    .addOption(new Option('--format <form>', 'how to list them').choices(Object.keys(forms)).default('table'))
    .addHelpText(
      'after',
      '\nExamples:\n  kamerbrief questions antwoord.brief.md\n  kamerbrief questions --format csv . > vragen.csv',
    )
    .action(async (paths: string[], { format }: { format: keyof typeof forms }) => {
      const rows: Row[] = [];
      await withProgress(await filesBelow(paths), async (file) => {
        const { brief } = (await readBrief(file)).document;
        rows.push(...brief.questions.map((question) => rowOf(file, brief, question)));
      });
      process.stdout.write(forms[format](rows));
    });
}

function rowOf(file: string, brief: Brief, question: Question): Row {
  const { text } = brief;
  const asking = (sure: 'certain' | 'likely') =>
    question.sentences
      .filter(({ fact }) => fact.question === sure)
      .map((sentence) => folded(textAt(text, rangeOf(placeOf(sentence)))));
  const answer = question.answers.find(({ status }) => status === statusOf(question));
  return {
    file,
    range: lspRange(text, trimmed(brief, extentOf(question.segments))),
    group: question.group?.names.join(', ') ?? null,
    number: question.numbers[0] ?? null,
    numbers: question.numbers,
    sentences: asking('certain'),
    indirect: asking('likely'),
    subQuestions: question.subQuestions.map(({ letter, segments }) => ({
      letter,
      text: folded(bodyText(text, segments)),
    })),
    status: brief.kind === 'letter' ? null : statusOf(question),
    answeredBy: answer ? lspRange(text, trimmed(brief, extentOf(answer.segments))) : null,
    text: bodyText(text, question.segments),
    answer: answer ? bodyText(text, answer.segments) : null,
  };
}

function trimmed({ text }: Brief, { from, to }: { from: number; to: number }) {
  return { from, to: from + text.sliceString(from, to).trimEnd().length };
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ group, numbers, status, sentences, indirect, text }) => {
    const words = (sentences[0] ?? indirect[0] ?? folded(text)).slice(0, 70);
    return `${(numbers.join(', ') || '-').padStart(6)}  ${(status ?? '-').padEnd(11)}  ${(group ?? '-').padEnd(20)}  ${words}`;
  });
  return `${lines.join('\n')}\n`;
}

function csv(rows: readonly Row[]): string {
  const cell = (value: string | number | null) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const head = ['file', 'number', 'group', 'status', 'sentences', 'text', 'answer'];
  const lines = rows.map((row) =>
    [row.file, row.numbers.join(', '), row.group, row.status, row.sentences.length, row.text, row.answer]
      .map(cell)
      .join(','),
  );
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
