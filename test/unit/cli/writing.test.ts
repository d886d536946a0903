import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { english, Folder } from './program.js';

const program = resolve('dist/kamerbrief.js');
const source = Array.from(
  { length: 600 },
  (_, i) => `${i + 2}. Kan de minister dit toelichten?\nAntwoord: Ja.\n`,
).join('\n');

test('killed at any moment, the old file or the new one is there, whole', { timeout: 120_000 }, async () => {
  const folder = new Folder();
  folder.write('a.brief.md', source);
  const started = performance.now();
  expect(folder.run('renumber', 'a.brief.md').status).toBe(0);
  const whole = performance.now() - started;
  const renumbered = folder.read('a.brief.md');
  expect(renumbered).not.toBe(source);
  // Most tries fall in the last part, where the file is written.
  for (const part of [0.6, 0.85, 0.9, 0.95, 1, 1.05]) {
    folder.write('a.brief.md', source);
    const child = spawn(process.execPath, [program, 'renumber', 'a.brief.md'], { cwd: folder.path });
    const gone = new Promise((done) => child.once('exit', done));
    await new Promise((later) => setTimeout(later, whole * part));
    child.kill('SIGKILL');
    await gone;
    expect([source, renumbered]).toContain(folder.read('a.brief.md'));
  }
});

test.skipIf(process.platform === 'win32')(
  'where no more can be written, it says so, and the old file stays',
  () => {
    const folder = new Folder();
    folder.write('a.brief.md', source);
    // To be told of the limit, and not ended by it.
    folder.write('patient.cjs', "process.on('SIGXFSZ', () => {});");
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `ulimit -f 8; "${process.execPath}" --require ./patient.cjs "${program}" renumber a.brief.md`],
      { cwd: folder.path, encoding: 'utf8', env: english },
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/^kamerbrief: a\.brief\.md: .*too large/m);
    expect(folder.read('a.brief.md')).toBe(source);
    expect(readdirSync(folder.path)).toEqual(['a.brief.md', 'patient.cjs']);
  },
);

test('what is no file is not replaced by one', () => {
  const folder = new Folder();
  folder.write('a.brief.md', source);
  mkdirSync(join(folder.path, 'map'));
  for (const out of ['map', ...(process.platform === 'win32' ? [] : ['/dev/null'])]) {
    const { status, stderr } = folder.run('export', 'a.brief.md', '--to', 'text', '--out', out);
    expect([out, status]).toEqual([out, 2]);
    expect(stderr).toContain(out);
  }
});
