import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, open, positionOf, reply, test } from './harness.js';

const answered = reply.replace('ook?\n', 'ook?\n\nAntwoord: Ook dat klopt.[^1]\n');

test('a footnote mark leads to its text, and the text to its marks', async () => {
  const { document } = await open(answered);
  const go = async (at: vscode.Position | string) =>
    (await ask<vscode.Location[]>('DefinitionProvider', document, at)).map(({ range }) => range.start.line);
  assert.deepEqual(await go('[^1]'), [14]);
  assert.deepEqual(await go(new vscode.Position(14, 1)), [6, 12]);
});

test('"vraag 2" leads to the question, "het antwoord op vraag 2" to the answer', async () => {
  const { document } = await open(answered.replace('\n[^1]:', '\nZie verder vraag 1.\n\n[^1]:'));
  const go = async (text: string) =>
    (await ask<vscode.Location[]>('DefinitionProvider', document, text)).map(({ range }) => range.start.line);
  assert.deepEqual(await go('het antwoord op vraag 2'.slice(4)), [12]);
  assert.deepEqual(await go('vraag 1.'), [6]);
});

test('hover shows the note, and the question and answer that words refer to', async () => {
  const { document } = await open(answered);
  const hover = async (text: string) =>
    (await ask<vscode.Hover[]>('HoverProvider', document, text))
      .flatMap(({ contents }) =>
        contents.map((content) => (typeof content === 'string' ? content : content.value)),
      )
      .join();
  assert.match(await hover('[^1]'), /Een noot/);
  assert.match(
    await hover('antwoord op vraag 2'),
    /Vraag 2 · beantwoord.*En klopt dat ook\?.*Ook dat klopt/s,
  );
});

test('all marks of a footnote light up together, and every mention of a question', async () => {
  const { document } = await open(answered);
  const lit = async (text: string) =>
    (await ask<vscode.DocumentHighlight[]>('DocumentHighlights', document, text))
      .map(({ range }) => `${range.start.line}:${document.getText(range)}`)
      .sort();
  assert.deepEqual(await lit('[^1]'), ['12:[^1]', '14:[^1]', '6:[^1]']);
  assert.deepEqual(await lit('2. En klopt'), ['10:2.', '12:Antwoord:', '8:2']);
});

test('every mention of a question is found', async () => {
  const { document } = await open(answered);
  const found = await ask<vscode.Location[]>(
    'ReferenceProvider',
    document,
    positionOf(document, '2. En klopt'),
  );
  assert.ok(
    found.some(({ range }) => range.start.line === 8),
    'the mention in answer 1',
  );
});

test('the outline shows the group with its questions and their state', async () => {
  const { document } = await open(reply);
  const [group] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  assert.equal(group.name, 'D66');
  assert.deepEqual(
    group.children.map(({ detail }) => detail),
    ['beantwoord', 'nog geen antwoord'],
  );
});

test('groups, questions and answers fold', async () => {
  const { document } = await open(reply);
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const starts = folds.map(({ start }) => start);
  assert.ok(starts.includes(0), 'the front matter');
  assert.ok(starts.includes(4), 'the group');
  assert.ok(starts.includes(6), 'question 1');
});
