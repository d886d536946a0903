import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../vscode/browser.mjs';
import { root, start } from '../vscode/host.mjs';
import { median } from './statistics.mjs';

/**
 * From opening a document to its first finding, beside VS Code's own Markdown extension: the same text, the same window, new
 * windows each time. `npm run build` comes first.
 */
const windows = 10;
const endsWithinSeconds = 120;
const names = { kamerbrief: 'antwoord.brief.md', markdown: 'antwoord.md' };

/** Kamerbrief misses the second answer; the Markdown extension misses the file that is linked. */
const text = `---
soort: antwoord
---

## Vragen en opmerkingen van de leden van de fractie van D66

1. Klopt dit?

Antwoord: Ja, zie [de bijlage](bestaat-niet.md).

2. En klopt dat ook?
`;

const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-startup-'));
for (const name of Object.values(names)) writeFileSync(join(folder, name), text);
const host = await start({ settings: { 'markdown.validate.enabled': true } });
const suite = host.remote(join(root, 'dist', 'test', 'startup.cjs'));
const times = { [names.kamerbrief]: [], [names.markdown]: [] };
// The first window reads everything from disk for both, and is not counted.
for (let i = -1; i < windows; i++) {
  const order = Object.values(names);
  writeFileSync(join(folder, 'order.json'), JSON.stringify(i % 2 ? order.reverse() : order));
  for (const [name, time] of await inWindow()) if (i >= 0) times[name].push(time);
}
host.stop();
rmSync(folder, { recursive: true, force: true });

const [own, other] = [times[names.kamerbrief], times[names.markdown]];
const row = (name, all) =>
  `| ${name} | ${Math.round(median(all))} | ${Math.round(Math.min(...all))} to ${Math.round(Math.max(...all))} |`;
const page = `# Start-up

Kamerbrief starts when a letter is opened, and not before. This is the time from opening a document to its first finding, beside VS
Code's own Markdown extension (\`markdown.validate.enabled\`) on the same text with a broken link: ${windows} new windows of the VS Code
that the tests use, both in each window, by turns first. Neither was running when its document was opened.
Made by \`npm run bench:start\`, on
${cpus().length} cores of ${cpus()[0].model.trim()}.

| | median, ms | from and to, ms |
| --- | ---: | ---: |
${row('Kamerbrief', own)}
${row('Markdown extension of VS Code', other)}
`;
writeFileSync(join(root, 'docs', 'startup.md'), page);
console.log(page);
process.exit(0);

/** @returns {Promise<[name: string, milliseconds: number][]>} */
async function inWindow() {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const found = [];
  const exit = new Promise((done) => {
    void page.exposeFunction('codeAutomationExit', done);
    setTimeout(() => done('too late'), endsWithinSeconds * 1000).unref();
  });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const [, name, time] = /^TIME (\S+) (\S+)/.exec(args.map(String).join(' ')) ?? [];
    if (name) found.push([name, Number(time)]);
  });
  await page.goto(host.url(folder, [['extensionTestsPath', suite]]));
  const code = await exit;
  await browser.close();
  if (code !== 0) throw new Error(`A window failed (${code}).`);
  return found;
}
