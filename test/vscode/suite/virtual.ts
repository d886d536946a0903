import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, findings, has, lacks, test } from './harness.js';

const letter = '---\nsoort: brief\n---\n\n## Vragen van de leden van de fractie van D66\n\nIs er geld?\n';
const answer =
  '---\nsoort: antwoord\nbrief: map met brief/brief.brief.md\n---\n\n## Vragen van de leden van de fractie van D66\n\n1. Is er geld?\n\nAntwoord: Ja.\n';

const inWorkspace = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, name);
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));

test('in a folder that is no folder of a computer, a reply is held against its letter', async () => {
  assert.ok(inWorkspace('x').scheme !== 'file', 'a virtual file system');
  await write('map met brief/brief.brief.md', letter);
  await write('antwoord.brief.md', answer.replace('Is er geld?', 'Is er veel geld?'));
  const editor = await vscode.window.showTextDocument(inWorkspace('antwoord.brief.md'));
  await findings(editor.document.uri, has('quote-deviates'));
  await editor.edit((edit) => edit.replace(editor.document.lineAt(7).range, '1. Is er geld?'));
  await findings(editor.document.uri, (codes) => codes.length === 0);
  const [target] = await ask<vscode.Location[]>('DefinitionProvider', editor.document, 'Is er geld');
  assert.equal(target.uri.toString(), inWorkspace('map met brief/brief.brief.md').toString());
});

test('a letter in another encoding is read, and one that comes later is seen', async () => {
  const uri = inWorkspace('antwoord.brief.md');
  await write('antwoord.brief.md', answer.replace('map met brief/brief', 'later').replaceAll('geld', 'één'));
  const { document } = await vscode.window.showTextDocument(uri);
  await findings(document.uri, has('file-not-found'));
  const windows1252 = Uint8Array.from(letter.replace('geld', 'één'), (char) => char.charCodeAt(0));
  await vscode.workspace.fs.writeFile(inWorkspace('later.brief.md'), windows1252);
  await findings(document.uri, (codes) => lacks('file-not-found')(codes) && codes.length === 0);
});

test('the files beside a reply are offered', async () => {
  await write('naast.brief.md', letter);
  await write('antwoord.brief.md', '---\nsoort: antwoord\nbrief: \n---\n');
  const { document } = await vscode.window.showTextDocument(inWorkspace('antwoord.brief.md'));
  const { items } = await ask<vscode.CompletionList>(
    'CompletionItemProvider',
    document,
    new vscode.Position(2, 7),
  );
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.includes('naast.brief.md'), labels.join());
});

/** Read on the screen by the script that drives the browser. */
test('what needs a process says that it is not there', async () => {
  await vscode.commands.executeCommand('kamerbrief.export');
});
