import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startTally } from './tally.mjs';

const reply = `---
soort: antwoord
vragen-van: 2024-01-10
termijn: 2024-01-31
---

## Vragen van de leden van de fractie van D66

<!-- kb werk: eigenaar=directie Water; stand=concept -->

1. Hoe diep is het kanaal?

Antwoord: Vier meter.

2. Hoe breed is het kanaal?

## Vragen van de leden van de fractie van de SP

3. Wie betaalt de sluis?

`;

/**
 * The view “Vragen” and the status bar, on the screen of a window without test code in it.
 * @param {Awaited<ReturnType<import('./host.mjs').start>>} host
 * @returns {Promise<number>} how many failed
 */
export async function atTheOverview(host) {
  const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-overview-'));
  const file = join(workspace, 'antwoord.brief.md');
  writeFileSync(file, reply);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  const tally = startTally();
  const test = tally.test.bind(tally);
  const eventually = async (look, expected) => {
    let found;
    for (let i = 0; i < 60; i++) {
      found = JSON.stringify(await look());
      if (found === JSON.stringify(expected)) return;
      await page.waitForTimeout(200);
    }
    throw new Error(`expected ${JSON.stringify(expected)}\n   found ${found}`);
  };
  const words = (text) => text.replaceAll('\u00a0', ' ').trim();
  const bar = page.locator('.statusbar-item[id$="kamerbrief.progress"]');
  const view = page.locator('.sidebar .pane-body .monaco-list');
  /** The rows from top to bottom, with what stands behind them. */
  const rows = async () =>
    (
      await view.locator('.monaco-list-row').evaluateAll((all) =>
        all
          .map((row) => ({
            top: parseFloat(row.style.top),
            label: row.querySelector('.label-name')?.textContent ?? '',
            detail: row.querySelector('.label-description')?.textContent ?? '',
          }))
          .sort((a, b) => a.top - b.top)
          .map(({ label, detail }) => `${label} | ${detail}`),
      )
    ).map(words);
  const selected = async () =>
    (await view.locator('.monaco-list-row.selected .label-name').allTextContents()).map(words);
  const run = async (title) => {
    await page.keyboard.press('F1');
    await page.keyboard.type(title);
    // What was chosen last stands first.
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  };
  const late = Math.round((Date.now() - Date.parse('2024-01-31T00:00:00Z')) / 86_400_000);
  /** Around midnight the two clocks may be a day apart. */
  const summaries = [late - 1, late, late + 1].map((days) => `van 3 beantwoord · ${days} dagen te laat`);
  const barSays = async (done) =>
    summaries.map((rest) => `${done} ${rest}`).includes(words((await bar.textContent()) ?? ''));

  const first = [
    'D66 | 1 van 2 beantwoord',
    '1. Hoe diep is het kanaal? | directie Water · concept · beantwoord',
    '2. Hoe breed is het kanaal? | nog geen antwoord',
    'SP | 0 van 1 beantwoord',
    '3. Wie betaalt de sluis? | nog geen antwoord',
  ];

  await test('the status bar says how many are answered and how late it is, and opens the view', async () => {
    host.set({});
    await page.goto(host.url(workspace, [['openFile', host.remote(file)]]));
    await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
    await eventually(() => barSays(1), true);
    await bar.click();
    await eventually(rows, first);
  });

  await test('a row is read out whole', async () => {
    await eventually(
      async () => await view.locator('.monaco-list-row').nth(1).getAttribute('aria-label'),
      'vraag 1, beantwoord, directie Water, concept, Hoe diep is het kanaal?',
    );
  });

  await test('a click leads to the question', async () => {
    await view.locator('.monaco-list-row', { hasText: 'Wie betaalt' }).click();
    await eventually(selected, ['3. Wie betaalt de sluis?']);
    await page.locator('.monaco-editor.focused').waitFor();
    await eventually(async () => /Ln 19, Col 1/.test(await page.locator('.statusbar').textContent()), true);
  });

  await test('the view follows what is typed, and the cursor', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Antwoord: De provincie.');
    await eventually(
      async () => (await rows()).slice(3),
      ['SP | 1 van 1 beantwoord', '3. Wie betaalt de sluis? | beantwoord'],
    );
    await eventually(() => barSays(2), true);
    await page.keyboard.press('Control+Home');
    for (let i = 0; i < 14; i++) await page.keyboard.press('ArrowDown');
    await eventually(selected, ['2. Hoe breed is het kanaal?']);
    await page.keyboard.type('x');
    await page.keyboard.press('Backspace');
  });

  await test('only what is open, and all again', async () => {
    await run('Alleen open vragen tonen');
    await eventually(rows, [
      'D66 | 1 van 2 beantwoord',
      '1. Hoe diep is het kanaal? | directie Water · concept · beantwoord',
      '2. Hoe breed is het kanaal? | nog geen antwoord',
    ]);
    await run('Alle vragen tonen');
    await eventually(async () => (await rows()).length, 5);
  });

  await test('in English when the setting says so', async () => {
    host.set({ 'kamerbrief.language': 'en' });
    await page.goto(host.url(workspace, [['openFile', host.remote(file)]]));
    await bar.click({ timeout: 60_000 });
    await eventually(async () => (await rows())[0], 'D66 | 1 of 2 answered');
  });

  await browser.close();
  await rm(workspace, { recursive: true, force: true });
  return tally.failed;
}
