import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionsAt,
  codeOf,
  eventually,
  findings,
  has,
  lacks,
  open,
  picture,
  positionOf,
  reply,
  select,
  test,
  withSetting,
} from './harness.js';

test('a question without an answer is reported on its number', async () => {
  const { document } = await open(reply);
  const [finding] = await findings(document.uri, has('answer-missing'));
  assert.equal(finding.range.start.line, 10);
  assert.match(finding.message, /Vraag 2 heeft nog geen antwoord/);
});

test('writing the answer takes the finding away, while typing', async () => {
  const editor = await open(reply);
  await findings(editor.document.uri, has('answer-missing'));
  await editor.edit((edit) => edit.insert(new vscode.Position(11, 0), '\nAntwoord: Ja, dat klopt ook.\n'));
  await findings(editor.document.uri, (codes) => codes.length === 0);
});

test('the quick fix puts an answer below the question, and undo takes it back', async () => {
  const editor = await open(reply);
  const [finding] = await findings(editor.document.uri, has('answer-missing'));
  const fix = (await actionsAt(editor.document.uri, finding.range)).find(({ isPreferred }) => isPreferred);
  assert.ok(fix?.edit, 'a preferred fix');
  assert.ok(await vscode.workspace.applyEdit(fix.edit));
  await findings(
    editor.document.uri,
    (codes) => has('answer-empty')(codes) && lacks('answer-missing')(codes),
  );
  await vscode.commands.executeCommand('undo');
  await findings(editor.document.uri, has('answer-missing'));
});

test('a quick fix after typing lands in the text as it then is', async () => {
  const editor = await open(reply);
  const { document } = editor;
  await findings(document.uri, has('answer-missing'));
  await editor.edit((edit) => edit.insert(new vscode.Position(4, 0), 'Een alinea erbij.\n\nEn nog een.\n\n'));
  select(editor, positionOf(document, '2. En klopt'));
  await vscode.commands.executeCommand('editor.action.autoFix');
  await eventually(
    () => /2\. En klopt dat ook\?\n\nAntwoord: ?\n\n\[\^1\]/.test(document.getText()),
    () => picture(editor),
  );
  assert.match(document.getText(), /---\n\nEen alinea erbij\.\n\nEn nog een\.\n\n## Vragen/);
});

test('a finding can be ignored with a comment, and comes back without it', async () => {
  const { document } = await open(reply);
  const [finding] = await findings(document.uri, has('answer-missing'));
  const ignore = (await actionsAt(document.uri, finding.range)).find(({ title }) =>
    title.startsWith('Negeer'),
  );
  assert.ok(ignore?.edit, 'a way to ignore');
  await vscode.workspace.applyEdit(ignore.edit);
  await findings(document.uri, lacks('answer-missing'));
  assert.match(document.getText(), /<!-- kb negeer answer-missing: \S+ -->\n\n2\. En klopt/);
  await vscode.commands.executeCommand('undo');
  await findings(document.uri, has('answer-missing'));
});

test('a comment that silences nothing is faded', async () => {
  const { document } = await open(
    reply.replace('1. Klopt', '<!-- kb negeer answer-empty: zo bedoeld -->\n\n1. Klopt'),
  );
  const found = await findings(document.uri, has('comment-unused'));
  const unused = found.find((one) => codeOf(one) === 'comment-unused')!;
  assert.deepEqual(unused.tags, [vscode.DiagnosticTag.Unnecessary]);
});

test('a finding has its code, its page and its source', async () => {
  const { document } = await open(reply);
  const [{ code, source }] = await findings(document.uri, has('answer-missing'));
  assert.equal(source, 'Kamerbrief');
  const target = (code as { target: vscode.Uri }).target;
  assert.match(target.path, /docs\/rules\/answer-missing\.md$/);
  await vscode.workspace.fs.stat(target);
});

test('closing the document leaves no finding behind', async () => {
  const { document } = await open(reply);
  await findings(document.uri, (codes) => codes.length > 0);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await findings(document.uri, (codes) => codes.length === 0);
});

test('a deleted file leaves no finding behind, and is missed by the letter that names it', async () => {
  const folder = vscode.workspace.workspaceFolders![0].uri;
  const letter = vscode.Uri.joinPath(folder, 'weg.brief.md');
  const answer = vscode.Uri.joinPath(folder, 'antwoord.brief.md');
  const write = (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await write(letter, reply);
  await write(answer, reply.replace('antwoord\n', 'antwoord\nbrief: weg.brief.md\n'));
  await vscode.window.showTextDocument(letter, { preview: false });
  await vscode.window.showTextDocument(answer, { preview: false });
  await findings(letter, has('answer-missing'));
  await findings(answer, (codes) => has('answer-missing')(codes) && lacks('file-not-found')(codes));
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(letter);
  await vscode.workspace.applyEdit(edit);
  await findings(letter, (codes) => codes.length === 0);
  await findings(answer, has('file-not-found'));
  await write(letter, reply);
  await findings(answer, lacks('file-not-found'));
  await vscode.workspace.fs.delete(letter);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.workspace.fs.delete(answer);
});

test('a setting makes a finding lighter, or switches it off', async () => {
  const { document } = await open(reply);
  const severity = (found: vscode.Diagnostic[]) =>
    found.find((one) => codeOf(one) === 'answer-missing')?.severity;
  assert.equal(
    severity(await findings(document.uri, has('answer-missing'))),
    vscode.DiagnosticSeverity.Warning,
  );
  const now = () => severity(vscode.languages.getDiagnostics(document.uri));
  await withSetting('kamerbrief.rules', { 'answer-missing': 'hint' }, async () => {
    await eventually(
      () => now() === vscode.DiagnosticSeverity.Hint,
      () => `severity stayed ${now()}`,
    );
  });
  await eventually(
    () => now() === vscode.DiagnosticSeverity.Warning,
    () => `severity stayed ${now()}`,
  );
  await withSetting('kamerbrief.rules', { 'answer-missing': 'off' }, async () => {
    await findings(document.uri, lacks('answer-missing'));
  });
  await findings(document.uri, has('answer-missing'));
});

test('findings speak the language of the document', async () => {
  const { document } = await open(
    '---\nkind: reply\n---\n\n1. Is this true?\n\nAnswer: Yes.\n\n2. And this?\n',
  );
  const [finding] = await findings(document.uri, has('answer-missing'));
  assert.match(finding.message, /Question 2 has no answer/);
});
