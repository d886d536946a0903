import type { Command } from 'commander';
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { keepHeapSmall } from '../lsp/heap.js';
import { nodeHost } from '../lsp/node-host.js';
import { startServer } from '../lsp/server.js';

export function lspCommand(program: Command): void {
  program
    .command('lsp')
    .description('run the language server, for any editor')
    .requiredOption('--stdio', 'talk over standard input and output')
    .addHelpText('after', '\nExample:\n  kamerbrief lsp --stdio')
    .action(() => {
      keepHeapSmall();
      const connection = createConnection(
        ProposedFeatures.all,
        new StreamMessageReader(process.stdin),
        new StreamMessageWriter(process.stdout),
      );
      startServer(connection, nodeHost(__dirname));
      return new Promise(() => {});
    });
}
