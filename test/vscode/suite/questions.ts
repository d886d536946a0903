import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, picture, reply, test } from './harness.js';

/** A command works on the letter in the active editor. */
async function run(editor: vscode.TextEditor, command: string, given?: object): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  await vscode.commands.executeCommand(`kamerbrief.${command}`, given);
}

test('notes on the work are written at the question of the cursor, each as one edit', async () => {
  const editor = await open(reply.replace('2. En klopt', '2. En |klopt'));
  await run(editor, 'setState', { value: 'review' });
  const noted = reply.replace('2. En', '<!-- kb werk: stand=ter review -->\n\n2. En');
  assert.equal(editor.document.getText(), noted);
  await run(editor, 'assignOwner', { value: 'directie Wegen' });
  await run(editor, 'setDue', { value: '2026-03-01' });
  const full = noted.replace(
    'stand=ter review',
    'eigenaar=directie Wegen; stand=ter review; voor=2026-03-01',
  );
  assert.equal(editor.document.getText(), full);
  await vscode.commands.executeCommand('undo');
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), noted);
  await vscode.commands.executeCommand('undo');
  assert.equal(editor.document.getText(), reply);
});

test('from the question to the answer and back, also by the row of the view', async () => {
  const editor = await open(reply.replace('1. Klopt', '1. |Klopt'));
  await run(editor, 'goToAnswer');
  assert.match(picture(editor), /\n\n\|Antwoord: Ja\./);
  await run(editor, 'goToQuestion');
  assert.match(picture(editor), /\n\n\|1\. Klopt/);
  await run(editor, 'goToQuestion.en', { index: 1 });
  assert.match(picture(editor), /\n\n\|2\. En klopt/);
});

test('a reference to the question is copied', async () => {
  const editor = await open(reply.replace('2. En klopt', '2. En |klopt'));
  await run(editor, 'copyReference');
  assert.equal(await vscode.env.clipboard.readText(), 'vraag 2');
});
