import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { commands } from './commands/index.js';
import { codeLensMiddleware, editorCommands } from './code-lenses.js';
import { ImportNotices } from './import-notices.js';
import { isDutch, languageSetting } from './language.js';

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const channel = vscode.window.createOutputChannel('Kamerbrief', { log: true });
  const module = join(context.extensionPath, 'dist', 'server.js');
  client = new LanguageClient(
    'kamerbrief',
    'Kamerbrief',
    { run: { module, transport: TransportKind.ipc }, debug: { module, transport: TransportKind.ipc } },
    {
      documentSelector: [{ language: 'kamerbrief' }],
      outputChannel: channel,
      initializationOptions: { commands: editorCommands },
      middleware: { provideCodeLenses: codeLensMiddleware(() => client!) },
      synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.brief.md', false, true) },
    },
  );
  context.subscriptions.push(channel, client);
  const showLanguage = () => vscode.commands.executeCommand('setContext', 'kamerbrief.english', !isDutch());
  await showLanguage();
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration(languageSetting) && showLanguage(),
    ),
  );
  const importNotices = new ImportNotices(context);
  for (const { id, run } of commands)
    for (const suffix of ['', '.en'])
      context.subscriptions.push(
        vscode.commands.registerCommand(`kamerbrief.${id}${suffix}`, (options?: object) =>
          run({ context, channel, importNotices }, options),
        ),
      );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
