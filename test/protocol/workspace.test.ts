import { spawnSync } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  DocumentLink,
  Hover,
  Location,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { applied, Client, pulling, waiting } from './client.js';

const letter = `---
soort: brief
datum: 3 maart 2025
termijn: vier weken
---

## Vragen van de leden van de fractie van D66

De leden van de fractie van D66 lezen dat er 40 havens komen. Klopt dat aantal? Wie betaalt de aanleg?
`;
const reply = `---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. De leden van de fractie van D66 lezen dat er 40 havens komen. Klopt dat aantal?

Antwoord: Ja.

2. Wie betaalt de aanleg?

Antwoord: Het Rijk.
`;

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFile(join(folder, name), text);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerbrief-'));
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

async function start(capabilities: object = pulling) {
  ({ client } = await Client.start(capabilities, undefined, pathToFileURL(folder).href));
}
/** Opens the reply, and waits until the files that it names have been read. */
async function openReply(text = reply, expected: string[] = []) {
  await client.open(uriOf('antwoord.brief.md'), text);
  await expect.poll(() => client.findings(uriOf('antwoord.brief.md'))).toEqual(expected);
}
const changed = (name: string, type: 1 | 2 | 3) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(name), type }],
  });

describe('a reply and its letter', () => {
  test('the letter is read from disk, and its changes there are seen', async () => {
    await write('brief.brief.md', letter);
    await start();
    await openReply();
    await write('brief.brief.md', letter.replace('40 havens', '50 havens'));
    await changed('brief.brief.md', 2);
    await expect.poll(() => client.findings(uriOf('antwoord.brief.md'))).toEqual(['quote-deviates@7']);
    expect(client.refreshes).toBeGreaterThan(0);
    await rm(join(folder, 'brief.brief.md'));
    await changed('brief.brief.md', 3);
    await expect.poll(() => client.findings(uriOf('antwoord.brief.md'))).toEqual(['file-not-found@2']);
  });

  test('a letter that no open document names any more is let go of, and read anew when one does', async () => {
    await write('brief.brief.md', letter);
    await start();
    const known = () => client.request<unknown[]>('workspace/symbol', { query: '' });
    await openReply();
    await expect.poll(known).toHaveLength(5);
    await client.edit(uriOf('antwoord.brief.md'), '1. Klopt dat?\n');
    await expect.poll(known).toHaveLength(1);
    await client.edit(uriOf('antwoord.brief.md'), reply);
    await expect.poll(known).toHaveLength(5);
    await client.close(uriOf('antwoord.brief.md'));
    await expect.poll(known).toEqual([]);
    // An editor that watches no files says nothing of this.
    await write('brief.brief.md', letter.replace('40 havens', '50 havens'));
    await openReply(reply, ['quote-deviates@7']);
  });

  test('an edit of the open letter is seen at once in the reply, and the other way round', async () => {
    await write('brief.brief.md', letter);
    await start();
    await openReply();
    await client.open(uriOf('brief.brief.md'), letter);
    const before = client.refreshes;
    await client.edit(uriOf('brief.brief.md'), ' Wanneer begint het?', [8, letter.split('\n')[8].length]);
    expect(await client.findings(uriOf('antwoord.brief.md'))).toEqual(['quote-missing@11']);
    await expect.poll(() => client.refreshes).toBeGreaterThan(before);
    await client.edit(uriOf('antwoord.brief.md'), ' Wanneer begint het?', [11, 25]);
    expect(await client.findings(uriOf('antwoord.brief.md'))).toEqual([]);
    // What is closed without being saved counts no more.
    await client.close(uriOf('brief.brief.md'));
    await expect.poll(() => client.findings(uriOf('antwoord.brief.md'))).toEqual(['quote-unknown@11']);
  });

  test('of two findings at one place each has its own fix, and none for an older letter', async () => {
    const asked = `${letter}\nWanneer begint het?\n\nWie houdt toezicht?\n`;
    await start(waiting);
    await client.open(uriOf('brief.brief.md'), asked);
    await openReply(reply, ['quote-missing@11', 'quote-missing@11']);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('antwoord.brief.md') },
      range: { start: { line: 11, character: 1 }, end: { line: 11, character: 1 } },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    const added = actions.filter(({ title }) => title.startsWith('Voeg de vraag uit de brief toe'));
    const texts = [];
    for (const action of added) {
      const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
      texts.push(applied(reply, edit!, uriOf('antwoord.brief.md')));
    }
    expect(texts).toEqual([
      expect.stringContaining('3. Wanneer begint het?\n'),
      expect.stringContaining('3. Wie houdt toezicht?\n'),
    ]);
    await client.edit(uriOf('brief.brief.md'), 'x', [8, 3]);
    expect(await client.request<CodeAction>('codeAction/resolve', added[0])).not.toHaveProperty('edit');
  });

  test('a client that does not pull is sent the reply again', async () => {
    await start({});
    await client.open(uriOf('brief.brief.md'), letter);
    await client.open(uriOf('antwoord.brief.md'), reply);
    await client.edit(uriOf('brief.brief.md'), 'x', [8, 3]);
    const last = () => client.pushed.filter(({ uri }) => uri === uriOf('antwoord.brief.md')).at(-1);
    await expect.poll(() => last()?.diagnostics.map(({ code }) => code)).toEqual(['quote-deviates']);
    const related = last()!.diagnostics[0].relatedInformation;
    expect(related).toBeUndefined();
  });

  test('a quote leads to the words of the letter, and back', async () => {
    await write('brief.brief.md', letter);
    await start();
    const other = reply.replace('40', '41');
    await openReply(other, ['quote-deviates@7']);
    const there = await client.at<Location[]>('definition', uriOf('antwoord.brief.md'), 7, 70);
    expect(there).toEqual([
      {
        uri: uriOf('brief.brief.md'),
        range: { start: { line: 8, character: 62 }, end: { line: 8, character: 79 } },
      },
    ]);
    const hover = await client.at<Hover>('hover', uriOf('antwoord.brief.md'), 7, 40);
    expect(hover.contents).toEqual({
      kind: 'plaintext',
      value: 'In de brief: De leden van de fractie van D66 lezen dat er 40 havens komen.\n\n‘40’ werd ‘41’',
    });
    await client.open(uriOf('brief.brief.md'), letter);
    const back = await client.at<Location[]>('references', uriOf('brief.brief.md'), 8, 85, {
      context: { includeDeclaration: false },
    });
    expect(back).toEqual([
      {
        uri: uriOf('antwoord.brief.md'),
        range: { start: { line: 11, character: 3 }, end: { line: 11, character: 25 } },
      },
    ]);
    const answered = await client.at<Hover>('hover', uriOf('brief.brief.md'), 8, 85);
    expect(answered.contents).toMatchObject({ value: expect.stringContaining('Vraag 2 · beantwoord') });
  });
});

