import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startTally } from './tally.mjs';

/** The preview in a window of VS Code, as a drafter uses it: by keyboard, mouse and eye. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const letter = `---
soort: brief
---

## Vragen van de leden van de fractie van D66

De leden lezen dat er veertig havens bij komen. Klopt dat? En wie betaalt dat?
`;

const reply = `---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. De leden lezen dat er dertig havens bij komen. Klopt dat?[^h]

Antwoord: Ja, dat klopt. Zie ook [de kaart](https://voorbeeld.invalid/kaart).

![Een stip](stip.png)

2. En wie betaalt dat?

[^h]: De havennota.
`;

const many = `---\nsoort: antwoord\n---\n\n${Array.from(
  { length: 80 },
  (_, i) =>
    `${i + 1}. Klopt het dat haven ${i + 1} wordt gebouwd?\n\nAntwoord: Ja, ${'en nog meer '.repeat(20)}.\n`,
).join('\n')}`;

const report = `---
soort: verslag
---

# Verslag

[Antwoord](antwoord.brief.md)

[Bijlage](weg.brief.md)
`;

/** What a page could be broken with, each in every place where text can stand. */
const attacks = [
  '<script>HARM</script>',
  '</script><script>HARM</script>',
  '</style><script>HARM</script>',
  '</main></body></html><script>HARM</script>',
  '<img src=x onerror=HARM>',
  '<img src="https://evil.invalid/img.png">',
  '<image src=x onerror=HARM>',
  '<svg onload=HARM><script>HARM</script></svg>',
  '<svg><a xlink:href="javascript:HARM"><text>x</text></a></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=HARM>',
  '<style>body { background: url(https://evil.invalid/style.png) }</style>',
  '<p style="background: url(https://evil.invalid/attribute.png)">x</p>',
  '<link rel=stylesheet href="https://evil.invalid/link.css">',
  '<meta http-equiv=refresh content="0;url=https://evil.invalid/meta">',
  '<base href="https://evil.invalid/">',
  '<iframe src="https://evil.invalid/frame"></iframe>',
  '<iframe srcdoc="<script>HARM</script>"></iframe>',
  '<object data="https://evil.invalid/object"></object>',
  '<embed src="https://evil.invalid/embed">',
  '<form action="https://evil.invalid/form"><button id=press>x</button></form>',
  '<details open ontoggle=HARM>x</details>',
  '<video src="https://evil.invalid/video" autoplay onerror=HARM></video>',
  '<input autofocus onfocus=HARM>',
  '<body onload=HARM>',
  '<template><script>HARM</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=HARM>">',
  '<!--><script>HARM</script>-->',
  '<![CDATA[<script>HARM</script>]]>',
  '<a href="command:workbench.action.closeAllEditors">x</a>',
  '"><script>HARM</script>',
  "' onmouseover='HARM",
  '[x](javascript:HARM)',
  '[x](JaVaScRiPt:HARM)',
  '[x](&#106;avascript:HARM)',
  '[x](command:workbench.action.closeAllEditors)',
  '[x](command:kamerbrief.useKamerbrief?%5B%5D)',
  '[x](file:///etc/passwd)',
  '[x](data:text/html,<script>HARM</script>)',
  '[x](vscode://kamerbrief.kamerbrief/x)',
  '[x](//evil.invalid/slashes)',
  '[x](https://ok.invalid/"onmouseover="HARM)',
  '![x](https://evil.invalid/image.png)',
  '![x](//evil.invalid/image.png)',
  '![x](http:evil.invalid/image.png)',
  '![x](javascript:HARM)',
  '![x](data:text/html;base64,PHNjcmlwdD4=)',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IkhBUk0iLz4=)',
  '![x](../../../../etc/hosts.png)',
  '![x](file:///etc/hosts.png)',
  '![x](#image-0)',
  '![x](x"onerror="HARM.png)',
  '![" onerror="HARM](stip.png)',
  '&lt;script&gt;HARM&lt;/script&gt;',
  '\u202e\u0000<script>HARM</script>',
  '<scr<script>ipt>HARM</script>',
  '<img src="x" onerror="HARM',
  '`</code><script>HARM</script>`',
].map((attack) => attack.replaceAll('HARM', 'window.top.harm=window.harm=1'));

