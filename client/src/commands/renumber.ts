import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';

const kind = 'source.renumber.kamerbrief';

/** The server's own action, so that it is one edit of the newest text that one undo takes back. */
export const renumber: Command = {
  id: 'renumber',
  async run() {
    const { document } = vscode.window.activeTextEditor ?? {};
    const offered =
      document &&
      (await vscode.commands.executeCommand<unknown[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 0),
        kind,
      ));
    if (offered?.length)
      await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'first' });
    else
      void vscode.window.showInformationMessage(
        say('Er zijn hier geen genummerde vragen.', 'There are no numbered questions here.'),
      );
  },
};