describe('files that cannot be used', () => {
  test.each([
    ['outside the folder', '../elders/brief.brief.md', /buiten de map/],
    ['the document itself', 'antwoord.brief.md', /dit document zelf/],
    ['not there', 'weg.brief.md', /niet gevonden/],
    ['a folder', 'map', /kan niet worden gelezen/],
  ])('%s', async (_name, path, message) => {
    await mkdir(join(folder, 'map'));
    await start();
    await openReply(reply.replace('brief.brief.md', path), ['file-not-found@2']);
    const report = await client.pull(uriOf('antwoord.brief.md'));
    expect(report.kind === 'full' && report.items[0].message).toMatch(message);
  });

  test('parts that hold each other', async () => {
    await write('een.brief.md', 'Een.\n\n[Twee](twee.brief.md)\n');
    await write('twee.brief.md', 'Twee.\n\n[Een](een.brief.md)\n');
    await start();
    await client.open(uriOf('een.brief.md'), 'Een.\n\n[Twee](twee.brief.md)\n');
    await expect.poll(() => client.findings(uriOf('een.brief.md'))).toEqual(['file-not-found@2']);
  });
});

test('parts that come to hold each other through a file that is read later are found in the first of them', async () => {
  const partly = (name: string) => `Tekst.\n\n[Deel](${name})\n`;
  await write('drie.brief.md', partly('een.brief.md'));
  await start();
  await client.open(uriOf('een.brief.md'), partly('twee.brief.md'));
  await client.open(uriOf('twee.brief.md'), 'Tekst.\n');
  const before = await client.pull(uriOf('een.brief.md'));
  await client.edit(uriOf('twee.brief.md'), partly('drie.brief.md'));
  // Asked before the third is read, and again after that.
  const { resultId } = await client.pull(uriOf('een.brief.md'), before.resultId);
  await expect.poll(() => client.findings(uriOf('twee.brief.md'))).toEqual(['file-not-found@2']);
  expect((await client.pull(uriOf('een.brief.md'), resultId)).kind).toBe('full');
  expect(await client.findings(uriOf('een.brief.md'))).toEqual(['file-not-found@2']);
});

test('a letter that moves is named by its new path', async () => {
  await write('brief.brief.md', letter);
  await start();
  await openReply();
  const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: uriOf('brief.brief.md'), newUri: uriOf('map/de vragen.brief.md') }],
  });
  expect(edit.documentChanges).toEqual([
    {
      textDocument: { uri: uriOf('antwoord.brief.md'), version: 1 },
      edits: [
        {
          range: { start: { line: 2, character: 7 }, end: { line: 2, character: 21 } },
          newText: 'map/de vragen.brief.md',
        },
      ],
    },
  ]);
});

