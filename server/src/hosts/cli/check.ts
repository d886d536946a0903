import type { Command } from 'commander';
import { Option } from 'commander';
import { check, type Report } from '../../rules/check.js';
import { statusOf, type Brief } from '../../model/brief.js';
import { readContext, filesBelow, readBrief } from './files.js';
import { github } from './output/github.js';
import { json } from './output/json.js';
import { pretty } from './output/pretty.js';
import { sarif } from './output/sarif.js';
import { withProgress } from './progress.js';

/** The findings of one file. */
export interface Checked {
  file: string;
  brief: Brief;
  reports: Report[];
}

const formats = { pretty, json, sarif, github };

export function checkCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('check')
    .description('say what is wrong or missing; exits 1 if there are errors')
    .argument('<path...>', 'files, or folders with *.brief.md files')
    .addOption(new Option('--format <form>', 'how to say it').choices(Object.keys(formats)).default('pretty'))
    .addHelpText(
      'after',
      '\nExamples:\n  kamerbrief check antwoord.brief.md\n  kamerbrief check --format sarif . > findings.sarif',
    )
    .action(async (paths: string[], { format }: { format: keyof typeof formats }) => {
      const files = await filesBelow(paths);
      const checked: Checked[] = [];
      await withProgress(files, async (file) => {
        const { brief } = (await readBrief(file)).document;
        checked.push({ file, brief, reports: check(brief, await readContext(file, brief, paths)) });
      });
      process.stdout.write(formats[format](checked));
      if (checked.some(({ reports }) => reports.some(({ severity }) => severity === 'error'))) exit(1);
    });
}

/** Message in the language of the document; German documents get English. */
export function messageOf({ language }: Brief, { message }: Report): string {
  return language.id === 'nl' ? message.nl : message.en;
}

/** How many of a reply's questions are answered, or `null` in a document that answers none. */
export function answered({ questions, kind }: Brief): { done: number; all: number } | null {
  if (kind !== 'reply' || questions.length === 0) return null;
  return {
    done: questions.filter((question) => /^(?:answered|referred)$/.test(statusOf(question))).length,
    all: questions.length,
  };
}
