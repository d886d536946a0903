import * as vscode from 'vscode';
import type { Command } from './command.js';

export const format: Command = {
  id: 'format',
  async run() {
    await vscode.commands.executeCommand('editor.action.formatDocument');
  },
};
