import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A real VS Code in the browser, from the npm registry alone: code-server, kept in a cache folder of its own. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const version = '4.100.3';
const cache = join(root, '.cache', `code-server-${version}`);
const vscode = join(cache, 'node_modules', 'code-server', 'lib', 'vscode');

function npm(args, cwd) {
  const { status } = spawnSync(
    'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'],
    { cwd, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}`);
}

/** Installs VS Code once; a broken installation is made anew. */
export function install() {
  const done = join(cache, 'done');
  if (existsSync(done)) return;
  console.log('  installing VS Code for the browser (once, a minute or two) …');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  npm(['install', `code-server@${version}`], cache);
  npm(['install', '--omit=dev'], vscode);
  npm(['install', '--omit=dev'], join(vscode, 'extensions'));
  if (!existsSync(join(vscode, 'node_modules.asar')))
    symlinkSync('node_modules', join(vscode, 'node_modules.asar'), 'junction');
  writeFileSync(done, `${version}\n`);
}

/**
 * Starts VS Code on a free port.
 * @param {{ settings?: object }} options user settings
 * @returns {Promise<{ port: number, url(folder: string, extra?: [string, string][]): string, stop(): void, exited: Promise<void> }>}
 */
export async function start({ settings = {} } = {}) {
  install();
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'kamerbrief-'));
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  writeFileSync(
    join(data, 'data', 'User', 'settings.json'),
    JSON.stringify({ 'workbench.startupEditor': 'none', 'workbench.tips.enabled': false, ...settings }),
  );
  const options = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
  ];
  const server = spawn(
    process.execPath,
    [
      'out/server-main.js',
      ...options,
      '--disable-workspace-trust',
      '--disable-telemetry',
      '--enable-smoke-test-driver',
    ],
    { cwd: vscode, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (text) => (log = (log + text).slice(-4000)));
  const exited = new Promise((done) => server.on('exit', done));
  const stop = () => {
    server.kill();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.on('exit', stop);
  const address = `127.0.0.1:${port}`;
  for (let i = 0; ; i++) {
    if (
      await fetch(`http://${address}/version`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    if (i > 300 || server.exitCode !== null) throw new Error(`VS Code did not start:\n${log}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  return {
    port,
    exited,
    stop,
    url(folder, extra = []) {
      const payload = [
        ['extensionDevelopmentPath', `vscode-remote://${address}${root}`],
        ['skipWelcome', 'true'],
        ...extra,
      ];
      return `http://${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
    remote: (path) => `vscode-remote://${address}${path}`,
  };
}

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

/** The system's Chromium if there is one, else the one inside an npm package. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  const system = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find(existsSync);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ];
  if (system) return chromium.launch({ executablePath: system, args });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...args] });
}
