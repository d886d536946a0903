import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { houseFile } from '../unit/documents/house.js';

/** Every example, exported, opened in LibreOffice and written by it as text: nothing is lost, repaired or out of order. */
const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-office-'));
afterAll(() => rmSync(folder, { recursive: true }));

const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
const hasOffice = spawnSync('soffice', [profile, '--version']).status === 0;
const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.brief.md'),
);

function exported(source: string, form: string, name: string, ...options: string[]): string {
  const out = join(folder, name);
  execFileSync(
    process.execPath,
    ['dist/kamerbrief.js', 'export', source, '--to', form, '--out', out, ...options],
    {
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  return out;
}

function opened(file: string, to: string): string {
  execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], {
    stdio: 'ignore',
  });
  return readFileSync(join(folder, `${basename(file, '.docx')}.${to.split(':')[0]}`), 'utf8');
}

/** Words without the signs of lists, tables and marks, which each program writes in its own way. */
const words = (text: string) =>
  text
    .replace(/^\ufeff/, '')
    .replace(/^\[\d+\] /gm, '')
    .replaceAll('][', ',')
    .replace(/\[(\d+)\]/g, '$1')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

const plain = (html: string) =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(
      /&(\w+);/g,
      (all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' })[name] ?? all,
    );

describe.skipIf(!hasOffice)('LibreOffice', () => {
  // Its headings have no numbers of their own, which would be words.
  const template = join(folder, 'house.dotx');
  writeFileSync(template, houseFile({ 'word/numbering.xml': null }));

  test.each(
    examples.flatMap((path) => [
      [path, 'plain'],
      [path, 'in a house'],
    ]),
  )('opens %s, %s', (path, look) => {
    const source = join('examples', path);
    const name = `${path.replace(/\W/g, '-')}-${look === 'plain' ? 1 : 2}`;
    const own = readFileSync(exported(source, 'text', `${name}-own.txt`), 'utf8');
    const notesAt = own.search(/^\[1\] /m);
    const [body, notes] = notesAt < 0 ? [own, ''] : [own.slice(0, notesAt), own.slice(notesAt)];
    const docx = exported(
      source,
      'docx',
      `${name}.docx`,
      ...(look === 'plain' ? [] : ['--template', template]),
    );
    const running = words(opened(docx, 'txt:Text (encoded):UTF8'));
    const length = words(body).length;
    expect(running.slice(0, length)).toEqual(words(body));
    const html = opened(docx, 'html:HTML:EmbedImages');
    const found = [...html.matchAll(/<div id="sdfootnote\d+">(.*?)<\/div>/gs)].map(([, note]) =>
      plain(note.replace(/<a class="sdfootnotesym".*?<\/a>/s, '')),
    );
    // Texts of notes that nothing refers to stand at the end.
    expect([...words(found.join(' ')), ...running.slice(length)]).toEqual(words(notes));
  });
});
