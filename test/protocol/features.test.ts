import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentLink,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensOptions,
  SymbolInformation,
} from 'vscode-languageserver';
import { Client, pulling } from './client.js';

const reply = `---
soort: antwoord
brief: de brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. Klopt dit?[^brief]

Antwoord: Ja. Zie Kamerstuk 36 410, nr. 31.

2. En klopt dat?

Antwoord: Zie het antwoord op vraag 1.

[^brief]: Een noot.
`;

let folder: string;
let client: Client;
let uri: string;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerbrief-'));
  uri = uriOf('antwoord.brief.md');
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

async function start(capabilities: object = pulling, options: object = {}) {
  const started = await Client.start(capabilities, options, pathToFileURL(folder).href);
  ({ client } = started);
  return started.capabilities;
}

const ask = <T>(method: string, more: object = {}, of = uri) =>
  client.request<T>(`textDocument/${method}`, { textDocument: { uri: of }, ...more });

/** The text of a document at a range. */
function textAt({ start, end }: Range, source = reply): string {
  const lines = source.split('\n').slice(start.line, end.line + 1);
  lines.push(lines.pop()!.slice(0, end.character));
  return [lines[0].slice(start.character), ...lines.slice(1)].join('\n');
}

describe('links', () => {
  test('of a citation to its official address, and of a name to its file', async () => {
    expect(await start()).toHaveProperty('documentLinkProvider');
    await client.open(uri, reply);
    const links = await ask<DocumentLink[]>('documentLink');
    expect(links.map(({ range, target }) => [textAt(range), target])).toEqual([
      ['de brief.brief.md', uriOf('de brief.brief.md')],
      ['Kamerstuk 36 410, nr. 31', 'https://zoek.officielebekendmakingen.nl/kst-36410-31.html'],
    ]);
    expect(links[0]).not.toHaveProperty('tooltip');
  });

  test('say what they do to a client that shows it', async () => {
    await start({ textDocument: { diagnostic: {}, documentLink: { tooltipSupport: true } } });
    await client.open(uri, reply);
    expect((await ask<DocumentLink[]>('documentLink'))[0].tooltip).toBe('Open de brief');
  });

  test('of a document that is not open are none', async () => {
    await start();
    expect(await ask('documentLink')).toBeNull();
  });
});

test('a selection grows from a word to the document, for every place asked for', async () => {
  expect(await start()).toHaveProperty('selectionRangeProvider', true);
  await client.open(uri, reply);
  const positions = [
    { line: 9, character: 15 },
    { line: 7, character: 4 },
  ];
  const steps = (range: SelectionRange): string[] => [
    textAt(range.range),
    ...(range.parent ? steps(range.parent) : []),
  ];
  const [inAnswer, inQuestion] = (await ask<SelectionRange[]>('selectionRange', { positions })).map(steps);
  expect(inAnswer.slice(0, 3)).toEqual([
    'Zie',
    'Zie Kamerstuk 36 410, nr. 31.',
    expect.stringContaining('Ja.'),
  ]);
  expect(inQuestion.slice(0, 2)).toEqual(['Klopt', 'Klopt dit?']);
  expect(inAnswer.at(-1)).toBe(reply);
  expect(await ask('selectionRange', { positions }, 'untitled:nooit')).toBeNull();
});

describe('colours', () => {
  /** `8:0 function.declaration 1.` */
  function read({ data }: SemanticTokens, { legend }: SemanticTokensOptions): string[] {
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, i) => {
      const [down, right, length, type, modifiers] = data.slice(5 * i, 5 * i + 5);
      character = down > 0 ? right : character + right;
      line += down;
      const range = { start: { line, character }, end: { line, character: character + length } };
      const name = [legend.tokenTypes[type], ...(modifiers ? [legend.tokenModifiers[0]] : [])].join('.');
      return `${line}:${character} ${name} ${textAt(range)}`;
    });
  }

  test('of the whole document, and of a part of it', async () => {
    const { semanticTokensProvider } = (await start()) as { semanticTokensProvider: SemanticTokensOptions };
    await client.open(uri, reply);
    const all = read(await ask<SemanticTokens>('semanticTokens/full'), semanticTokensProvider);
    expect(all).toEqual([
      '5:42 namespace D66',
      '7:0 function.declaration 1.',
      '7:15 variable brief',
      '9:0 keyword Antwoord:',
      '11:0 function.declaration 2.',
      '13:0 keyword Antwoord:',
      '13:18 function antwoord op vraag 1',
      '15:2 variable.declaration brief',
    ]);
    const range = { start: { line: 9, character: 0 }, end: { line: 12, character: 0 } };
    expect(read(await ask('semanticTokens/range', { range }), semanticTokensProvider)).toEqual(
      all.slice(3, 5),
    );
    expect(await ask('semanticTokens/full', {}, 'untitled:nooit')).toEqual({ data: [] });
  });
});

