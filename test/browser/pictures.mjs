import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../setup.mjs';
import { launchBrowser } from '../vscode/browser.mjs';

/**
 * Takes the pictures of exported pages (`npm run pictures`): the example report as PDF, as PDF.js in a browser shows it.
 * Only packages of the registry are used.
 */
const picture = join(root, 'docs', 'pictures', 'pdf.png');
const source = 'examples/warmtenetten/verslag.brief.md';
const pages = [1, 2, 7];
const mostBytes = 250_000;

const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-pictures-'));
const pdf = join(folder, 'verslag.pdf');
const { status, stderr } = spawnSync(
  process.execPath,
  ['dist/kamerbrief.js', 'export', source, '--to', 'pdf', '--out', pdf],
  { cwd: root, encoding: 'utf8' },
);
if (status !== 0) throw new Error(stderr);

const reader = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/build/pdf.mjs'));
const html = `<!doctype html>
<style>
  body { display: flex; gap: 16px; margin: 0; padding: 16px; width: max-content; background: #c8ccd0; }
  canvas { background: #fff; box-shadow: 0 1px 4px #0006; }
</style>
<body></body>`;
const files = {
  '/': ['text/html', html],
  '/pdf.mjs': ['text/javascript', readFileSync(join(reader, 'pdf.mjs'))],
  '/pdf.worker.mjs': ['text/javascript', readFileSync(join(reader, 'pdf.worker.mjs'))],
  '/verslag.pdf': ['application/pdf', readFileSync(pdf)],
};

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 620 } });
  // No server: the browser is given what it asks for.
  await page.route('**/*', (route) => {
    const file = files[new URL(route.request().url()).pathname];
    return file ? route.fulfill({ contentType: file[0], body: file[1] }) : route.abort();
  });
  await page.goto('https://pages.invalid/');
  await page.evaluate(show, pages);
  await page.locator('body').screenshot({ path: picture });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
const { size } = await stat(picture);
if (size > mostBytes) throw new Error(`${picture} is ${size} bytes, more than ${mostBytes}`);
console.log(`  ${picture} (${Math.round(size / 1000)} kB)`);

/** Runs in the page: draws the pages of the PDF beside each other. */
async function show(numbers) {
  const { getDocument, GlobalWorkerOptions } = await import('/pdf.mjs');
  GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  const document = await getDocument('/verslag.pdf').promise;
  for (const number of numbers) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 0.78 });
    const canvas = window.document.createElement('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    window.document.body.append(canvas);
    await page.render({ canvas, viewport }).promise;
  }
}
