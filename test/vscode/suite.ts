import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The suite that runs inside VS Code, whichever host runs it. */
const tests: [string, () => Promise<void>][] = [];
const test = (name: string, body: () => Promise<void>) => tests.push([name, body]);

export async function run(): Promise<void> {
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      console.log(`  ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`  FAILED ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed) throw new Error(`${failed} failed`);
}

const reply = `---
soort: antwoord
---

## Vragen en opmerkingen van de leden van de fractie van D66

1. Klopt dit?[^1]

Antwoord: Ja. Zie ook het antwoord op vraag 2.

2. En klopt dat ook?

[^1]: Een noot.
`;

async function open(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'kamerbrief', content });
  return vscode.window.showTextDocument(document);
}

/** Findings come when the server has them; waits until they are as asked. */
async function findings(uri: vscode.Uri, until: (codes: string[]) => boolean): Promise<vscode.Diagnostic[]> {
  for (let i = 0; i < 200; i++) {
    const found = vscode.languages.getDiagnostics(uri);
    if (until(found.map(codeOf))) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`findings stayed ${JSON.stringify(vscode.languages.getDiagnostics(uri).map(codeOf))}`);
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

const positionOf = (document: vscode.TextDocument, text: string) =>
  document.positionAt(document.getText().indexOf(text) + 1);

test('a question without an answer is reported on its number', async () => {
  const { document } = await open(reply);
  const [finding] = await findings(document.uri, (codes) => codes.includes('answer-missing'));
  assert.equal(finding.range.start.line, 10);
  assert.match(finding.message, /Vraag 2 heeft nog geen antwoord/);
});

test('writing the answer takes the finding away, while typing', async () => {
  const editor = await open(reply);
  await findings(editor.document.uri, (codes) => codes.includes('answer-missing'));
  await editor.edit((edit) => edit.insert(new vscode.Position(11, 0), '\nAntwoord: Ja, dat klopt ook.\n'));
  await findings(editor.document.uri, (codes) => codes.length === 0);
});

test('the quick fix puts an answer below the question, and undo takes it back', async () => {
  const editor = await open(reply);
  const [finding] = await findings(editor.document.uri, (codes) => codes.includes('answer-missing'));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    finding.range,
  );
  const fix = actions.find(({ isPreferred }) => isPreferred);
  assert.ok(fix?.edit, 'a preferred fix');
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await findings(
    editor.document.uri,
    (codes) => codes.includes('answer-empty') && !codes.includes('answer-missing'),
  );
  await vscode.commands.executeCommand('undo');
  await findings(editor.document.uri, (codes) => codes.includes('answer-missing'));
});

test('closing the document leaves no finding behind', async () => {
  const { document } = await open(reply);
  await findings(document.uri, (codes) => codes.length > 0);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await findings(document.uri, (codes) => codes.length === 0);
});

test('a footnote mark leads to its text, and a reference to its question', async () => {
  const { document } = await open(reply);
  const go = (text: string) =>
    vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, text),
    );
  assert.equal((await go('[^1]'))[0].range.start.line, 12);
  assert.equal((await go('vraag 2'))[0].range.start.line, 10);
});

test('hover shows the note', async () => {
  const { document } = await open(reply);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, '[^1]'),
  );
  const shown = hovers.flatMap(({ contents }) =>
    contents.map((content) => (typeof content === 'string' ? content : content.value)),
  );
  // VS Code writes the spaces of plain text as `&nbsp;`.
  assert.match(shown.join().replaceAll('&nbsp;', ' '), /Een noot/);
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

test('every standard part is offered once, filled from the front matter', async () => {
  const editor = await open(`---\nsoort: antwoord\nvan:\n  naam: A. Jansen\n---\n\n1. Klopt dit?\n\n`);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    new vscode.Position(8, 0),
  );
  const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.equal(labels.filter((label) => label === 'Antwoord').length, 1);
  assert.equal(new Set(labels).size, labels.length);
  const signature = list.items.find(
    ({ label }) => (typeof label === 'string' ? label : label.label) === 'Ondertekening',
  );
  const insert = signature?.insertText;
  assert.match(typeof insert === 'string' ? insert : (insert?.value ?? ''), /A\. Jansen/);
});

test('groups, questions and answers fold', async () => {
  const { document } = await open(reply);
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  assert.ok(
    folds.some(({ start }) => start === 4),
    'the group',
  );
  assert.ok(
    folds.some(({ start }) => start === 6),
    'question 1',
  );
});

test('tidying changes the layout and no word', async () => {
  const { document } = await open('1. Klopt dit?\nAntwoord: Ja.   \n\n\n\n2. En dat?\nAntwoord: Ook.');
  const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
    'vscode.executeFormatDocumentProvider',
    document.uri,
    { tabSize: 2, insertSpaces: true },
  );
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  await vscode.workspace.applyEdit(edit);
  assert.equal(document.getText(), '1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dat?\n\nAntwoord: Ook.\n');
});

test('a Markdown file can be switched to Kamerbrief by hand', async () => {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: reply });
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('kamerbrief.useKamerbrief');
  const open = vscode.window.activeTextEditor!.document;
  assert.equal(open.languageId, 'kamerbrief');
  await findings(open.uri, (codes) => codes.includes('answer-missing'));
});
