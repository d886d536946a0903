import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command, Workbench } from './command.js';

/** Shows the letter as it will look, in the place of its text; a click leads back. */
export const showPreview: Command = {
  id: 'preview',
  run: (workbench) => show(workbench, vscode.ViewColumn.Active),
};

/** The same beside the text. */
export const showPreviewBeside: Command = {
  id: 'previewBeside',
  run: (workbench) => show(workbench, vscode.ViewColumn.Beside),
};

function show({ preview }: Workbench, column: vscode.ViewColumn): void {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === 'kamerbrief') preview.show(document.uri, column);
  else void vscode.window.showInformationMessage(say('Open eerst een stuk.', 'Open a document first.'));
}
