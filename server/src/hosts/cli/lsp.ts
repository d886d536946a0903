import type { Command } from 'commander';
import { said } from './errors.js';
import { example } from './help.js';

export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .description(
      said({ nl: 'start de taalserver, voor elke editor', en: 'start the language server, for any editor' }),
    )
    .requiredOption(
      '--stdio',
      said({
        nl: 'communiceer via standaardinvoer en -uitvoer',
        en: 'communicate over standard input and output',
      }),
    )
    .addHelpText('after', example('kamerbrief lsp --stdio'))
    .action(async () => {
      (await import('../lsp/stdio.js')).runOverStdio();
      return new Promise(() => {});
    });
}
