import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, has, test } from './harness.js';

const letter = `---
soort: brief
kenmerk: T-12
datum: 3 februari 2026
---

## Vragen van de leden van de fractie van D66

De leden lezen de nota.[^1] Klopt die?

Is er geld?

[^1]: De nota.
`;

const inWorkspace = (name: string) =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, 'maken', name);

async function write(name: string, content: string): Promise<vscode.Uri> {
  const uri = inWorkspace(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return uri;
}

async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

test('the reply to a letter is begun with every question, and the report binds both', async () => {
  const editor = await show(await write('brief.brief.md', letter));
  const out = inWorkspace('antwoord.brief.md');
  // What is not saved yet counts.
  await editor.edit((edit) => edit.replace(editor.document.lineAt(10).range, 'Is er genoeg geld?'));
  await vscode.commands.executeCommand('kamerbrief.beginReply', { out });
  const reply = vscode.window.activeTextEditor!.document;
  assert.equal(reply.uri.toString(), out.toString());
  assert.match(
    reply.getText(),
    /\n1\. De leden lezen de nota\. Klopt die\?\n\nAntwoord:\n\n2\. Is er genoeg geld\?\n\nAntwoord:\n$/,
  );
  assert.match(reply.getText(), /op 3 februari 2026 met kenmerk T-12\./);
  await findings(reply.uri, has('answer-empty'));

  const report = inWorkspace('verslag.brief.md');
  await vscode.commands.executeCommand('kamerbrief.makeReport', { out: report });
  assert.match(
    vscode.window.activeTextEditor!.document.getText(),
    /\n\[Brief\]\(brief\.brief\.md\)\n\n\[Antwoord\]\(antwoord\.brief\.md\)\n$/,
  );
});

test('a reply that exists is not overwritten unasked', async () => {
  await show(await write('brief.brief.md', letter));
  const out = await write('van-mij.brief.md', 'Van mij.\n');
  await vscode.commands.executeCommand('kamerbrief.beginReply', { out });
  assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(out)), 'Van mij.\n');
  await eventually(
    () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/brief.brief.md'),
    () => 'the letter is no longer shown',
  );
});
