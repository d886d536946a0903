import type { Command } from 'commander';
import { Option } from 'commander';
import { checkFiles } from './check-files.js';
import { filesBelow } from './files.js';
import { github } from './output/github.js';
import { json } from './output/json.js';
import { pretty } from './output/pretty.js';
import { sarif } from './output/sarif.js';

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
      const checked = await checkFiles(await filesBelow(paths), paths);
      process.stdout.write(formats[format](checked));
      if (checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) exit(1);
    });
}