describe('names with characters that addresses escape', () => {
  const other = letter.replace('40 havens', '50 havens');
  /** The findings of the command line, and the files that they lead to. */
  const checked = (name: string): { code: string; related?: { file: string }[] }[] =>
    JSON.parse(
      spawnSync(process.execPath, ['dist/kamerbrief.js', 'check', '--format', 'json', join(folder, name)], {
        encoding: 'utf8',
      }).stdout,
    );

  test.each([
    ['brief #1.brief.md', '"brief #1.brief.md"'],
    ['brief #1.brief.md', 'brief%20%231.brief.md'],
    ['wat nu?.brief.md', 'wat nu?.brief.md'],
    ['brief 100%.brief.md', 'brief 100%.brief.md'],
    ['brief 100%.brief.md', 'brief%20100%25.brief.md'],
    ['brief%20x.brief.md', 'brief%2520x.brief.md'],
    ['mijn map #2/brief.brief.md', 'mijn%20map%20%232/brief.brief.md'],
    ['..%2Fbrief.brief.md', '..%2Fbrief.brief.md'],
  ])('%s, written as %s, is found by the editor and the command line', async (name, written) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await write(name, other);
    const text = reply.replace('brief: brief.brief.md', `brief: ${written}`);
    await write('antwoord.brief.md', text);
    await start();
    await openReply(text, ['quote-deviates@7']);
    const [link] = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: uriOf('antwoord.brief.md') },
    });
    expect(fileURLToPath(link.target!)).toBe(join(folder, name));
    expect(checked('antwoord.brief.md')).toMatchObject([
      { code: 'quote-deviates', related: [{ file: join(folder, name) }] },
    ]);
  });

  test.each(['%2e%2e/elders.brief.md', '..%2Felders.brief.md', '..%5Celders.brief.md', '/elders.brief.md'])(
    'none leads out of the folder: %s',
    async (written) => {
      const text = reply.replace('brief.brief.md', `"${written}"`);
      await mkdir(join(folder, 'map'));
      await write('map/antwoord.brief.md', text);
      await write('elders.brief.md', other);
      ({ client } = await Client.start(pulling, undefined, uriOf('map')));
      await client.open(uriOf('map/antwoord.brief.md'), text);
      await expect.poll(() => client.findings(uriOf('map/antwoord.brief.md'))).toEqual(['file-not-found@2']);
      expect(checked('map/antwoord.brief.md')).toMatchObject([{ code: 'file-not-found' }]);
    },
  );

  test('are offered as they are read back', async () => {
    await mkdir(join(folder, 'mijn map'));
    for (const name of ['a 100%.brief.md', 'b #1.brief.md', 'c%20d.brief.md', 'e: f.brief.md'])
      await write(`mijn map/${name}`, letter);
    await start();
    const offered = async (uri: string, line: number, character: number) =>
      (await client.at<CompletionItem[]>('completion', uri, line, character)).map(
        ({ textEdit }) => textEdit!.newText,
      );
    await client.open(uriOf('mijn map/antwoord.brief.md'), reply);
    expect(await offered(uriOf('mijn map/antwoord.brief.md'), 2, 7)).toEqual([
      '"a 100%.brief.md"',
      '"b #1.brief.md"',
      '"c%2520d.brief.md"',
      '"./e: f.brief.md"',
    ]);
    await client.close(uriOf('mijn map/antwoord.brief.md'));
    await client.open(uriOf('mijn map/verslag.brief.md'), 'Omslag.\n\n[Brief](');
    expect(await offered(uriOf('mijn map/verslag.brief.md'), 2, 8)).toEqual([
      'a%20100%25.brief.md',
      'b%20%231.brief.md',
      'c%2520d.brief.md',
      './e%3A%20f.brief.md',
    ]);
  });

  test('are followed when a letter or its folder moves', async () => {
    await mkdir(join(folder, 'map'));
    await write('map/brief 100%.brief.md', letter);
    await start();
    const texts = {
      'antwoord.brief.md': reply.replace('brief.brief.md', '"map/brief 100%.brief.md"'),
      'verslag.brief.md': '---\nsoort: verslag\n---\n\n[Brief](map/brief%20100%25.brief.md)\n',
    };
    for (const [name, text] of Object.entries(texts)) await client.open(uriOf(name), text);
    const moved = async (from: string, to: string) => {
      const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
        files: [{ oldUri: uriOf(from), newUri: uriOf(to) }],
      });
      return (edit.documentChanges as TextDocumentEdit[]).flatMap(({ edits }) =>
        edits.map((one) => (one as TextEdit).newText),
      );
    };
    await expect.poll(() => client.findings(uriOf('antwoord.brief.md'))).toEqual([]);
    expect(await moved('map/brief 100%.brief.md', 'map/brief #1?.brief.md')).toEqual([
      '"map/brief #1?.brief.md"',
      'map/brief%20%231%3F.brief.md',
    ]);
    expect(await moved('map', 'map #2')).toEqual([
      '"map #2/brief 100%.brief.md"',
      'map%20%232/brief%20100%25.brief.md',
    ]);
    expect(await moved('map/', 'map #2/')).toEqual(await moved('map', 'map #2'));
  });
});

