import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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

/** Runs npm in a folder of the cache, without the scripts of packages. */
export function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const options = { cwd, stdio: ['ignore', 'ignore', 'inherit'] };
  if (run('npm', [...args, ...quiet], options) !== 0)
    throw new Error(
      `npm ${args.join(' ')} failed. The first run needs the npm registry; see the message above.`,
    );
}

/**
 * Installs a program that the project uses but does not depend on into a folder of the cache, once. A broken installation
 * is made anew.
 * @param {string} what said while it is installed
 * @param {string[]} packages with their versions, the one that names the folder first
 * @param {(folder: string) => void} finish what is to be done to it
 * @returns {string} the folder
 */
export function installTool(what, packages, finish = () => {}) {
  const folder = join(root, '.cache', packages[0].replace(/^@[^/]+\//, '').replace('@', '-'));
  const done = join(folder, 'done');
  if (existsSync(done)) return folder;
  console.log(`  installing ${what}, once …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', ...packages], folder);
  finish(folder);
  writeFileSync(done, `${packages.join('\n')}\n`);
  return folder;
}

/** Ends the process on a Node that is too old, before anything fails with a stranger message. */
export function checkNode() {
  if (Number(process.versions.node.split('.')[0]) >= oldestNode) return;
  console.error(`Kamerbrief needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
