import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root } from './host.mjs';
import { startTally } from './tally.mjs';

/** What only shows at the keyboard and on the screen: a window of VS Code without test code in it. */
const letter = `---
soort: antwoord
---

1. Klopt dit (en dat)?

1) Een punt.

a) Een deelvraag?

`;

const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The titles of one language that the manifest shows, with a letter open or with nothing open. */
function titles(language, inLetter) {
  return contributes.menus.commandPalette
    .filter(({ command }) => command.endsWith('.en') === (language === 'en'))
    .filter(
      ({ when }) =>
        !/editorLangId == \w+/.test(when) || (inLetter && when.includes('editorLangId == kamerbrief')),
    )
    .map(({ command }) => contributes.commands.find((one) => one.command === command))
    .map(({ category, title }) => `${category}: ${title}`)
    .sort();
}

/**
 * @param {Awaited<ReturnType<import('./host.mjs').start>>} host
 * @returns {Promise<number>} how many failed
 */
export async function atTheKeyboard(host) {
  const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-keyboard-'));
  writeFileSync(join(workspace, 'antwoord.brief.md'), letter);
  const browser = await launchBrowser();
  // High enough for the palette to show every command.
  const page = await browser.newPage({ viewport: { width: 1280, height: 2000 } });
  const tally = startTally();
  const test = tally.test.bind(tally);

  /** The commands that the palette offers, in its own order. */
  const palette = async () => {
    await page.keyboard.press('F1');
    await page.keyboard.type('Kamerbrief:');
    const rows = page.locator('.quick-input-list .monaco-list-row .label-name');
    await rows.first().waitFor({ timeout: 10_000 });
    const titles = await rows.allTextContents();
    await page.keyboard.press('Escape');
    // VS Code makes some of its own for a view.
    return titles
      .map((title) => title.replaceAll('\u00a0', ' '))
      .filter((title) => !/^(?:Kamerbrief: Focus on|View: )/.test(title))
      .sort();
  };
  const eventually = async (look, expected) => {
    let found;
    for (let i = 0; i < 50; i++) {
      found = JSON.stringify(await look());
      if (found === JSON.stringify(expected)) return;
      await page.waitForTimeout(200);
    }
    throw new Error(`expected ${JSON.stringify(expected)}\n   found ${found}`);
  };

  const text = page.locator('.monaco-editor .view-lines').first();
  /** Opens a window; user settings are read when it opens. */
  const show = async (settings, file) => {
    host.set(settings);
    await page.goto(host.url(workspace, file ? [['openFile', host.remote(join(workspace, file))]] : []));
    await page.locator('.monaco-workbench .explorer-viewlet').waitFor({ timeout: 60_000 });
    // The first finding tells that the extension runs.
    if (file) await page.locator('.monaco-editor .squiggly-warning').first().waitFor({ timeout: 60_000 });
  };

  await test('before a letter is open the command palette is in Dutch', async () => {
    await show({});
    await eventually(palette, titles('nl', false));
  });

  await test('and in English when the setting says so', async () => {
    await show({ 'kamerbrief.language': 'en' });
    await eventually(palette, titles('en', false));
  });

  await test('as it is with a letter open', async () => {
    await show({ 'kamerbrief.language': 'en' }, 'antwoord.brief.md');
    await eventually(palette, titles('en', true));
    await show({}, 'antwoord.brief.md');
    await eventually(palette, titles('nl', true));
  });

  for (const [language, settings] of Object.entries({ nl: {}, en: { 'kamerbrief.language': 'en' } }))
    await test(`the walkthrough has its steps: ${language}`, async () => {
      await show(settings, 'antwoord.brief.md');
      const command = contributes.commands.find(
        ({ command }) => command === `kamerbrief.showWalkthrough${language === 'en' ? '.en' : ''}`,
      );
      await page.keyboard.press('F1');
      await page.keyboard.type(command.title);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: command.title }).waitFor();
      await page.keyboard.press('Enter');
      const { title, steps } = contributes.walkthroughs.find(
        ({ id }) => id.endsWith('.en') === (language === 'en'),
      );
      await eventually(
        () =>
          page
            .locator('.category-title')
            .allTextContents()
            .then((all) => all.includes(title)),
        true,
      );
      await eventually(
        () => page.locator('.step-title').allTextContents(),
        steps.map((step) => step.title),
      );
    });

  await test('what begins a document is under New File, in one language', async () => {
    await show({}, 'antwoord.brief.md');
    await page.keyboard.press('F1');
    await page.keyboard.type('Create: New File');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'New File' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Nieuwe brief' }).waitFor();
    const rows = await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Kamerbrief' })
      .locator('.label-name')
      .allTextContents();
    await page.keyboard.press('Escape');
    const wanted = contributes.menus['file/newFile'].filter(({ command }) => !command.endsWith('.en'));
    if (rows.length !== wanted.length) throw new Error(`found ${rows}`);
  });

  await test('the right mouse button on a file has what fits it', async () => {
    await page
      .locator('.explorer-viewlet .monaco-list-row', { hasText: 'antwoord.brief.md' })
      .click({ button: 'right' });
    const offered = page.locator('.context-view .action-label');
    await offered.first().waitFor();
    const names = await offered.allTextContents();
    await page.keyboard.press('Escape');
    const wanted = ['Antwoordbrief bij deze brief beginnen', 'Verslag maken', 'Exporteren…'];
    const ours = names.filter((name) => contributes.commands.some(({ title }) => title === name));
    if (JSON.stringify(ours) !== JSON.stringify(wanted)) throw new Error(`found ${names}`);
  });

  /** The lines on the screen, from top to bottom. */
  const lines = async () => {
    const shown = await text.locator('.view-line').evaluateAll((all) =>
      all
        .map((line) => ({ top: parseFloat(line.style.top), words: line.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ words }) => words),
    );
    return shown.map((line) => line.replaceAll('\u00a0', ' ').trimEnd());
  };

  await test('Enter makes a line, also when the parts of a letter are offered; Tab takes one', async () => {
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Antw', { delay: 50 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('Enter');
    await eventually(async () => (await lines()).slice(-2), ['Antw', '']);
    await page.keyboard.type('antw', { delay: 50 });
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('Tab');
    await eventually(async () => (await lines()).slice(-2), ['Antw', 'Antwoord:']);
  });

  await test('what is pasted from a web page keeps its layout and notes, one undo takes it back, plain text is a choice', async () => {
    const before = await lines();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/html',
        '<p>Dit is <b>vet</b>.<sup><a href="#n1" id="m1">1</a></sup></p><ol><li>een</li></ol><div id="n1"><p><a href="#m1">1</a> Stb. 2026, 94.</p></div>',
      );
      clipboardData.setData('text/plain', 'Dit is vet.1');
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(paste);
    });
    const note = '[^stb-2026-94]';
    // The number of a note in print is shown behind its mark.
    const pasted = async () =>
      (await lines())
        .filter((line) => /vet|een|Stb/.test(line))
        .map((line) => line.replace(/^Antwoord: ?/, '').replace(/(?<=\])\d/g, ''));
    await eventually(pasted, [`Dit is **vet**.${note}`, '1) een', `${note}: Stb. 2026, 94.`]);
    await page.locator('.post-edit-widget').waitFor({ timeout: 10_000 });
    await page.keyboard.press('Control+z');
    await eventually(lines, before);
  });

  await test('why a footnote cannot stand somewhere is to be read whole', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Alt+f');
    const asked = { 'De tekst van de voetnoot': 'Een noot.', 'De naam van de voetnoot': '' };
    for (const [question, words] of Object.entries(asked)) {
      await page.locator('.quick-input-message', { hasText: question }).waitFor();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    }
    const message = page.locator('.notification-list-item.expanded .notification-list-item-message');
    await message.filter({ hasText: 'In de gegevens boven de tekst kan geen voetnoot staan.' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await test('brackets have no colours of their own, and none is called unexpected', async () => {
    const coloured = page.locator('.view-lines [class*="bracket-highlighting"], .unexpected-closing-bracket');
    await eventually(() => coloured.count(), 0);
  });

  await browser.close();
  await rm(workspace, { recursive: true, force: true });
  return tally.failed;
}
