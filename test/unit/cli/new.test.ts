import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Folder } from './program.js';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});

const letter =
  '---\nsoort: brief\n---\n\n## Vragen van de leden van de fractie van de Tuinpartij\n\nKlopt dit?\n\nEn dat?\n';

describe('new reply', () => {
  test('writes the skeleton to the file, which names the letter from where it stands', () => {
    mkdirSync(join(folder.path, 'antwoord 100%'));
    folder.write('brief.brief.md', letter);
    const out = join('antwoord 100%', 'a.brief.md');
    expect(folder.run('new', 'reply', 'brief.brief.md', '--out', out)).toEqual({
      status: 0,
      stdout: `${out}\n`,
      stderr: '',
    });
    expect(folder.read(out)).toContain('\nbrief: "../brief.brief.md"\n---\n');
    expect(folder.read(out)).toMatch(/\n1\. Klopt dit\?\n\nAntwoord:\n\n2\. En dat\?\n\nAntwoord:\n$/);
    const found = JSON.parse(folder.run('check', '--format', 'json', out).stdout);
    expect(new Set(found.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['frame-unfilled', 'answer-empty']),
    );
    expect(JSON.parse(folder.run('questions', '--format', 'json', out).stdout).length).toBe(2);
  });

  test.each(['100%25', 'map #1?', 'een: twee (1)'])(
    'a letter in the folder %s is found back, by the reply and by the report',
    (map) => {
      mkdirSync(join(folder.path, map));
      folder.write(join(map, 'brief.brief.md'), letter);
      folder.run('new', 'reply', join(map, 'brief.brief.md'), '--out', 'a.brief.md');
      folder.run('new', 'report', join(map, 'brief.brief.md'), 'a.brief.md', '--out', 'v.brief.md');
      expect(folder.run('check', '.').stdout).not.toContain('file-not-found');
      const [asked] = JSON.parse(folder.run('questions', '--format', 'json', '.').stdout);
      expect(asked.status).toBe('empty');
      folder.run('export', 'v.brief.md', '--to', 'text', '--out', 'v.txt');
      expect(folder.read('v.txt').match(/Klopt dit\?/g)).toHaveLength(2);
    },
  );

  test('without a file: to standard output, as seen from the folder of the letter', () => {
    mkdirSync(join(folder.path, 'map'));
    folder.write(join('map', 'b.brief.md'), letter.replaceAll('\n', '\r\n'));
    const { status, stdout } = folder.run('new', 'reply', join('map', 'b.brief.md'));
    expect(status).toBe(0);
    expect(stdout).toContain('\r\nbrief: b.brief.md\r\n---\r\n');
    expect(stdout.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('never overwrites unasked, and the letter never', () => {
    folder.write('brief.brief.md', letter);
    folder.write('a.brief.md', 'van mij');
    const refused = folder.run('new', 'reply', 'brief.brief.md', '--out', 'a.brief.md');
    expect(refused.status).toBe(2);
    expect(refused.stderr).toMatch(/^kamerbrief: a\.brief\.md exists already/);
    expect(folder.read('a.brief.md')).toBe('van mij');
    expect(folder.run('new', 'reply', 'brief.brief.md', '--out', 'a.brief.md', '--force').status).toBe(0);
    expect(folder.read('a.brief.md')).toContain('1. Klopt dit?');
    expect(folder.run('new', 'reply', 'brief.brief.md', '--out', './brief.brief.md', '--force').status).toBe(
      2,
    );
    expect(folder.read('brief.brief.md')).toBe(letter);
  });

  test.each([
    ['no questions', ['reply', 'leeg.brief.md']],
    ['no such file', ['reply', 'weg.brief.md']],
    ['no letter named', ['reply']],
    ['no such kind', ['roman']],
    ['a folder that is not there', ['reply', 'brief.brief.md', '--out', 'weg/a.brief.md']],
  ])('%s: exit 2 and a message', (_name, args) => {
    folder.write('leeg.brief.md', 'Niets te vragen.\n');
    folder.write('brief.brief.md', letter);
    const { status, stderr, stdout } = folder.run('new', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).not.toBe('');
    expect(existsSync(join(folder.path, 'weg'))).toBe(false);
  });
});

test('new report names letter and reply, and checks without errors', () => {
  folder.write('brief.brief.md', letter);
  folder.write('mijn antwoord.brief.md', '---\nsoort: antwoord\n---\n\n1. Klopt dit?\n\nAntwoord: Ja.\n');
  const made = folder.run('new', 'report', 'brief.brief.md', 'mijn antwoord.brief.md', '--out', 'v.brief.md');
  expect(made.status).toBe(0);
  expect(folder.read('v.brief.md')).toMatch(
    /\n\[Brief\]\(brief\.brief\.md\)\n\n\[Antwoord\]\(mijn%20antwoord\.brief\.md\)\n$/,
  );
  expect(folder.run('check', 'v.brief.md').status).toBe(0);
  expect(folder.run('new', 'report', 'mijn antwoord.brief.md').stderr).toContain('names no letter');
  folder.run('new', 'reply', 'brief.brief.md', '--out', 'antwoord.brief.md');
  expect(folder.run('new', 'report', 'antwoord.brief.md').stdout).toMatch(
    /\n\[Brief\]\(brief\.brief\.md\)\n\n\[Antwoord\]\(antwoord\.brief\.md\)\n$/,
  );
  expect(folder.run('new', 'report', 'mijn antwoord.brief.md', 'brief.brief.md').status).toBe(2);
});

test('new letter, in a language of choice', () => {
  expect(folder.run('new', 'letter').stdout).toContain('soort: brief\n');
  expect(folder.run('new', 'letter', '--language', 'en', '--out', 'l.brief.md').status).toBe(0);
  expect(folder.run('check', 'l.brief.md').status).toBe(0);
  expect(folder.run('new', 'letter', '--language', 'fr').status).toBe(2);
});
