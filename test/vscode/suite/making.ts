import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, has, select, test } from './harness.js';

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

test('from letter to reply: begin, answer, take a question in, renumber, undo', async () => {
  await show(await write('vragen.brief.md', letter));
  const out = inWorkspace('reactie.brief.md');
  await vscode.commands.executeCommand('kamerbrief.beginReply', { out });
  const editor = vscode.window.activeTextEditor!;
  const { document } = editor;
  const lineOf = (start: string) =>
    document
      .getText()
      .split('\n')
      .findIndex((line) => line.startsWith(start));
  const answerBelow = (line: number) => {
    const below = document
      .getText()
      .split('\n')
      .findIndex((text, i) => i > line && text === 'Antwoord:');
    return document.lineAt(below).range.end;
  };
  await editor.edit((edit) => edit.insert(answerBelow(lineOf('1. ')), ' Ja. Zie ook vraag 2.'));
  await editor.edit((edit) => edit.insert(answerBelow(lineOf('2. ')), ' Ja.'));
  await findings(document.uri, (codes) => !codes.includes('answer-empty'));

  // A slip of the pen, seen and mended with everything that refers to it.
  const second = lineOf('2. ');
  await editor.edit((edit) => edit.replace(new vscode.Range(second, 0, second, 1), '5'));
  await findings(document.uri, has('question-number-gap'));
  await editor.edit((edit) =>
    edit.insert(new vscode.Position(second, 0), '4. Is er tijd?\n\nAntwoord: Ja, zie vraag 5.\n\n'),
  );
  await findings(document.uri, has('quote-unknown'));
  const before = document.getText();
  await vscode.commands.executeCommand('kamerbrief.renumber');
  await eventually(
    () => /\n2\. Is er tijd\?\n\nAntwoord: Ja, zie vraag 3\.\n\n3\. Is er geld\?/.test(document.getText()),
    () => document.getText(),
  );
  await vscode.commands.executeCommand('undo');
  assert.equal(document.getText(), before);
  await vscode.workspace.fs.delete(out);
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

test('a report is exported with its parts as they stand in the editor', async () => {
  // A name of its own: VS Code still knows the text of a file that was shown before, and would not save over a newer one.
  const part = await show(await write('deel.brief.md', letter));
  await part.edit((edit) => edit.replace(part.document.lineAt(8).range, 'Is er nog geld?'));
  await show(await write('map/verslag.brief.md', '# Verslag\n\n[Brief](../deel.brief.md)\n'));
  for (const ending of ['txt', 'html', 'xml', 'docx', 'pdf']) {
    const out = inWorkspace(`verslag.${ending}`);
    await vscode.commands.executeCommand('kamerbrief.export', { out });
    const made = new TextDecoder().decode(await vscode.workspace.fs.readFile(out));
    if (ending === 'docx') assert.match(made, /^PK/);
    else if (ending === 'pdf') assert.match(made, /^%PDF-/);
    else assert.match(made, /Is er nog geld\?/);
  }
});

test('in the explanation and the preview, the letter that was worked in is meant', async () => {
  const editor = await show(await write('gelezen.brief.md', letter));
  const { document } = editor;
  select(editor, document.lineAt(document.lineCount - 4).range.end);
  for (const place of ['preview', 'showWalkthrough']) {
    await show(document.uri);
    await vscode.commands.executeCommand(`kamerbrief.${place}`);
    await eventually(
      () => !vscode.window.activeTextEditor,
      () => `${place} does not come forward`,
    );
    const out = inWorkspace(`${place}.txt`);
    await vscode.commands.executeCommand('kamerbrief.export', { out });
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(out)), /Is er geld\?/);
  }
  // Still in the explanation.
  await vscode.commands.executeCommand('kamerbrief.insertFootnote', { text: '', label: 'bron' });
  await eventually(
    () => vscode.window.activeTextEditor?.document === document && document.isDirty,
    () => 'the letter did not come forward with its footnote',
  );
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('what is imported is opened, with what to look at as a problem at its line', async () => {
  const input = await write(
    'overleg.txt',
    'BRIEF VAN DE VOORZITTER\n\nVragen van de leden van de PVV-fractie\n\nZie het rapport.1 En de brief.2 Klopt dat?\n\n1 Rapport A.\n3 Brief C.\n',
  );
  const out = inWorkspace('ingelezen');
  await vscode.commands.executeCommand('kamerbrief.importDocument', { input, out });
  const { document } = vscode.window.activeTextEditor!;
  assert.ok(document.uri.path.endsWith('/ingelezen/brief.brief.md'));
  const told = () =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code, source }) => source === 'Kamerbrief' && !code);
  const textAt = ({ range }: vscode.Diagnostic) => document.lineAt(range.start.line).text;
  assert.deepEqual(told().map(textAt), [
    'Zie het rapport.[^1] En de brief.[^2] Klopt dat?',
    '[^3]: Brief C.',
  ]);
  // A notice follows its line, and goes when that is edited.
  const editor = vscode.window.activeTextEditor!;
  await editor.edit((edit) => edit.insert(new vscode.Position(told()[0].range.start.line, 0), 'Ook. '));
  assert.deepEqual(told().map(textAt), ['[^3]: Brief C.']);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\n'));
  assert.deepEqual(told().map(textAt), ['[^3]: Brief C.']);

  // A document that was exported to Word comes back.
  const word = inWorkspace('heen-en-weer.docx');
  await show(await write('heen.brief.md', letter));
  await vscode.commands.executeCommand('kamerbrief.export', { out: word });
  await vscode.commands.executeCommand('kamerbrief.importDocument', {
    input: word,
    out: inWorkspace('terug'),
  });
  const back = vscode.window.activeTextEditor!.document;
  assert.ok(back.uri.path.endsWith('/terug/brief.brief.md'));
  assert.match(back.getText(), /Is er geld\?/);
});

test('a new letter is begun with its parts, in a document that has no file yet; a second one is another', async () => {
  const paths: string[] = [];
  for (let i = 0; i < 2; i++) {
    await vscode.commands.executeCommand('kamerbrief.newLetter');
    const { document, selection } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'kamerbrief');
    assert.equal(document.isUntitled, true);
    assert.match(document.getText(), /^---\nsoort: brief\n(?:.*\n)+---\n(?:.*\n)+## Vragen/);
    assert.equal(document.lineAt(selection.active.line).text, 'onderwerp: ');
    assert.equal(selection.active.character, 'onderwerp: '.length);
    await findings(document.uri, has('frame-unfilled'));
    paths.push(document.uri.path);
  }
  assert.notEqual(paths[0], paths[1]);
});

test('a letter that was chosen in a list is answered, whatever else is shown', async () => {
  const input = await write('gekozen.brief.md', letter);
  await show(await write('ander.brief.md', 'Iets anders.\n'));
  const out = inWorkspace('gekozen-antwoord.brief.md');
  await vscode.commands.executeCommand('kamerbrief.newReply', { input, out });
  assert.equal(vscode.window.activeTextEditor!.document.uri.toString(), out.toString());
  assert.match(vscode.window.activeTextEditor!.document.getText(), /\nbrief: gekozen\.brief\.md\n/);
  for (const uri of [input, out, inWorkspace('ander.brief.md')]) await vscode.workspace.fs.delete(uri);
});
