import * as vscode from 'vscode';
import { isDutch, say } from '../language.js';
import type { Command } from './command.js';
import { runProgram, showFailure } from './program.js';

/** Begins a letter with questions: its standard parts, in a document that has no file yet. */
export const newLetter: Command = {
  id: 'newLetter',
  async run(workbench) {
    const made = await runProgram(workbench, ['new', 'letter', '--language', isDutch() ? 'nl' : 'en']);
    if (!made.ok) {
      showFailure(workbench, say('De brief is niet begonnen', 'The letter was not begun'), made.message);
      return;
    }
    const uri = freeName(say('brief', 'letter'));
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), `${made.output}\n`);
    await vscode.workspace.applyEdit(edit);
    const editor = await vscode.window.showTextDocument(document);
    const open = firstOpenDetail(document);
    editor.selection = new vscode.Selection(open, open);
  },
};

/** A name that no document without a file has: VS Code would open that one again. */
function freeName(name: string): vscode.Uri {
  for (let i = 1; ; i++) {
    const path = `${name}${i > 1 ? `-${i}` : ''}.brief.md`;
    const uri = vscode.Uri.from({ scheme: 'untitled', path });
    if (vscode.workspace.textDocuments.every((open) => open.uri.toString() !== uri.toString())) return uri;
  }
}

/** Behind the first name of a detail at the top that has no value yet. */
function firstOpenDetail(document: vscode.TextDocument): vscode.Position {
  for (let i = 0; i < document.lineCount; i++) {
    const { text, range } = document.lineAt(i);
    if (/^[a-z]+: *$/.test(text)) return range.end;
  }
  return new vscode.Position(0, 0);
}
