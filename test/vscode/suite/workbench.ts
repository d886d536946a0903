import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, has, open, reply, test } from './harness.js';

test('a Markdown file can be switched to Kamerbrief by hand', async () => {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: reply });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('kamerbrief.useKamerbrief');
  const switched = vscode.window.activeTextEditor!.document;
  assert.equal(switched.languageId, 'kamerbrief');
  await findings(switched.uri, has('answer-missing'));
});

test('a file is a letter by the end of its name, and other Markdown is not', async () => {
  const folder = vscode.workspace.workspaceFolders![0].uri;
  const languageOf = async (name: string) => {
    const uri = vscode.Uri.joinPath(folder, name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(reply));
    const { languageId } = await vscode.workspace.openTextDocument(uri);
    await vscode.workspace.fs.delete(uri);
    return languageId;
  };
  assert.equal(await languageOf('proef.brief.md'), 'kamerbrief');
  assert.equal(await languageOf('LEESMIJ.md'), 'markdown');
});

test('a text that is in no file yet has a preview too, and only one', async () => {
  const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  for (let i = 0; i < 2; i++) {
    const { document } = await open(reply);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('kamerbrief.previewBeside');
    await eventually(
      () =>
        labels()
          .filter((label) => label.startsWith('Voorbeeld van'))
          .join() === `Voorbeeld van ${name}`,
      () => labels().join(),
    );
  }
});

test('every command of the manifest is there, and no other', async () => {
  await open(reply);
  const { contributes } = vscode.extensions.getExtension('kamerbrief.kamerbrief')!.packageJSON as {
    contributes: { commands: { command: string }[] };
  };
  const promised = contributes.commands.map(({ command }) => command).sort();
  // VS Code makes some of its own for a view.
  const there = (await vscode.commands.getCommands(true))
    .filter((id) => id.startsWith('kamerbrief.') && !id.startsWith('kamerbrief.questions.'))
    .sort();
  assert.deepEqual(there, promised);
  assert.ok(promised.includes('kamerbrief.importDocument'));
});

test('the editor is set for prose', async () => {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'proza.brief.md');
  const text = '---\nsoort: antwoord\nvan:\n  naam: A. Bakker\n  ambt: minister\n---\n\n1. Klopt dit?\n';
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const shown = await vscode.window.showTextDocument(uri);
  const editor = vscode.workspace.getConfiguration('editor', shown.document);
  assert.equal(editor.get('wordWrap'), 'on');
  assert.equal(editor.get('wordBasedSuggestions'), 'off');
  assert.equal(editor.get('acceptSuggestionOnEnter'), 'off');
  for (const marks of ['ambiguousCharacters', 'invisibleCharacters', 'nonBasicASCII'])
    assert.equal(editor.get(`unicodeHighlight.${marks}`), false);
  // A footnote goes on after four blanks, however far its front matter is indented.
  assert.equal(shown.options.insertSpaces, true);
  assert.equal(shown.options.tabSize, 4);
  await vscode.workspace.fs.delete(uri);
});
