import type { Command } from 'commander';

export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .description('run the language server, for any editor')
    .requiredOption('--stdio', 'talk over standard input and output')
    .addHelpText('after', '\nExample:\n  kamerbrief lsp --stdio')
    .action(async () => {
      (await import('../lsp/stdio.js')).runOverStdio();
      return new Promise(() => {});
    });
}
