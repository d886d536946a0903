import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { applied, Client, pulling } from './client.js';

const uri = 'untitled:antwoord.brief.md';
const reply = `---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Hoe diep is het kanaal?

Antwoord: Vier meter.

2. Hoe breed is het?
`;

interface Overview {
  id: number;
  count: number;
  groups: string[];
  rows: [number, { status: string; owner: string | null }][];
}

let client: Client;
let edits: WorkspaceEdit[];
let notices: number;
beforeEach(async () => {
  ({ client } = await Client.start(pulling, { overview: true }));
  edits = [];
  notices = 0;
  client.connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  client.connection.onNotification('kamerbrief/questionsChanged', () => void notices++);
  await client.open(uri, reply);
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const overview = (previous?: number) =>
  client.request<Overview>('kamerbrief/questions', { textDocument: { uri }, previous });
const run = <T>(name: string, given: object) =>
  client.request<T>('workspace/executeCommand', {
    command: `_kamerbrief.questions.${name}`,
    arguments: [{ uri, ...given }],
  });
const brief = ({ count, rows }: Overview) => ({
  count,
  rows: rows.map(([index, { status }]) => `${index} ${status}`),
});

test('the overview, and after a key only what is new in it', async () => {
  const first = await overview();
  expect(first.groups).toEqual(['D66']);
  expect(brief(first)).toEqual({ count: 2, rows: ['0 answered', '1 missing'] });
  await client.edit(uri, '\n\nHet is diep.\n', [8, 21]);
  const second = await overview(first.id);
  expect(brief(second)).toEqual({ count: 2, rows: [] });
  await client.edit(uri, '\nAntwoord: PM\n', [14, 0]);
  expect(brief(await overview(second.id))).toEqual({ count: 2, rows: ['1 placeholder'] });
  expect(brief(await overview(first.id)).rows.length).toBe(2);
  expect(await client.request('kamerbrief/questions', { textDocument: { uri: 'untitled:weg' } })).toBe(null);
});

test('which question the cursor is in, and where it and its answer stand', async () => {
  const at = (line: number) => run<{ index?: number }>('at', { position: { line, character: 3 } });
  expect([await at(6), await at(8), await at(10), await at(1)]).toEqual([
    { index: 0 },
    { index: 0 },
    { index: 1 },
    {},
  ]);
  expect(await run('question', { index: 1 })).toMatchObject({
    locations: [{ uri, range: { start: { line: 10, character: 0 } } }],
  });
  expect(await run('answer', { index: 0 })).toMatchObject({ locations: [{ range: { start: { line: 8 } } }] });
  expect(await run('answer', { index: 1 })).toEqual({ locations: [] });
  expect(await run('question', { index: 9 })).toEqual({});
});

test('a note is written as one edit of the version that is open', async () => {
  await run('set', { index: 1, key: 'state', value: 'review' });
  expect(edits.map((edit) => applied(reply, edit, uri))).toEqual([
    reply.replace('2. Hoe', '<!-- kb werk: stand=ter review -->\n\n2. Hoe'),
  ]);
  await run('set', { position: { line: 8, character: 2 }, key: 'owner', value: 'Wegen' });
  expect(applied(reply, edits[1], uri)).toBe(
    reply.replace('1. Hoe', '<!-- kb werk: eigenaar=Wegen -->\n\n1. Hoe'),
  );
  await run('set', { index: 0, key: 'owner', value: null });
  expect(edits.length).toBe(2);
});

test('nothing is written under a name that no note has, and what is no command does nothing', async () => {
  for (const key of ['nope', 'constructor'])
    expect(await run('set', { index: 0, key, value: 'x' })).toEqual({});
  expect(edits).toEqual([]);
  const odd = { command: 'constructor', arguments: [{ uri }] };
  expect(await client.request('workspace/executeCommand', odd)).toBe(null);
});

test('what a row says in full, and what others are named', async () => {
  await client.edit(uri, '<!-- kb werk: eigenaar=Wegen; voor=2026-03-01 -->\n\n', [6, 0]);
  expect(await run('describe', { index: 0 })).toMatchObject({
    text: expect.stringContaining('Antwoord: Vier meter.'),
    numbers: [1],
    owners: ['Wegen'],
    note: { owner: 'Wegen', state: null, due: '2026-03-01', remark: null },
  });
});

test('a letter shows how far its reply is, and the client hears when that may be otherwise', async () => {
  const letter = 'file:///overleg/brief.brief.md';
  await client.open(
    letter,
    '---\nsoort: brief\n---\n\nDeze leden vragen naar het kanaal. Hoe diep is het kanaal?\n',
  );
  const ofLetter = async () =>
    brief(await client.request<Overview>('kamerbrief/questions', { textDocument: { uri: letter } }));
  expect(await ofLetter()).toEqual({ count: 1, rows: ['0 null'] });
  const before = notices;
  await client.open(
    'file:///overleg/antwoord.brief.md',
    '---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. Deze leden vragen naar het kanaal. Hoe diep is het kanaal?\n\nAntwoord: PM\n',
  );
  expect(await ofLetter()).toEqual({ count: 1, rows: ['0 placeholder'] });
  expect(notices).toBeGreaterThan(before);
});
