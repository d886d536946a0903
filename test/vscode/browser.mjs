import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from '../setup.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Where a browser that can run VS Code usually is. */
function installed() {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = process.env;
  const windows = [PROGRAMFILES, X86, LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]);
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...windows,
  ].filter((path) => existsSync(path));
}

/** The system's browser if there is one that starts, else, on Linux, the one inside an npm package. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  for (const executablePath of installed())
    try {
      return await chromium.launch({ executablePath, args: flags });
    } catch {
      console.log(`  ${executablePath} does not start; looking for another browser …`);
    }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser was found that can run VS Code. Install Chrome, Chromium or Edge.');
  const { default: packed } = await import('@sparticuz/chromium');
  const folder = await unpack(packed);
  const options = { executablePath: join(folder, 'chromium'), args: [...packed.args, ...flags] };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!/shared librar/.test(error.message)) throw error;
    const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib') };
    return await chromium.launch({ ...options, env });
  }
}

const archives = join(root, 'node_modules', '@sparticuz', 'chromium', 'bin');

/**
 * Unpacks the browser once, into the cache: whole or not at all, and not where another user of this machine has one. The
 * libraries that a bare Linux lacks come with it.
 * @returns {Promise<string>} the folder
 */
async function unpack(packed) {
  const { version } = JSON.parse(readFileSync(join(archives, '..', 'package.json'), 'utf8'));
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  console.log('  unpacking a browser, once …');
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(`${folder}-`);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = made;
  try {
    await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  spawnSync('tar', ['-x', '-C', made], {
    input: brotliDecompressSync(readFileSync(join(archives, 'al2023.tar.br'))),
  });
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another run was first.
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const endsWithinSeconds = 180;

/**
 * Opens a window of VS Code that runs a suite, and shows how its tests go.
 * @returns {Promise<number | string>} 0 if all passed
 */
export async function runSuite(page, address) {
  const exit = new Promise((done) => {
    void page.exposeFunction('codeAutomationExit', done);
    const late = `the suite did not end within ${endsWithinSeconds} seconds`;
    setTimeout(() => done(late), endsWithinSeconds * 1000).unref();
  });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const line = args.map(String).join(' ').trimEnd();
    if (/^ {2}(?:ok|FAILED)|passed, \d+ failed$/.test(line) || line.includes('FAILED')) console.log(line);
  });
  await page.goto(address);
  return exit;
}
