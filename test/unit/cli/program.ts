import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const program = resolve('dist/kamerbrief.js');

/** English, whatever the system of the one who tests speaks. */
export const english = { ...process.env, LC_ALL: 'C' };

/** The built command line in a folder of its own. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'kamerbrief-cli-'));

  /** @param env what the program finds in its environment, besides what is there */
  constructor(private readonly env: Record<string, string> = {}) {}

  run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: this.path,
      encoding: 'utf8',
      env: { ...english, ...this.env },
    });
    return { status, stdout, stderr };
  }

  write(name: string, content: string | Buffer): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }
}
