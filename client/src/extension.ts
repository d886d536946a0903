import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { codeLensMiddleware, editorCommands } from './code-lenses.js';
import { attempt } from './commands/attempt.js';
import type { Command } from './commands/command.js';
import { serveFiles } from './files.js';
import { ImportNotices } from './import-notices.js';
import { isDutch, languageSetting } from './language.js';
import { followLetters } from './letter-at-hand.js';
import { registerPaste } from './paste.js';
import { Preview } from './preview/preview.js';
import { ServerFailures } from './server-failures.js';
import { showQuestions } from './views/index.js';
import { wholeMessages } from './whole-message.js';

let client: BaseLanguageClient | undefined;

/**
 * Starts the extension, on a computer or in a browser.
 * @param makeClient makes what speaks to the server
 * @param commands what this place can do
 */
export async function start(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
  commands: readonly Command[],
): Promise<void> {
  const channel = vscode.window.createOutputChannel('Kamerbrief', { log: true });
  const failures = new ServerFailures(channel, () => client!.start());
  client = makeClient({
    ...failures.options,
    documentSelector: [{ language: 'kamerbrief' }],
    outputChannel: channel,
    connectionOptions: { messageStrategy: wholeMessages },
    initializationOptions: {
      commands: editorCommands,
      overview: true,
      readsFiles: true,
      pages: `${vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
    },
    middleware: { provideCodeLenses: codeLensMiddleware(() => client!) },
  });
  serveFiles(client);
  context.subscriptions.push(channel, client, followLetters(), ...registerPaste());
  const showLanguage = () => vscode.commands.executeCommand('setContext', 'kamerbrief.english', !isDutch());
  await showLanguage();
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration(
      (event) => event.affectsConfiguration(languageSetting) && showLanguage(),
    ),
  );
  const workbench = {
    context,
    channel,
    importNotices: new ImportNotices(context),
    preview: new Preview(context, client, channel),
  };
  for (const command of commands)
    for (const suffix of ['', '.en'])
      context.subscriptions.push(
        vscode.commands.registerCommand(`kamerbrief.${command.id}${suffix}`, (given?: object) =>
          attempt(command, workbench, given),
        ),
      );
  context.subscriptions.push(showQuestions(client));
  await failures.start(client);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
