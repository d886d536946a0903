import * as vscode from 'vscode';
import { say } from './language.js';

/** The letter that was worked in last. */
let last: vscode.TextDocument | null = null;

export function followLetters(): vscode.Disposable {
  const take = (editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId === 'kamerbrief') last = editor.document;
  };
  take(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(take);
}

/** What is being edited; where that is no text, as in the explanation in six steps, the letter that was worked in last. */
export function documentAtHand(): vscode.TextDocument | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor) return editor.document;
  return last && !last.isClosed ? last : undefined;
}

/** The editor of the letter, shown if it stands behind something else; nothing, and a message, if there is none. */
export async function letterEditor(): Promise<vscode.TextEditor | null> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor?.document.languageId === 'kamerbrief') return activeTextEditor;
  const document = documentAtHand();
  if (document?.languageId === 'kamerbrief') {
    const seen = visibleTextEditors.find((editor) => editor.document === document);
    return vscode.window.showTextDocument(document, seen?.viewColumn);
  }
  void vscode.window.showInformationMessage(say('Open eerst een stuk.', 'Open a document first.'));
  return null;
}
