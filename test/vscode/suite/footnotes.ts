import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, eventually, open, picture, test } from './harness.js';

const run = (command: string, given?: object) =>
  vscode.commands.executeCommand(`kamerbrief.${command}`, given);

test('a footnote is inserted with its text and a name made from it; one undo takes it back', async () => {
  const editor = await open('Zin.| Nog een.[^a]\n\n[^a]: Noot.\n');
  const before = editor.document.getText();
  await run('insertFootnote', { text: 'Stb. 2026, 94.' });
  assert.equal(
    editor.document.getText(),
    'Zin.[^stb-2026-94] Nog een.[^a]\n\n[^stb-2026-94]: Stb. 2026, 94.\n\n[^a]: Noot.\n',
  );
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), before);
});

test('a footnote without text: the cursor goes there to type it, and back again', async () => {
  const editor = await open('Zin.|\n');
  await run('insertFootnote', { text: '' });
  await eventually(
    () => editor.selection.active.line === 2,
    () => picture(editor),
  );
  await vscode.commands.executeCommand('type', { text: 'Noot.' });
  assert.match(editor.document.getText(), /^Zin\.\[\^1\]\n\n\[\^1\]: ?Noot\./);
  await run('goToFootnote');
  await eventually(
    () => editor.selection.active.line === 0,
    () => picture(editor),
  );
});

test('of several marks, the way back is the one that was left', async () => {
  const editor = await open('Een[^a] en\n\ntwee[^|a].\n\n[^a]: Noot.\n');
  await run('goToFootnote');
  await eventually(
    () => editor.selection.active.line === 4,
    () => picture(editor),
  );
  await run('goToFootnote');
  await eventually(
    () => editor.selection.active.line === 2,
    () => picture(editor),
  );
});

test('renaming a footnote renames every mark of it', async () => {
  const { document } = await open('Een[^a] en twee[^A].\n\n[^a]: Noot.\n');
  const edit = await ask<vscode.WorkspaceEdit>('DocumentRenameProvider', document, '[^a]', 'krant');
  assert.ok(await vscode.workspace.applyEdit(edit));
  assert.equal(document.getText(), 'Een[^krant] en twee[^krant].\n\n[^krant]: Noot.\n');
});
