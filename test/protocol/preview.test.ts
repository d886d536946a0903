import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PreviewPage } from '../../server/src/features/preview.js';
import { Client, pulling } from './client.js';

let folder: string;
let client: Client;
const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
const preview = (uri: string) => client.request<PreviewPage | null>('kamerbrief/preview', { uri });
/** What a reader sees. */
const words = (page: PreviewPage | null) => page!.html.replace(/<[^<>]*>/g, '').trim();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerbrief-'));
  ({ client } = await Client.start(pulling, undefined, pathToFileURL(folder).href));
});
afterEach(async () => {
  expect(await client.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

test('what is typed is seen at once, in a text that is in no file as well', async () => {
  const uri = 'untitled:Untitled-1';
  await client.open(uri, 'Klopt dit?\n');
  expect(await preview(uri)).toMatchObject({
    uri,
    version: 1,
    language: 'nl',
    files: [uri],
    places: [[0, 0]],
  });
  await client.edit(uri, ' En dat?', [0, 10]);
  const page = await preview(uri);
  expect([page!.version, words(page)]).toEqual([2, 'Klopt dit? En dat?']);
  expect(await preview('untitled:Untitled-2')).toBeNull();
});

test('a report has its parts: as they are typed where they are open, else from disk, and none from elsewhere', async () => {
  await writeFile(join(folder, 'a.brief.md'), 'Van schijf.\n');
  await writeFile(join(folder, 'b.brief.md'), 'Ook van schijf.\n');
  await client.open(uriOf('b.brief.md'), 'Net getypt.\n');
  const source = '# Verslag\n\n[A](a.brief.md)\n\n[B](b.brief.md)\n\n[C](../c.brief.md)\n';
  await client.open(uriOf('v.brief.md'), `---\nsoort: verslag\n---\n\n${source}`);
  const page = await preview(uriOf('v.brief.md'));
  expect(words(page).split(/\n+/)).toEqual([
    'Verslag',
    'Van schijf.',
    'Net getypt.',
    '[het bestand ‘../c.brief.md’ is niet gevonden]',
  ]);
  expect(page!.files).toEqual(['v', 'a', 'b'].map((name) => uriOf(`${name}.brief.md`)));
  expect(page!.places).toEqual([
    [0, 4],
    [1, 0],
    [2, 0],
    [0, 10],
  ]);
});

test('the quote of a reply is held against the letter, in the report as well', async () => {
  const heading = '## Vragen van de leden van de fractie van D66\n\n';
  await writeFile(
    join(folder, 'a.brief.md'),
    `---\nsoort: brief\n---\n\n${heading}Komen er veertig havens bij?\n`,
  );
  const reply = `---\nsoort: antwoord\nbrief: a.brief.md\n---\n\n${heading}1. Komen er dertig havens bij?\n`;
  await writeFile(join(folder, 'b.brief.md'), reply);
  await client.open(uriOf('v.brief.md'), '---\nsoort: verslag\n---\n\n[B](b.brief.md)\n');
  const shown = 'Komen er [in de brief: veertig] [niet in de brief: dertig] havens bij?';
  expect(words(await preview(uriOf('v.brief.md')))).toContain(shown);
  await client.open(uriOf('b.brief.md'), reply);
  expect(words(await preview(uriOf('b.brief.md')))).toContain(shown);
});

test('pictures come from the folder that is open, and from nowhere else', async () => {
  const links = [
    'stip.png',
    'stip%20%231.png',
    'stip#2.png',
    '../stip.png',
    '..%2Fstip.png',
    'https://a.invalid/x.png',
    'stip.svg',
    'file:///stip.png',
    '//a.invalid/x.png',
  ];
  await client.open(uriOf('a.brief.md'), links.map((link) => `![x](${link})\n`).join('\n'));
  const page = await preview(uriOf('a.brief.md'));
  expect(page!.images).toEqual([
    uriOf('stip.png'),
    uriOf('stip #1.png'),
    uriOf('stip#2.png'),
    `${uriOf('')}/..%252Fstip.png`,
  ]);
  expect(page!.html).not.toContain('invalid');
});
