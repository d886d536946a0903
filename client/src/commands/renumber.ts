import * as vscode from 'vscode';
import type { Command } from './index.js';

/** The server's own action, so that it is one edit of the newest text that one undo takes back. */
export const renumber: Command = {
  id: 'renumber',
  async run() {
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'source.renumber.kamerbrief',
      apply: 'first',
    });
  },
};
