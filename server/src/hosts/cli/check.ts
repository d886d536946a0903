import type { Command } from 'commander';
import { checkFiles } from './check-files.js';
import { said } from './errors.js';
import { filesBelow } from './files.js';
import { example, formOption, somePaths } from './help.js';
import { github } from './output/github.js';
import { json } from './output/json.js';
import { pretty } from './output/pretty.js';
import { sarif } from './output/sarif.js';

const formats = { pretty, json, sarif, github };

export function checkCommand(program: Command, exit: (code: number) => void): void {
  program
    .command('check')
    .description(
      said({
        nl: 'zeg wat er mis is of ontbreekt; eindigt met 1 als er fouten zijn',
        en: 'say what is wrong or missing; exits 1 if there are errors',
      }),
    )
    .argument(...somePaths())
    .addOption(
      formOption('--format', { nl: 'hoe het gezegd wordt', en: 'how to say it' }, formats).default('pretty'),
    )
    .addHelpText(
      'after',
      example('kamerbrief check antwoord.brief.md', 'kamerbrief check --format sarif . > meldingen.sarif'),
    )
    .action(async (paths: string[], { format }: { format: keyof typeof formats }) => {
      const checked = await checkFiles(await filesBelow(paths), paths);
      process.stdout.write(formats[format](checked));
      if (checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) exit(1);
    });
}
