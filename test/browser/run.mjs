import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../setup.mjs';
import { launchBrowser } from '../vscode/browser.mjs';

/** Exported pages in a real browser: accessible, harmless, and with the words of the text export. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-pages-'));

/** Everything at once, and whatever might break out of a page. */
const hostile = `---
soort: antwoord
taal: nl
onderwerp: "</title><script>window.harm = 1</script>"
---

# Kop </h1><script>window.harm = 1</script>

<img src="https://voorbeeld.invalid/x.png" onerror="window.harm = 1">

## Vragen van de leden van de fractie van "><b onclick=x>

1. Klopt [dit](javascript:window.harm=1) en [dat](https://voorbeeld.nl/"onmouseover="window.harm=1)?[^a]

1) een
2) twee

   > citaat

Antwoord: PM ![plaatje](https://voorbeeld.invalid/y.png) ![lokaal](x" onerror="window.harm=1)

| a | |
| :-- | --: |
| \`<script>window.harm = 1</script>\`[^a] | [^weg] |

2. En dan?

\`\`\`
</code></pre><script>window.harm = 1</script>
\`\`\`

* * *

[^a]: Noot met <iframe src="javascript:window.harm=1"> en https://voorbeeld.nl/x.

    Tweede alinea.
[^b]: Van niemand.
`;
writeFileSync(join(folder, 'vijandig.brief.md'), hostile);

const sources = [
  'examples/warmtenetten/verslag.brief.md',
  'examples/tweede-kamer/antwoord.brief.md',
  'examples/english/reply.brief.md',
  'examples/deutsch/antwort.brief.md',
  'examples/fouten/antwoord.brief.md',
  join(folder, 'vijandig.brief.md'),
];

function exported(source, form) {
  const out = join(folder, `${source.replace(/\W+/g, '-')}.${form}`);
  const { status, stderr } = spawnSync(
    process.execPath,
    ['dist/kamerbrief.js', 'export', source, '--to', form, '--out', out],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return out;
}

let failed = 0;
function expect(name, found, wanted) {
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  failed++;
  console.log(`  FAILED ${name}\n    found  ${JSON.stringify(found)}\n    wanted ${JSON.stringify(wanted)}`);
}

const wordsOf = (text) =>
  text
    .replace(
      /\[(?:\d+\)?|nog geen antwoord|no answer yet|deze noot heeft nog geen tekst|this note has no text yet)\]/g,
      ' ',
    )
    .split(/\s+/)
    .filter((word) => word && !/^[-*]$/.test(word));

const browser = await launchBrowser();
const page = await browser.newPage();
const seen = [];
page.on('request', (request) => request.url().startsWith('file:') || seen.push(request.url()));
page.on('dialog', (dialog) => seen.push(dialog.message()));
page.on('console', (message) => seen.push(message.text()));
for (const source of sources) {
  seen.length = 0;
  await page.setViewportSize({ width: 900, height: 900 });
  await page.goto(pathToFileURL(exported(source, 'html')).href);
  expect(`${source}: nothing is fetched, run or said`, seen, []);
  expect(`${source}: no harm`, await page.evaluate(() => [window.harm ?? null, document.scripts.length]), [
    null,
    0,
  ]);

  const shown = await page.evaluate(() => {
    const copy = document.querySelector('main').cloneNode(true);
    for (const extra of copy.querySelectorAll('sup, .notice, .notes h2, .notes .marker, .back'))
      extra.remove();
    // An image that is not there is named; its words are those of the text.
    for (const image of copy.querySelectorAll('.image')) image.replaceWith(image.querySelector('span'));
    for (const block of copy.querySelectorAll('p, li, td, th, h1, h2, h3, h4, h5, h6, pre, br'))
      block.after('\n');
    return copy.textContent;
  });
  expect(
    `${source}: the words of the text`,
    wordsOf(shown),
    wordsOf(readFileSync(exported(source, 'text'), 'utf8')),
  );

  const notes = await page.evaluate(() =>
    [...document.querySelectorAll('[role=doc-noteref]')].map(({ hash, textContent, id }) => {
      const note = document.querySelector(hash);
      const back = note?.querySelector('[role=doc-backlink]');
      return note?.querySelector('.marker')?.textContent === textContent && (!id || back?.hash === `#${id}`);
    }),
  );
  expect(
    `${source}: every mark leads to its note and back`,
    notes,
    notes.map(() => true),
  );

  for (const width of [900, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await page.evaluate(`${axe}; axe.run()`);
    const rules = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .join(' ')
          .slice(0, 300)}`,
    );
    expect(`${source}: accessible at ${width} pixels`, rules, []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(`${source}: not wider than ${width} pixels`, wide, false);
  }
}
await browser.close();
console.log(failed ? `${failed} failed` : `  ok ${sources.length} exported pages`);
process.exit(failed ? 1 : 0);
