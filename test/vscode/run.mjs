import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root, start } from './host.mjs';
import { atTheKeyboard } from './keyboard.mjs';
import { atTheOverview } from './overview.mjs';
import { previewInWindow } from './preview.mjs';

/** Runs the suite in the extension host of a real VS Code, driven by a real browser; then a window is used by keyboard. */
const host = await start();
const browser = await launchBrowser();
const page = await browser.newPage();
const exit = new Promise((done) => {
  void page.exposeFunction('codeAutomationExit', done);
  setTimeout(() => done('the suite did not end within three minutes'), 180_000).unref();
});
await page.exposeFunction('codeAutomationLog', (_type, args) => {
  const line = args.map(String).join(' ').trimEnd();
  if (/^ {2}(?:ok|FAILED)|passed, \d+ failed$/.test(line) || line.includes('FAILED')) console.log(line);
});
const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-workspace-'));
await page.goto(
  host.url(workspace, [['extensionTestsPath', host.remote(join(root, 'dist', 'test', 'suite.cjs'))]]),
);
const code = await exit;
await browser.close();
await rm(workspace, { recursive: true, force: true });
if (code !== 0) console.error(`the suite in VS Code failed (${code})`);
const failed = (await atTheKeyboard(host)) + (await atTheOverview(host)) + (await previewInWindow(host));
if (failed) console.error(`${failed} failed on the screen`);
host.stop();
process.exit(code === 0 && failed === 0 ? 0 : 1);
