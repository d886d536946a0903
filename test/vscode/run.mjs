import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser, runSuite } from './browser.mjs';
import { root, start } from './host.mjs';
import { atTheKeyboard } from './keyboard.mjs';
import { atTheOverview } from './overview.mjs';
import { previewInWindow } from './preview.mjs';

/** Runs the suite in the extension host of a real VS Code, driven by a real browser; then a window is used by keyboard. */
const host = await start();
const browser = await launchBrowser();
const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-workspace-'));
const suite = host.remote(join(root, 'dist', 'test', 'suite.cjs'));
const code = await runSuite(await browser.newPage(), host.url(workspace, [['extensionTestsPath', suite]]));
await browser.close();
await rm(workspace, { recursive: true, force: true });
if (code !== 0) console.error(`the suite in VS Code failed (${code})`);
const failed = (await atTheKeyboard(host)) + (await atTheOverview(host)) + (await previewInWindow(host));
if (failed) console.error(`${failed} failed on the screen`);
host.stop();
process.exit(code === 0 && failed === 0 ? 0 : 1);
