import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions } from 'vscode-languageclient/browser';
import { commands } from './commands/index.js';
import { start } from './extension.js';
import { say } from './language.js';
import { showWhole } from './whole-message.js';

export { deactivate } from './extension.js';

/** Part of every browser; the types of a whole page would say too much here. */
declare const Worker: new (address: string) => ServerOptions;

/** The extension in a browser, without Node: the server is a worker, and what needs a process says that it is not there. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  await start(
    context,
    (options) => new LanguageClient('kamerbrief', 'Kamerbrief', new Worker(server.toString(true)), options),
    commands,
  );
  for (const id of await absent(context))
    context.subscriptions.push(vscode.commands.registerCommand(id, sayAbsent));
}

/** The commands that the manifest promises and nothing here does. */
async function absent({ extension }: vscode.ExtensionContext): Promise<string[]> {
  const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
  const here = new Set(await vscode.commands.getCommands());
  return contributes.commands.map(({ command }) => command).filter((id) => !here.has(id));
}

function sayAbsent(): void {
  showWhole(
    vscode.window.showInformationMessage,
    say(
      'Dit kan niet in VS Code in de browser. Open de map in VS Code op uw computer.',
      'This cannot be done in VS Code in the browser. Open the folder in VS Code on your computer.',
    ),
  );
}
