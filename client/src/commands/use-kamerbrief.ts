import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';

/** Any Markdown file can be switched to the language by hand. */
export const useKamerbrief: Command = {
  id: 'useKamerbrief',
  async run() {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await vscode.languages.setTextDocumentLanguage(document, 'kamerbrief');
    else
      await vscode.window.showInformationMessage(say('Open eerst een document.', 'Open a document first.'));
  },
};
