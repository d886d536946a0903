import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { houseFile } from '../documents/house.js';
import { Folder } from './program.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  mkdirSync(join(folder.path, 'map'));
  folder.write('map/brief.brief.md', '---\nsoort: brief\n---\n\n# Brief\n\nKlopt dit?[^1]\n\n[^1]: Noot.\n');
  folder.write(
    'map/antwoord.brief.md',
    '---\nsoort: antwoord\n---\n\n1. Klopt dit?\n\nAntwoord: Ja.[^1]\n\n[^1]: Noot.\n',
  );
  folder.write(
    'map/verslag.brief.md',
    '# Verslag\n\n[Brief](brief.brief.md)\n\n[Antwoord](antwoord.brief.md)\n',
  );
});

const printed =
  'Verslag\n\nBrief\n\nKlopt dit?[1]\n\n1. Klopt dit?\n\nAntwoord: Ja.[2]\n\n[1] Noot.\n\n[2] Noot.\n';

describe('export', () => {
  test('finds the parts from the folder of the document, wherever it is run', () => {
    expect(folder.run('export', 'map/verslag.brief.md', '--to', 'text', '--out', 'v.txt')).toEqual({
      status: 0,
      stdout: 'v.txt\n',
      stderr: '',
    });
    expect(folder.read('v.txt')).toBe(printed);
  });

  test('takes the place of an earlier export, and never of a document', () => {
    const run = (out: string) => folder.run('export', 'map/verslag.brief.md', '--to', 'text', '--out', out);
    folder.write('v.txt', 'oud');
    expect(run('v.txt').status).toBe(0);
    expect(folder.read('v.txt')).toBe(printed);
    folder.write('notitie.MD', 'van mij');
    symlinkSync('map/brief.brief.md', join(folder.path, 'koppeling.txt'));
    for (const source of ['map/verslag.brief.md', 'map/nieuw.brief.md', 'notitie.MD', 'koppeling.txt']) {
      const { status, stderr } = run(source);
      expect(status).toBe(2);
      expect(stderr).toContain('nothing was written');
    }
    expect(folder.read('map/verslag.brief.md')).toMatch(/^# Verslag/);
    expect(folder.read('map/brief.brief.md')).toMatch(/Klopt dit/);
  });

  test('a draft is exported, and says what is open in which file', () => {
    folder.write('map/antwoord.brief.md', '1. Klopt dit?[^2]\n\nAntwoord: PM\n');
    const { status, stderr } = folder.run('export', 'map/verslag.brief.md', '--to', 'text', '--out', 'v.txt');
    expect(status).toBe(0);
    expect(stderr).toBe(
      `kamerbrief: ${join('map', 'antwoord.brief.md')}: 1 error and 1 question without an answer. The file was made all the same.\n`,
    );
  });

  test('the template of a house dresses a Word document, and only that', () => {
    writeFileSync(join(folder.path, 'huis.dotx'), houseFile());
    const run = (template: string, out = 'a.docx', to = 'docx') =>
      folder.run('export', 'map/antwoord.brief.md', '--to', to, '--template', template, '--out', out);
    expect(run('huis.dotx')).toEqual({ status: 0, stdout: 'a.docx\n', stderr: '' });
    const made = readFileSync(join(folder.path, 'a.docx'));
    expect(strFromU8(unzipSync(made)['word/styles.xml'])).toContain('HuisVraag');
    expect(run('huis.dotx', 'a.html', 'html')).toMatchObject({ status: 2 });

    folder.write('kapot.dotx', 'geen sjabloon');
    for (const [template, words] of [
      ['weg.dotx', 'weg.dotx: it does not exist'],
      ['kapot.dotx', 'kapot.dotx: the template cannot be read'],
      ['map', 'map: it is a folder'],
    ]) {
      const { status, stderr } = run(template);
      expect(status).toBe(2);
      expect(stderr).toContain(words);
    }
    expect(readFileSync(join(folder.path, 'a.docx')).equals(made)).toBe(true);
    expect(run('huis.dotx', 'huis.dotx').stderr).toContain('nothing was written');
  });

  test('a part outside the folders is not read', () => {
    mkdirSync(join(folder.path, 'elders'));
    folder.write('elders/v.brief.md', '---\nsoort: verslag\n---\n\n[Brief](../map/brief.brief.md)\n');
    const inside = new Folder();
    const out = join(inside.path, 'v.txt');
    inside.run('export', join(folder.path, 'elders', 'v.brief.md'), '--to', 'text', '--out', out);
    expect(inside.read('v.txt')).toContain('is niet gevonden');
  });

  test('as a page, with the pictures that lie beside it', () => {
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    folder.write('map/kaart #1.png', png);
    folder.write('map/geheim.txt', 'geheim');
    folder.write(
      'map/brief.brief.md',
      'Kijk![Kaart](kaart%20%231.png) ![Tekst](geheim.txt) ![Weg](../../weg.png) ![Net](https://a.nl/x.png)\n',
    );
    const { status, stderr } = folder.run(
      'export',
      'map/verslag.brief.md',
      '--to',
      'html',
      '--out',
      'v.html',
    );
    expect(status).toBe(0);
    for (const name of ['geheim.txt', '../../weg.png', 'https://a.nl/x.png'])
      expect(stderr).toContain(`The image ‘${name}’ cannot be shown`);
    expect(stderr.match(/cannot be shown/g)).toHaveLength(3);
    const page = folder.read('v.html');
    expect(page).toContain(`<img src="data:image/png;base64,${png.toString('base64')}" alt="Kaart">`);
    expect(page.match(/<img /g)?.length).toBe(1);
    expect(page).not.toContain(Buffer.from('geheim').toString('base64'));
  });

  test.each([
    ['no such file', ['weg.brief.md', '--to', 'text', '--out', 'v.txt']],
    ['no form', ['map/brief.brief.md', '--out', 'v.txt']],
    ['an unknown form', ['map/brief.brief.md', '--to', 'wordperfect', '--out', 'v.txt']],
    ['nowhere to write', ['map/brief.brief.md', '--to', 'text']],
    ['a folder as the file', ['map/brief.brief.md', '--to', 'text', '--out', 'map']],
  ])('%s: exit 2 and a message', (_name, args) => {
    const { status, stderr } = folder.run('export', ...args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });
});
