import * as vscode from 'vscode';
import { isDutch } from '../language.js';
import type { Command } from './command.js';

/** From a letter in Word to a reply in Word, for those who are new to VS Code. */
export const showWalkthrough: Command = {
  id: 'showWalkthrough',
  async run({ context }) {
    const walkthrough = `${context.extension.id}#${isDutch() ? 'word' : 'word.en'}`;
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
  },
};