describe('names in the whole workspace', () => {
  test('of documents that are open and the files that they name', async () => {
    await writeFile(
      join(folder, 'de brief.brief.md'),
      '## Vragen van de leden van de PVV\n\nHoe lang duurt het?\n',
    );
    await writeFile(join(folder, 'los.brief.md'), '## Vragen van de leden van de SP\n');
    expect(await start()).toHaveProperty('workspaceSymbolProvider', true);
    await client.open(uri, reply);
    const found = async (query: string) =>
      (await client.request<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName, location }) =>
          `${name} (${containerName}) ${location.uri.split('/').at(-1)}:${location.range.start.line}`,
      );
    await expect
      .poll(() => found(''))
      .toEqual([
        'D66 (antwoord.brief.md) antwoord.brief.md:5',
        '1. Klopt dit? (D66) antwoord.brief.md:7',
        '2. En klopt dat? (D66) antwoord.brief.md:11',
        'PVV (de brief.brief.md) de%20brief.brief.md:0',
        'Hoe lang duurt het? (PVV) de%20brief.brief.md:2',
      ]);
    expect(await found('DUURT lang')).toEqual([]);
    expect(await found('lang duurt')).toEqual(['Hoe lang duurt het? (PVV) de%20brief.brief.md:2']);
    expect(await found('en kl')).toEqual(['2. En klopt dat? (D66) antwoord.brief.md:11']);
  });
});

describe('numbers of footnotes', () => {
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const hints = async (of = uri) =>
    ((await ask<InlayHint[] | null>('inlayHint', { range }, of)) ?? []).map(
      ({ label, position }) => `${position.line}:${position.character} ${label as string}`,
    );

  test('are shown, unless a setting says otherwise', async () => {
    expect(await start()).toHaveProperty('inlayHintProvider', true);
    await client.open(uri, reply);
    expect(await hints()).toEqual(['7:21 1', '15:8 1']);
    expect(await hints('untitled:nooit')).toEqual([]);
    expect(await client.stop()).toBe(0);
    await start(pulling, { settings: { inlayHints: { footnoteNumbers: false } } });
    await client.open(uri, reply);
    expect(await hints()).toEqual([]);
  });

  test('of a part run on over those before it in the report, as these are edited', async () => {
    await start({ ...pulling, workspace: { ...pulling.workspace, inlayHint: { refreshSupport: true } } });
    const letter = 'Klopt dit?[^vraag]\n\n[^vraag]: Een noot.\n';
    await writeFile(join(folder, 'brief.brief.md'), letter);
    await client.open(uri, reply);
    expect(await hints()).toEqual(['7:21 1', '15:8 1']);
    await client.open(
      uriOf('verslag.brief.md'),
      'Omslag.^[Noot.]\n\n[Brief](brief.brief.md)\n\n[Antwoord](antwoord.brief.md)\n',
    );
    await expect.poll(() => hints()).toEqual(['7:21 3', '15:8 3']);
    expect(client.renewed).toContain('inlayHint');
    await client.open(uriOf('brief.brief.md'), letter);
    const before = client.renewed.length;
    await client.edit(uriOf('brief.brief.md'), '^[Nog een.]', [0, 5]);
    expect(await hints()).toEqual(['7:21 4', '15:8 4']);
    await expect.poll(() => client.renewed.length).toBeGreaterThan(before);
  });
});

describe('small print above questions', () => {
  const settings = { codeLens: { answeredBy: true, referredToBy: true } };
  const lenses = async () => (await ask<CodeLens[] | null>('codeLens')) ?? [];

  test('is not shown unless a setting says so', async () => {
    expect(await start()).toHaveProperty('codeLensProvider');
    await client.open(uri, reply);
    expect(await lenses()).toEqual([]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { kamerbrief: { codeLens: { referredToBy: true } } },
    });
    await expect
      .poll(async () => (await lenses()).map(({ command }) => command?.title))
      .toEqual(['1 verwijzing hierheen']);
  });

  test('leads to the answers and the words that refer, in a client that knows how to show them', async () => {
    await start(pulling, { settings, commands: ['editor.action.showReferences'] });
    await client.open(uri, reply);
    const shown = (await lenses()).map(({ range, command }) => {
      const { title, command: id, arguments: [of, position, locations] = [] } = command!;
      expect(id).toBe('editor.action.showReferences');
      expect([of, position]).toEqual([uri, range.start]);
      return `${textAt(range)} ${title}: ${(locations as { range: Range }[]).map((one) => textAt(one.range)).join()}`;
    });
    expect(shown).toEqual([
      '1. Beantwoord: Antwoord:',
      '1. 1 verwijzing hierheen: 1',
      '2. Beantwoord met een verwijzing: Antwoord:',
    ]);
  });

  test('is only text in another client, and follows the reply in its letter', async () => {
    const capabilities = { ...pulling, workspace: { codeLens: { refreshSupport: true } } };
    await start(capabilities, { settings });
    const letter = '---\nsoort: brief\n---\n\nKlopt dit?\n';
    await client.open(uriOf('de brief.brief.md'), letter);
    await client.open(uri, reply);
    const ofLetter = async () =>
      (await ask<CodeLens[]>('codeLens', {}, uriOf('de brief.brief.md'))).map(({ command }) => command);
    expect(await ofLetter()).toEqual([{ title: 'Beantwoord', command: '' }]);
    const before = client.renewed.length;
    await client.edit(uri, reply.replace('Ja. Zie Kamerstuk 36 410, nr. 31.', 'PM'));
    expect(await ofLetter()).toEqual([{ title: 'Nog te schrijven', command: '' }]);
    await expect.poll(() => client.renewed.length).toBeGreaterThan(before);
    expect(client.renewed).toContain('codeLens');
  });
});

