import type { Command } from 'commander';
import { said } from './errors.js';
import { example } from './help.js';

export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .description(
      said({ nl: 'draai de taalserver, voor elke editor', en: 'run the language server, for any editor' }),
    )
    .requiredOption(
      '--stdio',
      said({ nl: 'praat over standaardinvoer en -uitvoer', en: 'talk over standard input and output' }),
    )
    .addHelpText('after', example('kamerbrief lsp --stdio'))
    .action(async () => {
      (await import('../lsp/stdio.js')).runOverStdio();
      return new Promise(() => {});
    });
}
