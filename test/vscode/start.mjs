import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Shows Kamerbrief at work: checks the examples here, and opens them in an editor with the extension running. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
process.chdir(root);
const windows = process.platform === 'win32';
const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', shell: windows }).status;

if (!existsSync('node_modules/.package-lock.json')) {
  console.log('Installing …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) process.exit(1);
}
console.log('Building …');
if (run('node', ['esbuild.mjs']) !== 0) process.exit(1);
console.log('\nChecking the examples (examples/fouten is wrong on purpose):\n');
run('node', ['dist/kamerbrief.cjs', 'check', 'examples']);

const examples = join(root, 'examples');
if (spawnSync('code', ['--version'], { shell: windows }).status === 0) {
  console.log('\nOpening the examples in your VS Code …');
  process.exit(run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, examples]));
}
const { start } = await import('./host.mjs');
const host = await start();
console.log(
  `\nVS Code is ready in the browser, with Kamerbrief running. Open:\n\n  ${host.url(examples)}\n\nctrl+c stops it.`,
);
if (process.argv.includes('--once')) {
  host.stop();
  process.exit(0);
}
if (process.stdout.isTTY)
  spawn({ darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open', [host.url(examples)], {
    stdio: 'ignore',
    detached: true,
  }).on('error', () => {});
process.on('SIGINT', () => {
  host.stop();
  process.exit(0);
});
await host.exited;
