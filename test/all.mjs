import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The whole test command: sets up what it needs, runs every step, and counts. Uses nothing but Node until then. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);

const steps = [
  ['build', 'node', ['esbuild.mjs']],
  ['lint', 'npx', ['eslint', '.']],
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types: command line and tests', 'npx', ['tsc', '-p', '.']],
  ['types: core', 'npx', ['tsc', '-p', 'server']],
  ['types: client', 'npx', ['tsc', '-p', 'client']],
  ['unit, grammar, property and protocol tests', 'npx', ['vitest', 'run']],
  ['the extension in a real VS Code', 'node', ['test/vscode/run.mjs']],
];

let passed = 0;
const failures = [];
if (!isInstalled()) steps.unshift(['install', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']]);
for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`   ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (status === 0) passed++;
  else failures.push(name);
  if (status !== 0 && (name === 'install' || name === 'build')) break;
}
if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);

function isInstalled() {
  const marker = 'node_modules/.package-lock.json';
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync('package-lock.json').mtimeMs;
}
