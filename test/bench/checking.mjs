import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inTurn } from './measure.mjs';
import { remarkProgram, rumdlProgram } from './servers.mjs';

/**
 * Checks a folder with each program, in turn.
 * @param part of the folder for the one that would take too long on all of it
 * @returns seconds, and the peak of memory in bytes, of each round by name
 */
export async function measureChecking(folder, part, rounds) {
  const programs = {
    kamerbrief: { command: process.execPath, args: ['dist/kamerbrief.js', 'check', folder] },
    rumdl: { command: rumdlProgram(), args: ['check', '--no-cache', folder] },
    remark: withArgs(remarkProgram(), ['--quiet', '--no-stdout', '--ext', 'md', part]),
  };
  const results = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of inTurn(Object.keys(programs), round)) results[name].push(await timed(programs[name]));
  return results;
}

function withArgs(program, more) {
  return { ...program, args: [...program.args, ...more] };
}

async function timed({ command, args, cwd }) {
  const started = performance.now();
  const child = spawn(command, args, { cwd, stdio: 'ignore' });
  let peak = null;
  const look = setInterval(() => {
    const status = `/proc/${child.pid}/status`;
    if (!existsSync(status)) return;
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'));
    if (found) peak = 1024 * Number(found[1]);
  }, 100);
  await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(look);
  return { seconds: (performance.now() - started) / 1000, peak };
}
