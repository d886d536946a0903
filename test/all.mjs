import { checkNode, installPackages, isInstalled, run } from './setup.mjs';

/** The whole test command: sets up what it needs, runs every step, and counts. */
checkNode();
const node = process.execPath;
const steps = [
  ['build', node, ['esbuild.mjs']],
  ['lint', 'npx', ['eslint', '.']],
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types: command line and tests', 'npx', ['tsc', '-p', '.']],
  ['types: core', 'npx', ['tsc', '-p', 'server']],
  ['types: client', 'npx', ['tsc', '-p', 'client']],
  ['types: page of the preview', 'npx', ['tsc', '-p', 'client/src/preview/page']],
  ['packages: pinned, few, and with no known weakness', node, ['test/audit.mjs']],
  ['unit, grammar, property and protocol tests', 'npx', ['vitest', 'run']],
  ['exported pages in a real browser', node, ['test/browser/run.mjs']],
  ['the extension in a real VS Code', node, ['test/vscode/run.mjs']],
  ['the extension in VS Code as a web page, without Node', node, ['test/vscode/web.mjs']],
  ['the extension as one file, installed in a fresh VS Code', node, ['test/vscode/installed.mjs']],
];

if (!isInstalled() && !installPackages()) process.exit(1);
let passed = 0;
const failures = [];
for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`);
  const start = Date.now();
  const ok = run(command, args) === 0;
  console.log(`   ${ok ? 'passed' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  if (ok) passed++;
  else failures.push(name);
  // The other steps look at what is built.
  if (!ok && name === 'build') break;
}
if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
