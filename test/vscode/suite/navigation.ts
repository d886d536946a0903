import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ask, open, positionOf, reply, test, withSetting } from './harness.js';

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

test('a citation leads to where it is published', async () => {
  const { document } = await open(reply.replace('Een noot.', 'Kamerstuk 36 410, nr. 31.'));
  const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  assert.deepEqual(
    links.map(({ range, target }) => [document.getText(range), target?.toString()]),
    [['Kamerstuk 36 410, nr. 31', 'https://zoek.officielebekendmakingen.nl/kst-36410-31.html']],
  );
});

test('a selection grows from a word to the answer, the question and the group', async () => {
  const editor = await open(reply.replace('Zie ook', 'Zi|e ook'));
  const selected: string[] = [];
  for (let i = 0; i < 5; i++) {
    await vscode.commands.executeCommand('editor.action.smartSelect.expand');
    selected.push(editor.document.getText(editor.selection));
  }
  const step = (text: string) => assert.ok(selected.includes(text), `${text} in ${JSON.stringify(selected)}`);
  step('Zie');
  step('Zie ook het antwoord op vraag 2.');
  step('Antwoord: Ja. Zie ook het antwoord op vraag 2.');
});

test('numbers of footnotes are shown, and a setting hides them', async () => {
  const { document } = await open(reply.replaceAll('[^1]', '[^noot]'));
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = async () =>
    (
      await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      )
    ).map(({ position, label }) => `${position.line}: ${label as string}`);
  assert.deepEqual(await hints(), ['6: 1', '12: 1']);
  await withSetting('kamerbrief.inlayHints.footnoteNumbers', false, async () => {
    let shown = await hints();
    for (let i = 0; shown.length > 0 && i < 100; i++) shown = await hints();
    assert.deepEqual(shown, []);
  });
});

test('small print above a question leads to its answer, when a setting asks for it', async () => {
  const { document } = await open(reply);
  const lenses = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  assert.deepEqual(await lenses(), []);
  await withSetting('kamerbrief.codeLens.answeredBy', true, async () => {
    let shown = await lenses();
    for (let i = 0; shown.length === 0 && i < 100; i++) shown = await lenses();
    assert.deepEqual(
      shown.map(({ command }) => command?.title),
      ['Beantwoord', 'Nog geen antwoord'],
    );
    const { command, arguments: places } = shown[0].command!;
    await vscode.commands.executeCommand(command, ...places!);
    assert.ok(places![2][0] instanceof vscode.Location, 'places as VS Code has them');
    assert.equal(places![2][0].range.start.line, 8);
  });
});

test('groups and questions are found by name', async () => {
  const { document } = await open(reply);
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    'klopt dat',
  );
  assert.ok(
    found.some(
      ({ name, location }) =>
        /En klopt dat/.test(name) && location.uri.toString() === document.uri.toString(),
    ),
  );
});