describe('completion', () => {
  const position = (line: number, character: number) => ({ position: { line, character } });
  const labels = (items: CompletionItem[]) => items.map(({ label }) => label);

  test('is brought up by the keys that something can follow', async () => {
    expect(await start()).toHaveProperty('completionProvider.triggerCharacters', ['^', ' ', '(', '=', ';']);
    await client.open(uri, reply.replace('Ja. Zie', 'Ja. Zie vraag '));
    const context = { triggerKind: 2, triggerCharacter: ' ' };
    const items = await ask<CompletionItem[]>('completion', { ...position(9, 24), context });
    expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual([
      '1 Klopt dit?',
      '2 En klopt dat?',
    ]);
    expect(await ask('completion', { ...position(9, 14), context })).toEqual([]);
  });

  test('says beside a number or a name what it is, where the client can show it in the whole list', async () => {
    const completion = { completionItem: { labelDetailsSupport: true } };
    await start({ ...pulling, textDocument: { ...pulling.textDocument, completion } });
    await client.open(uri, reply.replace('Ja. Zie', 'Ja. Zie vraag '));
    const items = await ask<CompletionItem[]>('completion', position(9, 24));
    expect(items.map(({ label, labelDetails }) => [label, labelDetails])).toEqual([
      ['1', { description: 'Klopt dit?' }],
      ['2', { description: 'En klopt dat?' }],
    ]);
  });

  test('names the letters of the folder and those that are open, and not the document itself', async () => {
    await writeFile(join(folder, 'de brief.brief.md'), '---\nsoort: brief\n---\n\nKlopt dit?\n');
    await writeFile(join(folder, 'nog een.brief.md'), 'Klopt dit?\n');
    await writeFile(join(folder, 'LEESMIJ.md'), 'Geen brief.\n');
    await start();
    await client.open(uri, reply);
    await client.open(uriOf('map/verslag.brief.md'), 'Omslag.\n\n[Antwoord](');
    const own = await ask<CompletionItem[]>('completion', position(2, 7));
    expect(labels(own).sort()).toEqual(['de brief.brief.md', 'map/verslag.brief.md', 'nog een.brief.md']);
    const inMap = await ask<CompletionItem[]>('completion', position(2, 11), uriOf('map/verslag.brief.md'));
    expect(inMap.map(({ textEdit }) => textEdit!.newText)).toContain('../antwoord.brief.md');
    await client.open('untitled:nieuw', '---\nsoort: antwoord\nbrief: \n---\n');
    expect(await ask('completion', position(2, 7), 'untitled:nieuw')).toEqual([]);
  });

  test('offers what the letter asks', async () => {
    const letter = '## Vragen van de leden van de PVV\n\nHoe lang duurt het?\n';
    await start();
    await client.open(uriOf('de brief.brief.md'), letter);
    await client.open(uri, reply);
    const items = await ask<CompletionItem[]>('completion', position(14, 0));
    expect(labels(items)).toContain('## Vragen van de leden van de PVV');
    expect(labels(items)).toContain('3. Hoe lang duurt het?');
  });

  test('is asked for again where one more letter can bring a citation', async () => {
    await start();
    await client.open(uri, `${reply}\nZie ook K`);
    const first = await ask<CompletionList>('completion', position(17, 9));
    expect(first.isIncomplete).toBe(true);
    await client.edit(uri, 'a', [17, 9]);
    const second = await ask<CompletionItem[]>('completion', position(17, 10));
    expect(labels(second)).toContain('Kamerstuk 36 410, nr. 31');
  });
});
