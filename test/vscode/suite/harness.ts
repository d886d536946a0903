import * as vscode from 'vscode';

export const tests: [string, () => Promise<void>][] = [];
export const test = (name: string, body: () => Promise<void>) => void tests.push([name, body]);

/** A reply to two questions, of which the second has no answer yet. */
export const reply = `---
soort: antwoord
---

## Vragen en opmerkingen van de leden van de fractie van D66

1. Klopt dit?[^1]

Antwoord: Ja. Zie ook het antwoord op vraag 2.

2. En klopt dat ook?

[^1]: Een noot.
`;

let opened = 0;

/** Opens a text as a letter, with the cursor where `|` stands. Each has a name of its own: VS Code reuses those it gives. */
export async function open(picture: string): Promise<vscode.TextEditor> {
  const at = picture.indexOf('|');
  const content = at < 0 ? picture : picture.slice(0, at) + picture.slice(at + 1);
  const uri = vscode.Uri.from({ scheme: 'untitled', path: `/proef-${++opened}.brief.md` });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  const editor = await vscode.window.showTextDocument(document);
  select(editor, document.positionAt(Math.max(at, 0)));
  return editor;
}

export function select(editor: vscode.TextEditor, from: vscode.Position, to = from): void {
  editor.selection = new vscode.Selection(from, to);
}

/** The text with `|` at the cursor. */
export function picture({ document, selection }: vscode.TextEditor): string {
  const text = document.getText();
  const at = document.offsetAt(selection.active);
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

/** Waits for something that is bound to come. */
export async function eventually<T>(look: () => T | undefined | false, what: () => string): Promise<T> {
  for (let i = 0; i < 400; i++) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(what());
}

/** Findings come when the server has them; waits until they are as asked. */
export async function findings(
  uri: vscode.Uri,
  until: (codes: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const now = () => vscode.languages.getDiagnostics(uri);
  return eventually(
    () => until(now().map(codeOf)) && now(),
    () => `findings stayed ${JSON.stringify(now().map(codeOf))}`,
  );
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export const has = (code: string) => (codes: string[]) => codes.includes(code);
export const lacks = (code: string) => (codes: string[]) => !codes.includes(code);

/** A place inside the first occurrence of a text. */
export const positionOf = (document: vscode.TextDocument, text: string) =>
  document.positionAt(document.getText().indexOf(text) + 1);

/** More than there are at one place; the edit of each is asked for. */
const allOfThem = 100;

export async function actionsAt(uri: vscode.Uri, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, undefined, allOfThem);
}

/** Asks a provider about a place in a document. */
export async function ask<T>(
  provider: string,
  document: vscode.TextDocument,
  at: vscode.Position | string,
  ...more: unknown[]
): Promise<T> {
  const position = typeof at === 'string' ? positionOf(document, at) : at;
  return vscode.commands.executeCommand<T>(`vscode.execute${provider}`, document.uri, position, ...more);
}

/** Does something with a setting changed, and puts it back. */
export async function withSetting(name: string, value: unknown, body: () => Promise<void>): Promise<void> {
  const set = (to: unknown) =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Global);
  await set(value);
  try {
    await body();
  } finally {
    await set(undefined);
  }
}
