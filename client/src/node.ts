import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { commands } from './commands/index.js';
import { withProgram } from './commands/with-program.js';
import { start } from './extension.js';

export { deactivate } from './extension.js';

/** The extension where there is Node: the server is a process of its own, and so is the command line. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = join(context.extensionPath, 'dist', 'server.js');
  const server = { module, transport: TransportKind.ipc };
  await start(
    context,
    (options) => new LanguageClient('kamerbrief', 'Kamerbrief', { run: server, debug: server }, options),
    [...commands, ...withProgram],
  );
}
