import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, eventually, findings, lacks, open, picture, reply, test } from './harness.js';

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
const insertOf = ({ insertText }: vscode.CompletionItem) =>
  typeof insertText === 'string' ? insertText : (insertText?.value ?? '');

async function offered({ document, selection }: vscode.TextEditor, trigger?: string) {
  const list = await ask<vscode.CompletionList>(
    'CompletionItemProvider',
    document,
    selection.active,
    trigger,
  );
  return list.items;
}

/** Opens the list as ctrl+space does, and takes what stands first. */
async function take(editor: vscode.TextEditor): Promise<void> {
  const before = editor.document.getText();
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(
    () => {
      void vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== before;
    },
    () => `nothing was taken: ${picture(editor)}`,
  );
}

test('every standard part is offered once, filled from the front matter', async () => {
  const editor = await open(`---\nsoort: antwoord\nvan:\n  naam: A. Jansen\n---\n\n1. Klopt dit?\n\n|`);
  const items = await offered(editor);
  const labels = items.map(labelOf);
  assert.equal(labels.filter((label) => label === 'Antwoord').length, 1);
  assert.equal(new Set(labels).size, labels.length);
  assert.match(insertOf(items.find((item) => labelOf(item) === 'Ondertekening')!), /A\. Jansen/);
});

test('the parts of a letter are other ones than those of a reply', async () => {
  const labels = async (kind: string) =>
    (await offered(await open(`---\nsoort: ${kind}\n---\n\n|`))).map(labelOf);
  const letter = await labels('brief');
  assert.ok(letter.includes('Slot met termijn') && !letter.includes('Antwoord'));
  assert.ok((await labels('verslag')).includes('Voorblad van het verslag'));
});

test('taking the next question numbers it', async () => {
  const editor = await open(reply.replace('\n[^1]:', '\nvraag|\n\n[^1]:'));
  await take(editor);
  assert.match(editor.document.getText(), /\n\n3\. De leden van de fractie van /);
});

test('footnotes are offered by their label, and taken whole', async () => {
  const editor = await open(
    'Dat staat in de brief.| En verder.\n\n[^kst-96]: De brief.\n\n[^kst-97]: Een andere brief.\n',
  );
  for (const key of '[^') await vscode.commands.executeCommand('type', { text: key });
  assert.deepEqual((await offered(editor, '^')).map(labelOf), ['[^kst-96]', '[^kst-97]']);
  for (const key of '97') await vscode.commands.executeCommand('type', { text: key });
  await take(editor);
  assert.equal(editor.document.lineAt(0).text, 'Dat staat in de brief.[^kst-97] En verder.');
});

test('a number of a question is offered behind "vraag", and taken', async () => {
  const editor = await open(reply.replace('antwoord op vraag 2', 'antwoord op vraag|'));
  await vscode.commands.executeCommand('type', { text: ' ' });
  const items = await offered(editor, ' ');
  assert.deepEqual(
    items.map((item) => `${labelOf(item)} ${item.detail}`),
    ['1 Klopt dit?', '2 En klopt dat ook? (nog geen antwoord)'],
  );
  await take(editor);
  assert.match(editor.document.getText(), /antwoord op vraag 1\./);
});

test('details above the text: names, then values', async () => {
  const editor = await open('---\nsoort: antwoord\nsta|\n---\n\n1. Klopt dit?\n');
  await take(editor);
  assert.equal(editor.document.lineAt(2).text, 'status: ');
  assert.deepEqual((await offered(editor, ' ')).map(labelOf), ['concept', 'definitief']);
});

test('words in running text bring no parts forward', async () => {
  const items = await offered(await open('De regering heeft een vraag|'));
  assert.deepEqual(items.map(labelOf), ['Vindplaats']);
});

test('tidying changes the layout and no word', async () => {
  const { document } = await open('1. Klopt dit?\nAntwoord: Ja.   \n\n\n\n2. En dat?\nAntwoord: Ook.');
  await vscode.commands.executeCommand('kamerbrief.format');
  await eventually(
    () => document.getText() === '1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dat?\n\nAntwoord: Ook.\n',
    () => document.getText(),
  );
  await findings(document.uri, lacks('answer-missing'));
});
