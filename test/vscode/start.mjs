import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, installPackages, isInstalled, root, run } from '../setup.mjs';

/**
 * Shows Kamerbrief at work: checks the examples here, and opens them in an editor with the extension running. With
 * `--once` it stops as soon as the editor is there, for tests.
 */
const once = process.argv.includes('--once');
const node = process.execPath;
checkNode();
if (!isInstalled() && !installPackages()) process.exit(1);
console.log('Building …');
if (run(node, ['esbuild.mjs']) !== 0) process.exit(1);
console.log('\nChecking the examples (examples/fouten is wrong on purpose):\n');
run(node, ['dist/kamerbrief.js', 'check', 'examples']);

const examples = join(root, 'examples');
if (!once && run('code', ['--version'], { stdio: 'ignore' }) === 0) {
  console.log('\nOpening the examples in your VS Code …');
  process.exit(run('code', ['--new-window', `--extensionDevelopmentPath=${root}`, examples]));
}
try {
  await openInBrowser();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}

async function openInBrowser() {
  const { start } = await import('./host.mjs');
  console.log('\nStarting VS Code for the browser …');
  // To stop it is the way to end, and no error.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  const host = await start();
  const address = host.url(examples);
  console.log(`\nVS Code is ready, with Kamerbrief running. Open in your browser:\n\n  ${address}\n`);
  if (once) {
    host.stop();
    process.exit(0);
  }
  console.log('ctrl+c stops it.');
  if (process.stdout.isTTY) showAddress(address);
  await host.exited;
  throw new Error(`VS Code has stopped.\n${host.log()}`);
}

/** In the browser of the one who works here; where that fails, the address is on the screen. */
function showAddress(address) {
  const open = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  spawn(open, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
