import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm start` and `npm test` need before any package is there. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const windows = process.platform === 'win32';
const oldestNode = 20;

/**
 * Runs a program in the project folder, with its output in ours. On Windows `npm` and `code` are scripts, which only a
 * shell runs; it wants quotes around paths.
 * @returns {number} its exit code; 1 if it cannot be started
 */
export function run(command, args, options = {}) {
  const shell = windows && command !== process.execPath;
  const { status } = spawnSync(command, shell ? args.map((arg) => `"${arg}"`) : args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    ...options,
  });
  return status ?? 1;
}

/** Whether the packages are those that `package-lock.json` asks for. */
export function isInstalled() {
  const [asked, there] = ['package-lock.json', 'node_modules/.package-lock.json'].map((path) =>
    resolve(root, path),
  );
  return existsSync(there) && statSync(there).mtimeMs >= statSync(asked).mtimeMs;
}

/** @returns {boolean} whether the packages are there now */
export function installPackages() {
  console.log('Installing the packages that are needed, from the npm registry …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) === 0) return true;
  console.error(
    'The packages could not be installed. The first run needs the npm registry; see the message above.',
  );
  return false;
}

/** Ends the process on a Node that is too old, before anything fails with a stranger message. */
export function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return;
  console.error(`Kamerbrief needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
