import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver';
import { applied, Client, pulling, waiting } from './client.js';

const uri = 'untitled:antwoord.brief.md';
const reply = `---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen? Wie telt ze?

Antwoord: Ja. Zie ook vraag 2.

2. Wie betaalt de aanplant?

Antwoord: Het Rijk.
`;

let client: Client;
async function start(text = reply, capabilities: object = waiting) {
  ({ client } = await Client.start(capabilities));
  await client.open(uri, text);
}
afterEach(async () => {
  expect(await client.stop()).toBe(0);
});

const actions = (line: number, character: number, only?: string[]) =>
  client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character }, end: { line, character } },
    context: { diagnostics: [], only },
  });

/** Chooses an action by the start of its title; gives the text after it. */
async function choose(title: string, line: number, character: number, text = reply): Promise<string | null> {
  const action = (await actions(line, character)).find((one) => one.title.startsWith(title));
  expect(action, title).toBeDefined();
  const { edit } = await client.request<CodeAction>('codeAction/resolve', action!);
  return edit ? applied(text, edit, uri) : null;
}

describe('what can be done at the cursor', () => {
  test('is offered by name, and made when it is chosen', async () => {
    await start();
    const offered = await actions(6, 30);
    expect(offered.map(({ title }) => title)).toEqual([
      'Maak van deze zin een eigen vraag, na vraag 1',
      'Voeg vraag 2 bij vraag 1',
      'Nieuwe vraag na vraag 1',
      'Zet vraag 1 na vraag 2',
      'Verwijder vraag 1 met het antwoord',
      'Vragen hernummeren, met alle verwijzingen',
    ]);
    expect(offered.every(({ edit }) => edit === undefined)).toBe(true);
  });

  test('a sentence becomes a question of its own, and everything renumbers', async () => {
    await start();
    expect(await choose('Maak van deze zin', 6, 30)).toBe(`---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen?

Antwoord: Ja. Zie ook vraag 3.

2. Wie telt ze?

Antwoord:

3. Wie betaalt de aanplant?

Antwoord: Het Rijk.
`);
  });

  test('a question moves with its answer, and references follow', async () => {
    await start();
    const moved = await choose('Zet vraag 1 na vraag 2', 6, 5);
    expect(moved).toMatch(/1\. Wie betaalt[\s\S]*Rijk\.\n\n2\. Klopt[\s\S]*Zie ook vraag 1\./);
  });

  test('numbers of the asker stay, and the reason is said', async () => {
    const given = reply.replace('soort: antwoord', 'soort: antwoord\nnummering: gegeven');
    await start(given);
    const said: string[] = [];
    client.connection.onNotification('window/showMessage', ({ message }) => void said.push(message));
    expect(await choose('Vragen hernummeren', 7, 5, given)).toBeNull();
    await expect.poll(() => said).toEqual([expect.stringContaining('nummering: gegeven')]);
  });

  test('a client that cannot wait gets the edit at once', async () => {
    await start(reply, pulling);
    const offered = await actions(10, 4, ['refactor.move']);
    expect(offered.map(({ title }) => title)).toEqual(['Zet vraag 2 voor vraag 1']);
    expect(applied(reply, offered[0].edit!, uri)).toMatch(/1\. Wie betaalt/);
  });

  test('nothing is changed when the text has changed since', async () => {
    await start();
    const [action] = await actions(6, 30);
    await client.edit(uri, 'x', [6, 10]);
    expect(await client.request<CodeAction>('codeAction/resolve', action)).not.toHaveProperty('edit');
  });

  test('everything that needs no asking is mended together', async () => {
    const text = reply.replace('Zie ook vraag 2.', 'Alle gemeen- ten zijn gemeenten.');
    await start(text);
    const [all] = await actions(0, 0, ['source.fixAll']);
    expect(all.kind).toBe('source.fixAll.kamerbrief');
    expect(applied(text, all.edit!, uri)).toContain('Alle gemeenten zijn gemeenten.');
    expect(await actions(0, 0)).not.toContainEqual(expect.objectContaining({ kind: all.kind }));
  });
});

describe('the number of a question is renamed', () => {
  const rename = (line: number, character: number, newName: string) =>
    client.at<WorkspaceEdit>('rename', uri, line, character, { newName });

  test('where it stands and where it is spoken of', async () => {
    await start();
    const prepared = await client.at<{ range: Range; placeholder: string }>('prepareRename', uri, 8, 29);
    expect(prepared).toEqual({
      range: { start: { line: 8, character: 28 }, end: { line: 8, character: 29 } },
      placeholder: '2',
    });
    expect(applied(reply, await rename(10, 0, '7'), uri)).toBe(
      reply.replace('2. Wie', '7. Wie').replace('vraag 2', 'vraag 7'),
    );
  });

  test('refused where the number is taken, or is no number', async () => {
    await start();
    await expect(rename(10, 0, '1')).rejects.toThrow(/1/);
    await expect(rename(10, 0, 'twee')).rejects.toThrow('Een vraag heeft een getal als nummer.');
    expect(await client.at('prepareRename', uri, 8, 12)).toBeNull();
  });
});