test('what was due today is late tomorrow, in a text that nobody touched', async () => {
  const CLOCK = join(folder, 'klok');
  await writeFile(CLOCK, '2026-03-02T12:00:00');
  const clock = new URL('clock.mjs', import.meta.url).href;
  ({ client } = await Client.start(pulling, undefined, undefined, {
    CLOCK,
    NODE_OPTIONS: `--import=${clock}`,
  }));
  const uri = 'untitled:antwoord.brief.md';
  await client.open(uri, '<!-- kb werk: voor=2026-03-02 -->\n\n1. Klopt dit?\n\nAntwoord: PM\n');
  const { resultId } = await client.pull(uri);
  expect((await client.pull(uri, resultId)).kind).toBe('unchanged');
  await writeFile(CLOCK, '2026-03-03T12:00:00');
  const renewed = await client.pull(uri, resultId);
  expect(renewed.kind === 'full' && renewed.items.map(({ code }) => code)).toContain('work-note-passed');
});

test.each([
  [true, ['quote-deviates@5']],
  [false, []],
])(
  'a letter that is not on this disk is read through an editor that offers it (%s), and never missed',
  async (readsFiles, expected) => {
    const far = 'vscode-vfs://github/brieven/antwoord.brief.md';
    ({ client } = await Client.start(pulling, { readsFiles }));
    client.connection.onRequest('kamerbrief/readFile', ({ uri }: { uri: string }) => {
      expect(uri).toBe('vscode-vfs://github/brieven/brief.brief.md');
      return { text: '---\nsoort: brief\n---\n\nKlopt dit?\n' };
    });
    await client.open(
      far,
      '---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. Klopt dit nog?\n\nAntwoord: Ja.\n',
    );
    await expect.poll(() => client.findings(far)).toEqual(expected);
  },
);

describe('what is read while something else is still being read', () => {
  const far = 'vscode-vfs://github/brieven/antwoord.brief.md';
  const replyTo = (name: string) =>
    `---\nsoort: antwoord\nbrief: ${name}\n---\n\n1. Klopt dit?\n\nAntwoord: Ja.\n`;
  const letterOf = (question: string) => `---\nsoort: brief\n---\n\n${question}\n`;
  const old = letterOf('Klopt dit?');
  const other = letterOf('Klopt dit nog?');
  let asked: string[];
  let arrive: (text: string) => void;

  /** An editor far away, which takes its time for the second file that it is asked for. */
  async function startFar(textOf: (name: string) => string) {
    ({ client } = await Client.start(pulling, { readsFiles: true }));
    asked = [];
    client.connection.onRequest('kamerbrief/readFile', async ({ uri }: { uri: string }) => {
      const name = uri.split('/').at(-1)!;
      asked.push(name);
      return { text: asked.length === 2 ? await new Promise((done) => (arrive = done)) : textOf(name) };
    });
    await client.open(far, replyTo('brief.brief.md'));
    await expect.poll(() => asked).toHaveLength(1);
  }
  const changedThere = () =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: far.replace('antwoord', 'brief'), type: 2 }],
    });
  /** The server has taken in what it was sent, and asked for what it asks for at once. */
  async function settled() {
    await expect.poll(() => asked.length).toBeGreaterThan(1);
    for (let i = 0; i < 3; i++) await client.findings(far);
  }

  test('the newest text of a letter stays, though an older one arrives late; and files are not read in vain', async () => {
    await startFar(() => (asked.length === 1 ? old : other));
    for (let i = 0; i < 4; i++) await changedThere();
    await settled();
    arrive(old);
    await settled();
    await expect.poll(() => client.findings(far)).toEqual(['quote-deviates@5']);
    expect(asked).toHaveLength(3);
  });

  test('a letter that is named meanwhile is known', async () => {
    await startFar((name) => (name === 'brief.brief.md' ? old : other));
    await changedThere();
    await settled();
    await client.edit(far, replyTo('ander.brief.md'));
    await settled();
    arrive(old);
    await settled();
    await expect.poll(() => client.findings(far)).toEqual(['quote-deviates@5']);
    expect(asked.at(-1)).toBe('ander.brief.md');
  });
});
