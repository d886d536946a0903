import { afterEach, beforeEach, expect, test } from 'vitest';
import type {
  CompletionItem,
  CompletionList,
  FoldingRange,
  Hover,
  Location,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { Client } from './client.js';

/** An editor that says nothing of what it can do: it gets what every editor understands, unasked for nothing. */
const uri = 'file:///brieven/antwoord.brief.md';
const letter = 'file:///brieven/brief.brief.md';
const reply = `---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. Klopt dit?[^1]

Antwoord: Ja. Zie ook het antwoord op vraag 2.

2. En klopt dat?

[^1]: Een noot.
`;

let client: Client;
let offered: Record<string, unknown>;
/** What the server asked of the editor. */
const asked: string[] = [];
beforeEach(async () => {
  asked.length = 0;
  ({ client, capabilities: offered } = await Client.start({}));
  client.connection.onRequest((method) => void asked.push(method));
  await client.open(
    letter,
    '---\nsoort: brief\n---\n\n## Vragen van de leden van de fractie van D66\n\nKlopt dit?\n\nEn klopt dat?\n',
  );
  await client.open(uri, reply);
});
afterEach(async () => {
  expect([...asked, ...client.registered, ...client.renewed, client.refreshes]).toEqual([0]);
  expect(await client.stop()).toBe(0);
});

const ask = <T>(method: string, more: object = {}) =>
  client.request<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
const codes = () => client.pushed.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code);

test('findings are sent, follow typing here and in the letter, and go with the document', async () => {
  expect(offered).not.toHaveProperty('diagnosticProvider');
  await expect.poll(codes).toEqual(['answer-missing']);
  await client.edit(uri, '\nAntwoord: Ja.\n', [12, 0]);
  await expect.poll(codes).toEqual([]);
  await client.edit(letter, '\nIs er geld?\n', [9, 0]);
  await expect.poll(codes).toEqual(['quote-missing']);
  const { diagnostics } = client.pushed.findLast((one) => one.uri === uri)!;
  expect(diagnostics[0].relatedInformation).toBeUndefined();
  await client.close(uri);
  await expect.poll(codes).toEqual([]);
});

test('a client that sends whole texts is understood', async () => {
  await client.edit(uri, reply.replace('klopt dat?', 'klopt dat?\n\nAntwoord: Ja.'));
  await expect.poll(codes).toEqual([]);
});

test('a finding is its place, its code and its words', async () => {
  await client.edit(uri, '\n[^2]: Deze noot hoort nergens bij.\n', [14, 0]);
  await expect.poll(codes).toEqual(['answer-missing', 'footnote-unused']);
  for (const finding of client.pushed.findLast((one) => one.uri === uri)!.diagnostics)
    expect(Object.keys(finding).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
});

test('no actions, which it would take for commands', async () => {
  expect(offered).not.toHaveProperty('codeActionProvider');
  const range = { start: { line: 11, character: 0 }, end: { line: 11, character: 2 } };
  expect(await ask('codeAction', { range, context: { diagnostics: [] } })).toEqual([]);
});

test('a command that would have it change the text says that it cannot', async () => {
  const given = { uri, position: { line: 9, character: 13 }, text: 'Een noot.' };
  const done = await client.request('workspace/executeCommand', {
    command: '_kamerbrief.footnotes.insert',
    arguments: [given],
  });
  expect(done).toEqual({ refused: 'Deze editor laat Kamerbrief de tekst niet veranderen.' });
});

test('hover is plain text', async () => {
  const { contents } = (await client.at<Hover>('hover', uri, 7, 15))!;
  expect(contents).toEqual({ kind: 'plaintext', value: 'Een noot.' });
});

test('what is offered has no tab stops in it', async () => {
  await client.edit(uri, '\n\n', [12, 0]);
  const answer = await client.at<CompletionItem[] | CompletionList>('completion', uri, 13, 0);
  const items = Array.isArray(answer) ? answer : answer.items;
  expect(items.length).toBeGreaterThan(0);
  for (const { insertTextFormat, textEdit, insertText } of items) {
    expect(insertTextFormat ?? 1).toBe(1);
    expect(textEdit?.newText ?? insertText).not.toMatch(/\$[{\d]/);
  }
});

test('the outline is a list in which each names what holds it', async () => {
  const symbols = await ask<SymbolInformation[]>('documentSymbol');
  expect(
    symbols.map(({ name, containerName, location }) => [name, containerName, location.range.start.line]),
  ).toEqual([
    ['D66', undefined, 5],
    ['1. Klopt dit?', 'D66', 7],
    ['Antwoord', '1. Klopt dit?', 9],
    ['2. En klopt dat?', 'D66', 11],
  ]);
});

test('names are changed without being asked beforehand', async () => {
  expect(offered.renameProvider).toBe(true);
  const edit = await client.at<WorkspaceEdit>('rename', uri, 7, 15, { newName: 'krant' });
  expect(edit.changes![uri].map(({ newText }: TextEdit) => newText)).toEqual(['krant', 'krant']);
});

test('a letter that moves is followed without versions', async () => {
  const files = [{ oldUri: letter, newUri: 'file:///brieven/vragen.brief.md' }];
  const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
  expect(edit.documentChanges).toBeUndefined();
  expect(edit.changes![uri].map(({ newText }: TextEdit) => newText)).toEqual(['vragen.brief.md']);
});

test('every other question has an answer of its kind', async () => {
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const definition = await client.at<Location[]>('definition', uri, 9, 43);
  expect(definition.map(({ range }) => range.start.line)).toEqual([11]);
  expect((await ask<FoldingRange[]>('foldingRange')).length).toBeGreaterThan(0);
  expect((await ask<TextEdit[]>('formatting', { options: {} })).length).toBe(0);
  expect(await ask('documentLink')).toEqual([expect.not.objectContaining({ tooltip: expect.anything() })]);
  expect(await ask('inlayHint', { range: whole })).toEqual([]);
  expect(await ask('codeLens')).toBeNull();
  expect(await ask<{ data: number[] }>('semanticTokens/full')).toHaveProperty('data');
});
