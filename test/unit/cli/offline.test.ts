import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { Client } from '../../protocol/client.js';
import { Folder } from './program.js';

const hook = pathToFileURL(resolve('test/unit/cli/no-network.mjs')).href;
const record = join(mkdtempSync(join(tmpdir(), 'kamerbrief-')), 'connections.txt');
const env = { NODE_OPTIONS: `--import ${hook}`, KAMERBRIEF_CONNECTIONS: record };

const letter = `---
soort: brief
---

# Brief

## Vragen van de leden van de fractie van de Waterpartij

Kan de minister ingaan op https://voorbeeld.nl/warmte en ![een plaatje](https://voorbeeld.nl/plaatje.png)?[^a]

[^a]: Kamerstukken II 2023/24, 36 471, nr. 96.
`;

test('the hook sees a connection that is opened', () => {
  const { status } = spawnSync(process.execPath, ['-e', "fetch('http://127.0.0.1:9/')"], {
    env: { ...process.env, ...env, KAMERBRIEF_CONNECTIONS: `${record}.seen` },
  });
  expect(status).not.toBe(0);
  expect(readFileSync(`${record}.seen`, 'utf8')).toContain('fetch');
});

test('no command opens a connection', { timeout: 120_000 }, () => {
  const folder = new Folder(env);
  folder.write('brief.brief.md', letter);
  const commands = [
    ['new', 'reply', 'brief.brief.md', '--out', 'antwoord.brief.md'],
    ['new', 'report', 'brief.brief.md', 'antwoord.brief.md', '--out', 'verslag.brief.md'],
    ['check', '--format', 'sarif', '.'],
    ['questions', '--format', 'csv', '.'],
    ['renumber', 'antwoord.brief.md'],
    ['format', 'antwoord.brief.md'],
    ...['html', 'docx', 'pdf', 'akn', 'text'].map((form) => [
      ...['export', 'verslag.brief.md', '--to', form, '--out', `verslag.${form}`],
    ]),
    ...['docx', 'pdf', 'text'].map((form) => ['import', `verslag.${form}`, '--out', form]),
  ];
  for (const command of commands) {
    const { status, stderr } = folder.run(...command);
    expect([command.join(' '), status! < 3, stderr.includes('was called')]).toEqual([
      command.join(' '),
      true,
      false,
    ]);
  }
  expect(existsSync(record)).toBe(false);
});

test('nor does the server', async () => {
  const { client } = await Client.start(undefined, undefined, undefined, env);
  await client.open('untitled:a.brief.md', letter);
  expect(await client.findings('untitled:a.brief.md')).toEqual([]);
  for (const method of ['documentSymbol', 'documentLink', 'codeLens', 'foldingRange', 'semanticTokens/full'])
    await client.request(`textDocument/${method}`, { textDocument: { uri: 'untitled:a.brief.md' } });
  for (const method of ['hover', 'definition', 'completion'])
    await client.at(method, 'untitled:a.brief.md', 8, 110);
  expect(await client.stop()).toBe(0);
  expect(existsSync(record)).toBe(false);
});