function hostile(attack, i) {
  const inLine = attack.replaceAll('\n', ' ');
  return `${attack}

## Vragen van de leden van de fractie van ${inLine}

${i + 1}. ${attack}[^${inLine.replace(/[\s\]]/g, '_')}] ^[${inLine}]

a. ${attack}

Antwoord: ${attack}

- ${attack}

> ${attack}

| ${inLine.replaceAll('|', '')} |
| --- |
| ${inLine.replaceAll('|', '')} |

\`\`\`${inLine}
${attack}
\`\`\`

[^${inLine.replace(/[\s\]]/g, '_')}]: ${attack}

[${inLine}](${inLine})
`;
}

/** A red dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * @param {Awaited<ReturnType<import('./host.mjs').start>>} host
 * @returns {Promise<number>} how many failed
 */
export async function previewInWindow(host) {
  const workspace = await mkdtemp(join(tmpdir(), 'kamerbrief-preview-'));
  const write = (name, text) => writeFileSync(join(workspace, name), text);
  write('brief.brief.md', letter);
  write('antwoord.brief.md', reply);
  write('veel.brief.md', many);
  write('verslag.brief.md', report);
  write('stip.png', dot);
  const [first] = attacks;
  write(
    'vijandig.brief.md',
    `---\nsoort: verslag\ntaal: nl\nonderwerp: '${first}'\nx-iets: '${first}'\n---\n\n${attacks.map(hostile).join('\n')}`,
  );
  mkdirSync(join(workspace, '<img src=x onerror=window.harm=1>'));
  write('<img src=x onerror=window.harm=1>/naam.brief.md', '# Een kop\n');

  let browser;
  let page;
  /** Whatever is asked for elsewhere than of VS Code itself. */
  let elsewhere = [];
  /** A browser for each window: what was open in the one before is gone. */
  const launch = async () => {
    await browser?.close();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1200, height: 700 } });
    elsewhere = [];
    page.on('request', (request) => {
      const { hostname } = new URL(request.url());
      if (hostname.endsWith('.invalid')) elsewhere.push(request.url());
    });
  };
  const tally = startTally();
  const test = tally.test.bind(tally);
  const patience = 20_000;
  /** A frame that is not loaded yet, or no more, does not answer. */
  const soon = (answer, within) =>
    Promise.race([
      answer,
      new Promise((_done, fail) => setTimeout(() => fail(new Error('no answer')), within)),
    ]);
  const eventually = async (look, holds, what) => {
    let found;
    for (const late = Date.now() + patience; Date.now() < late;) {
      try {
        found = await soon(look(), 5000);
        if (holds(found)) return found;
      } catch (error) {
        // The frame of the preview comes and goes.
        found = error;
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`${what}: found ${found instanceof Error ? found.message : JSON.stringify(found)}`);
  };

  /** Opens a window; user settings are read when it opens. */
  const open = async (file, settings = {}) => {
    host.set(settings);
    await launch();
    await page.goto(host.url(workspace, [['openFile', host.remote(join(workspace, file))]]));
    // The language shows that the extension is known.
    await page.locator('.statusbar-item', { hasText: 'Kamerbrief' }).first().waitFor({ timeout: 60_000 });
    await page.locator('.monaco-editor .view-lines').first().click();
  };
  const isPreview = (frame) => frame.evaluate(() => document.querySelector('main')?.childElementCount > 0);
  /** The page of the preview, once it shows something. */
  const preview = async () => {
    let found;
    await eventually(
      async () => {
        // VS Code writes what it is given into a frame of this name. Other frames may never answer.
        const frames = page.frames().filter((frame) => frame.url().includes('/pre/fake.html'));
        const shown = await Promise.all(
          frames.map((frame) => soon(isPreview(frame), 1000).catch(() => false)),
        );
        return Boolean((found = frames[shown.indexOf(true)]));
      },
      Boolean,
      'no preview',
    );
    return found;
  };
  const words = async () => (await preview()).evaluate(() => document.querySelector('main').innerText);
  const shows = (text) =>
    eventually(words, (shown) => shown.includes(text), `the preview does not show ${text}`);
  const beside = async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    return preview();
  };
  const goTo = async (line) => {
    await page.keyboard.press('Control+g');
    // What is typed before the box is there goes into the text; Enter before the line is named does nothing.
    const box = page.locator('.quick-input-widget .quick-input-box input');
    await box.waitFor();
    await box.fill(`:${line}`);
    await page
      .locator('.quick-input-widget .monaco-list-row', { hasText: `${line}` })
      .first()
      .waitFor();
    await box.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  };
  const cursor = () =>
    page
      .locator('.statusbar-item', { hasText: /^Ln \d+/ })
      .first()
      .innerText();
  const title = () => page.locator('.tab.active').allInnerTexts();
  /** The number of the first line in view. */
  const topLine = () =>
    page
      .locator('.monaco-editor .line-numbers')
      .evaluateAll((all) =>
        Math.min(
          ...all.filter((one) => one.getBoundingClientRect().top > 60).map((one) => Number(one.textContent)),
        ),
      );

  await test('ctrl+k v shows the letter as it will look, beside its text', async () => {
    await open('antwoord.brief.md');
    const frame = await beside();
    await shows('Klopt dat?1');
    const shown = await words();
    if (!shown.includes('[nog geen antwoord]')) throw new Error(`the open answer is not marked: ${shown}`);
    if (/soort:|\[\^h\]/.test(shown)) throw new Error(`the source is shown: ${shown}`);
    const changes = await eventually(
      () =>
        frame.evaluate(() =>
          [...document.querySelectorAll('del, ins')].map(({ textContent }) => textContent),
        ),
      ({ length }) => length > 0,
      'no difference',
    );
    if (changes.join() !== '[in de brief: veertig],[niet in de brief: dertig]')
      throw new Error(changes.join());
    await eventually(
      title,
      (found) => found.some((one) => one.includes('Voorbeeld van antwoord.brief.md')),
      'title',
    );
    const note = await frame.getAttribute('[role=doc-noteref]', 'title');
    if (note !== 'De havennota.') throw new Error(`note: ${note}`);
    if ((await frame.evaluate(() => document.documentElement.lang)) !== 'nl') throw new Error('no language');
  });

  await test('a picture beside the letter is shown', async () => {
    const frame = await preview();
    await eventually(
      () => frame.evaluate(() => document.querySelector('img')?.naturalWidth),
      (width) => width === 5,
      'the picture',
    );
  });

  await test('it is accessible', async () => {
    const frame = await preview();
    const { violations } = await frame.evaluate(`${axe}; axe.run(document.querySelector('main'))`);
    if (violations.length)
      throw new Error(violations.map(({ id, nodes }) => `${id} ${nodes[0].html}`).join('\n'));
  });

  await test('it follows what is typed, and leaves alone what stays the same', async () => {
    const frame = await preview();
    await frame.evaluate(() => (document.querySelector('h1').kept = true));
    await page.locator('.monaco-editor .view-lines').first().click();
    await goTo(14);
    await page.keyboard.press('End');
    await page.keyboard.type(' [sic]');
    await shows('En wie betaalt dat? [sic]');
    if (!(await frame.evaluate(() => document.querySelector('h1').kept)))
      throw new Error('the heading was made anew');
  });

  await test('a click leads to the word in the text', async () => {
    const frame = await preview();
    await frame.getByText('betaalt').click({ position: { x: 5, y: 8 } });
    const at = await eventually(cursor, (found) => found.startsWith('Ln 14'), 'the cursor');
    const word = await frame.evaluate(() => {
      const text = document.evaluate("//p[contains(., 'En wie')]", document).iterateNext().lastChild;
      const range = document.createRange();
      range.setStart(text, text.data.indexOf('betaalt'));
      range.setEnd(text, text.data.indexOf('betaalt') + 7);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await frame.locator('body').click({ position: word });
    await eventually(cursor, (found) => found.includes('Ln 14, Col 11'), `the cursor, after ${at}`);
  });

  await test('words can be selected, and a link to a note leads there', async () => {
    const frame = await preview();
    await goTo(1);
    await frame.locator('h1').dblclick();
    if (!(await frame.evaluate(() => String(getSelection())))) throw new Error('nothing is selected');
    await frame.locator('[role=doc-noteref]').click();
    await eventually(
      () => frame.evaluate(() => document.activeElement.id),
      (id) => id === 'note-1',
      'the note',
    );
  });

  await test('it has the colours of the theme, and is black on white on paper', async () => {
    for (const theme of ['Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
      await open('antwoord.brief.md', { 'workbench.colorTheme': theme });
      const frame = await beside();
      await shows('Klopt dat?1');
      const [shown, wanted] = await frame.evaluate(() => {
        const probe = document.createElement('p');
        document.body.append(probe);
        probe.style.setProperty('background-color', 'var(--vscode-editor-background)');
        probe.style.setProperty('color', 'var(--vscode-editor-foreground)');
        const colours = (element) =>
          [getComputedStyle(element).backgroundColor, getComputedStyle(element).color].join();
        const found = [colours(document.body), colours(probe)];
        probe.remove();
        return found;
      });
      if (shown !== wanted) throw new Error(`${theme}: ${shown} is not ${wanted}`);
      const { violations } = await frame.evaluate(`${axe}; axe.run(document.querySelector('main'))`);
      if (violations.length)
        throw new Error(
          `${theme}: ${violations.map(({ id, nodes }) => `${id} ${nodes[0].html} ${nodes[0].failureSummary}`).join('\n')}`,
        );
    }
    await page.emulateMedia({ media: 'print' });
    const frame = await preview();
    const paper = await frame.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return `${color} on ${backgroundColor}`;
    });
    await page.emulateMedia({ media: null });
    if (paper !== 'rgb(0, 0, 0) on rgb(255, 255, 255)') throw new Error(paper);
  });

  await test('scrolling follows both ways, and typing never moves the editor', async () => {
    await open('veel.brief.md');
    const frame = await beside();
    await shows('Klopt het dat haven 80');
    await page.locator('.monaco-editor .view-lines').first().click();
    await goTo(200);
    const below = await eventually(
      () => frame.evaluate(() => scrollY),
      (y) => y > 1000,
      'the preview did not follow',
    );
    const shown = await frame.evaluate(() => {
      const inView = [...document.querySelectorAll('.question')].find(
        (one) => one.getBoundingClientRect().bottom > 0,
      );
      return Number.parseInt(inView.innerText, 10);
    });
    const top = await topLine();
    // Each question takes four lines of the text, below four lines of details.
    const question = Math.ceil((top - 4) / 4);
    if (Math.abs(shown - question) > 1)
      throw new Error(`line ${top} is question ${question}, shown is ${shown}`);

    await page.waitForTimeout(600);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.type('x');
      await page.waitForTimeout(60);
    }
    await shows('xxxxxxxxxxxx');
    await page.waitForTimeout(600);
    if ((await topLine()) !== top) throw new Error(`typing moved line ${top} to ${await topLine()}`);
    if (!(await cursor()).startsWith('Ln 200')) throw new Error(`the cursor went to ${await cursor()}`);

    const { x, y } = await (await frame.frameElement()).boundingBox();
    await page.mouse.move(x + 200, y + 200);
    for (let i = 0; i < 10; i++) {
      await page.mouse.wheel(0, -400);
      await page.waitForTimeout(50);
    }
    await eventually(topLine, (line) => line < top - 10, 'the editor did not follow');
    const after = await frame.evaluate(() => scrollY);
    if (after >= below) throw new Error('the preview did not scroll');
    await page.waitForTimeout(600);
    if ((await frame.evaluate(() => scrollY)) !== after) throw new Error('the preview was moved back');
  });

  await test('each way can be switched off', async () => {
    await open('veel.brief.md', {
      'kamerbrief.preview.scrollPreviewWithEditor': false,
      'kamerbrief.preview.scrollEditorWithPreview': false,
    });
    const frame = await beside();
    await shows('Klopt het dat haven 80');
    await page.locator('.monaco-editor .view-lines').first().click();
    await goTo(200);
    await page.waitForTimeout(800);
    if ((await frame.evaluate(() => scrollY)) !== 0) throw new Error('the preview followed');
    const top = await topLine();
    const { x, y } = await (await frame.frameElement()).boundingBox();
    await page.mouse.move(x + 200, y + 200);
    await page.mouse.wheel(0, 3000);
    await eventually(
      () => frame.evaluate(() => scrollY),
      (scrolled) => scrolled > 500,
      'the wheel',
    );
    await page.waitForTimeout(800);
    if ((await topLine()) !== top) throw new Error('the editor followed');
  });

  await test('a report shows its parts as they stand in the editor, and a click leads to their file', async () => {
    await open('antwoord.brief.md', { 'files.autoSave': 'off' });
    await goTo(14);
    await page.keyboard.press('End');
    await page.keyboard.type(' [nog niet bewaard]');
    await page.locator('.explorer-viewlet .monaco-list-row', { hasText: 'verslag.brief.md' }).dblclick();
    await page.locator('.tab.active', { hasText: 'verslag' }).waitFor();
    await page.locator('.monaco-editor .view-lines', { hasText: 'Bijlage' }).first().click();
    const frame = await beside();
    await shows('[nog niet bewaard]');
    await shows('weg.brief.md’ is niet gevonden');
    await frame
      .locator('.part .answer p')
      .first()
      .click({ position: { x: 3, y: 5 } });
    await eventually(cursor, (found) => found.startsWith('Ln 10'), 'the cursor');
    await eventually(words, (found) => found.startsWith('Verslag'), 'the report stays');
    await page.locator('.monaco-editor .view-lines', { hasText: 'niet bewaard' }).first().click();
    await goTo(14);
    await page.keyboard.press('End');
    await page.keyboard.type(' [en dit ook niet]');
    await shows('[en dit ook niet]');
    // A window with a text that is not saved does not close.
    await page.keyboard.press('Control+s');
    await eventually(
      () => page.locator('.tab.dirty').count(),
      (count) => count === 0,
      'the text is saved',
    );
  });

  await test('it is there again when the window is loaded again', async () => {
    await open('antwoord.brief.md');
    await beside();
    await shows('Klopt dat?1');
    // In a browser VS Code writes down what is open every five seconds.
    await page.waitForTimeout(6000);
    await page.goto(host.url(workspace));
    await page.locator('.tab', { hasText: 'Voorbeeld van' }).waitFor({ timeout: 60_000 });
    await shows('Klopt dat?1');
  });

  await test('hostile text stays text', async () => {
    await open('vijandig.brief.md');
    const frame = await beside();
    await shows(attacks.at(-1).replaceAll('`', ''));
    await page.waitForTimeout(1000);
    const found = await frame.evaluate(() => ({
      harm: [window.harm ?? null],
      tags: [...new Set([...document.querySelectorAll('main *')].map(({ localName }) => localName))].sort(),
      attributes: [
        ...new Set([...document.querySelectorAll('main *')].flatMap((one) => one.getAttributeNames())),
      ].sort(),
      links: [...document.querySelectorAll('main [href]')].map((one) => one.getAttribute('href')),
      images: [...document.querySelectorAll('main img')].map(({ src }) => src),
      policy: document.querySelector('meta[http-equiv]').content,
      words: document.querySelector('main').textContent,
    }));
    const problems = [
      ...found.harm.filter((one) => one !== null),
      ...found.tags.filter(
        (tag) =>
          !/^(?:h[1-6]|p|ol|ul|li|div|section|table|thead|tbody|tr|th|td|blockquote|pre|code|hr|br|sup|a|em|strong|span|img)$/.test(
            tag,
          ),
      ),
      ...found.attributes.filter(
        (name) =>
          !/^(?:id|class|lang|role|scope|tabindex|title|alt|data-at|aria-label|aria-labelledby|rel|href|src)$/.test(
            name,
          ),
      ),
      ...found.links.filter((link) => !/^(?:https?:\/\/|mailto:|#(?:note|ref)-)/.test(link)),
      ...found.images.filter((image) => !image.includes('.vscode-resource.')),
      ...elsewhere,
    ];
    if (problems.length) throw new Error(problems.join('\n'));
    if (!found.words.includes('<script>window.top.harm')) throw new Error('the text is gone');
    if (await page.evaluate(() => window.harm ?? null)) throw new Error('the window was reached');

    // What is shown cannot be pressed into doing anything either.
    const tabs = await page.locator('.tab').count();
    for (const link of await frame.locator('main p:has-text("command:")').all())
      await link.click({ force: true, timeout: 2000 }).catch(() => {});
    if ((await page.locator('.tab').count()) !== tabs) throw new Error('a command ran');
  });

  await test('nor does the page let in what the server would never send', async () => {
    const frame = await preview();
    const html = attacks.join('\n');
    await frame.evaluate((html) => {
      window.postMessage(
        { type: 'show', uri: 'untitled:x', language: 'nl', html, places: [], images: [] },
        '*',
      );
    }, html);
    await eventually(
      () => frame.evaluate(() => document.querySelector('main').textContent),
      (text) => text.includes('ontoggle'),
      'shown',
    );
    await page.waitForTimeout(500);
    const found = await frame.evaluate(() => [
      window.harm ?? null,
      ...[...document.querySelectorAll('main *')].flatMap(({ localName, attributes }) => [
        /^(?:script|style|svg|math|iframe|object|embed|form|link|meta|base|details|video|input|template)$/.test(
          localName,
        )
          ? localName
          : null,
        ...[...attributes].map(({ name, value }) =>
          /^on|^style$|srcdoc/.test(name) || /^(?:javascript|command|file|data|vscode):/i.test(value)
            ? name
            : null,
        ),
      ]),
    ]);
    const problems = [...found.filter((one) => one !== null), ...elsewhere];
    if (problems.length) throw new Error(problems.join('\n'));
  });

  await browser.close();
  await rm(workspace, { recursive: true, force: true });
  return tally.failed;
}
