import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installTool, npm, root } from '../setup.mjs';

/** A real VS Code in the browser, from the npm registry alone: code-server, kept in a cache folder of its own. */
export { root };
const packages = ['code-server@4.100.3'];
const startsWithinSeconds = 120;

/** Installs VS Code once, with the parts and extensions that its package leaves to npm. */
export function install() {
  const inside = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const folder = installTool('VS Code for the browser (this takes a minute or two)', packages, (made) => {
    npm(['install', '--omit=dev'], inside(made));
    npm(['install', '--omit=dev'], join(inside(made), 'extensions'));
    if (!existsSync(join(inside(made), 'node_modules.asar')))
      symlinkSync('node_modules', join(inside(made), 'node_modules.asar'), 'junction');
  });
  return inside(folder);
}

/**
 * Starts VS Code on a free port.
 * @param {{ settings?: object, extension?: string, vsix?: string }} options user settings; the folder of the extension that is
 *   run from its source, and a packed one that is installed first
 * @returns {Promise<{
 *   port: number,
 *   url(folder: string, extra?: [string, string][]): string,
 *   remote(path: string): string,
 *   set(settings: object): void,
 *   log(): string,
 *   stop(): void,
 *   exited: Promise<void>,
 * }>} `set` gives other user settings to the windows that open next; `log` is the end of what the server said
 */
export async function start({ settings = {}, extension = root, vsix } = {}) {
  const vscode = install();
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'kamerbrief-'));
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  const set = (more) =>
    writeFileSync(
      join(data, 'data', 'User', 'settings.json'),
      JSON.stringify({
        'workbench.startupEditor': 'none',
        'workbench.tips.enabled': false,
        ...settings,
        ...more,
      }),
    );
  set({});
  const folder = ['--server-data-dir', data, '--accept-server-license-terms'];
  if (vsix) {
    const args = ['out/server-main.js', ...folder, '--install-extension', vsix];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: vscode, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${vsix} could not be installed.\n${stdout}${stderr}`);
  }
  const options = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', ...folder];
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  const address = `127.0.0.1:${port}`;
  for (const late = Date.now() + startsWithinSeconds * 1000; !(await answers(`http://${address}/version`));) {
    if (Date.now() > late || server.exitCode !== null) throw new Error(`VS Code did not start.\n${log}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
  const remote = (path) => `vscode-remote://${address}${pathToFileURL(path).pathname}`;
  return {
    port,
    exited,
    set,
    stop,
    remote,
    log: () => log,
    url(folder, extra = []) {
      const payload = [['extensionDevelopmentPath', remote(extension)], ['skipWelcome', 'true'], ...extra];
      const path = decodeURIComponent(pathToFileURL(folder).pathname);
      return `http://${address}/?folder=${encodeURIComponent(path)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
  };
}

/** Whether a server is there. */
export function answers(address) {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
