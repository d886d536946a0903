import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root, start } from './host.mjs';

/**
 * Takes the pictures of the README (`npm run pictures`) from the real editor. It works on copies of an example, with
 * settings of its own: nobody's editor or text is touched.
 */
const folder = join(root, 'docs', 'pictures');
const mostBytes = 200_000;

/** As calm as the editor can be: light, and nothing in view but the outline and the text. */
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.fontFamily': "'DejaVu Sans Mono', Menlo, Consolas, monospace",
  'editor.fontSize': 13,
  'editor.lineHeight': 1.55,
  'editor.cursorBlinking': 'solid',
  'editor.renderLineHighlight': 'none',
  'editor.suggest.preview': true,
  'git.enabled': false,
};

/** What is done in the example reply before each picture. */
const scenes = {
  'missing-answer': async (editor) => {
    await editor.goTo('Antwoord: Inmiddels hebben 27');
    await editor.press('Control+Shift+k');
    await editor.hover('5.', 'nog geen antwoord');
  },
  footnote: async (editor) => {
    await editor.goTo('Antwoord: De stijging komt vooral');
    await editor.press('ArrowUp');
    await editor.hover('w1', 'Kamerstukken');
  },
  questions: async (editor) => {
    await editor.showQuestions();
    await editor.goTo('3. De leden van de fractie van GroenLinks');
    await editor.shows('.sidebar .monaco-list-row.selected', '3. ');
  },
  'standard-parts': async (editor) => {
    await editor.goTo('Hierbij bied ik u de antwoorden aan');
    await editor.press('Control+Shift+k', 'Enter', 'ArrowUp', 'Control+Space');
    await editor.shows('.suggest-widget .focused', 'Briefhoofd van het antwoord');
    await editor.press('ArrowDown');
    await editor.shows('.suggest-widget .focused', 'Aanhef van het antwoord');
    await editor.shows('.view-lines', 'met kenmerk 178033.02U');
  },
  // A slip in the quote of question 4, and no answer to question 5.
  preview: async (editor) => {
    await editor.press('Control+b');
    await editor.goTo('4. Uit onderzoek blijkt dat 12%');
    await editor.press('Home', ...Array(28).fill('ArrowRight'), 'Delete', '3');
    await editor.goTo('Antwoord: Inmiddels hebben 27');
    await editor.press('Control+Shift+k');
    await editor.goTo('6. Deze leden');
    await editor.press('Control+k', 'v');
    await editor.previewShows('[nog geen antwoord]');
  },
};

/** For the view “Vragen”: the bars are shown, and the example is a reply that is being written, with twelve days to go. */
const underWay = {
  settings: { 'workbench.activityBar.location': 'default', 'workbench.statusBar.visible': true },
  async change(workspace) {
    const sent = new Date(Date.now() - 16 * 86_400_000).toISOString().slice(0, 10);
    const edit = async (name, pairs) => {
      const file = join(workspace, name);
      let text = await readFile(file, 'utf8');
      for (const [from, to] of pairs) {
        if (!text.includes(from)) throw new Error(`the example has no: ${from}`);
        text = text.replace(from, to);
      }
      await writeFile(file, text);
    };
    await edit('brief.brief.md', [['datum: 21 oktober 2025', `datum: ${sent}`]]);
    await edit('antwoord.brief.md', [
      ['status: definitief', 'status: concept'],
      ['1. De leden', '<!-- kb werk: eigenaar=Warmte; stand=akkoord -->\n\n1. De leden'],
      ['2. De leden', '<!-- kb werk: eigenaar=Wonen; stand=ter review -->\n\n2. De leden'],
      ['3. De leden', '<!-- kb werk: eigenaar=Wonen; stand=concept -->\n\n3. De leden'],
      [
        /(?<=Antwoord: )De regering kent het onderzoek[^\n]*/.exec(
          await readFile(join(workspace, 'antwoord.brief.md'), 'utf8'),
        )[0],
        'PM',
      ],
      [
        /\n\nAntwoord: Inmiddels hebben 27[^\n]*/.exec(
          await readFile(join(workspace, 'antwoord.brief.md'), 'utf8'),
        )[0],
        '',
      ],
    ]);
  },
};

await mkdir(folder, { recursive: true });
// By a link: VS Code begins with a theme from below the folder of an extension that it runs, and there its own are, in `.cache`.
const links = await mkdtemp(join(tmpdir(), 'kamerbrief-pictures-'));
const extension = join(links, 'kamerbrief');
await symlink(root, extension, 'junction');
const host = await start({ settings, extension });
try {
  for (const [name, prepare] of Object.entries(scenes)) {
    const path = join(folder, `${name}.png`);
    await take(path, prepare, name === 'questions' ? underWay : null);
    const { length } = await readFile(path);
    console.log(`  ${name}.png, ${Math.round(length / 1000)} kB`);
    if (length > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes / 1000} kB`);
  }
} finally {
  host.stop();
  await rm(links, { recursive: true });
}

/** A browser for each picture: the packed one has a single process, and ends with its page. */
async function take(path, prepare, scene) {
  const parent = await mkdtemp(join(tmpdir(), 'kamerbrief-pictures-'));
  const workspace = join(parent, 'overleg');
  await cp(join(root, 'examples', 'warmtenetten'), workspace, { recursive: true });
  const file = join(workspace, 'antwoord.brief.md');
  await scene?.change(workspace);
  host.set({ ...settings, ...scene?.settings });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({
      viewport: scene ? { width: 1060, height: 420 } : { width: 960, height: 480 },
      deviceScaleFactor: 1.4,
    });
    await page.goto(host.url(workspace, [['openFile', host.remote(file)]]));
    const editor = editorOn(page, await readFile(file, 'utf8'));
    if (!scene) await editor.showOutline();
    await prepare(editor);
    await page.screenshot({ path });
  } finally {
    await browser.close();
    await rm(parent, { recursive: true, force: true });
  }
}

/** The editor as a drafter handles it, by keyboard and mouse. */
function editorOn(page, source) {
  /** VS Code shows spaces as fixed ones in some places. */
  const words = (text) =>
    new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]'));
  const shows = (selector, text) =>
    page
      .locator(selector, { hasText: words(text) })
      .first()
      .waitFor({ timeout: 60_000 });

  const widen = async (by) => {
    const { x, width } = await page.locator('.part.sidebar').boundingBox();
    await page.mouse.move(x + width, 300);
    await page.mouse.down();
    await page.mouse.move(x + width + by, 300, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(x + width + by + 240, 300);
  };

  return {
    shows,

    /** Side bar: the outline alone, wide enough to read the state of each answer. */
    async showOutline() {
      await shows('.view-lines', 'soort');
      await page.click('.pane-header:has-text("overleg")');
      await page.click('.pane-header:has-text("Outline")');
      await shows('.outline-pane .monaco-list-row', 'beantwoord');
      await widen(60);
    },

    /** Side bar: the view of the questions, wide enough for their words and state. */
    async showQuestions() {
      await shows('.statusbar-item', 'beantwoord');
      await page.locator('.statusbar-item', { hasText: 'beantwoord' }).click();
      await shows('.sidebar .monaco-list-row', 'nog geen antwoord');
      await widen(225);
    },

    /** Waits for words in the preview, and until it has scrolled along. */
    async previewShows(text) {
      for (let tries = 0; tries < 100; tries++) {
        for (const frame of page.frames()) {
          const found = frame.locator('main', { hasText: text });
          if (await found.count().catch(() => 0)) return page.waitForTimeout(1500);
        }
        await page.waitForTimeout(100);
      }
      throw new Error(`the preview does not show ${text}`);
    },

    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },

    /** Goes to the line of the example that begins so. */
    async goTo(beginning) {
      const line = source.split('\n').findIndex((text) => text.startsWith(beginning)) + 1;
      if (line === 0) throw new Error(`the example has no line that begins with: ${beginning}`);
      await page.keyboard.press('Control+g');
      await page.keyboard.type(`:${line}`);
      await page.keyboard.press('Enter');
      await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
      await shows('.view-lines', beginning);
    },

    /** Rests the mouse on a stretch of text until the bubble says what is expected, and is drawn in full. */
    async hover(text, says) {
      const bubble = page.locator('.monaco-hover:visible', { hasText: words(says) });
      for (let tries = 0; tries < 20; tries++) {
        const { x, y } = await page.evaluate(middleOf, text);
        await page.mouse.move(x, y - 60);
        await page.mouse.move(x, y, { steps: 5 });
        try {
          await bubble.waitFor({ timeout: 2000 });
          await page.waitForTimeout(500);
          return;
        } catch {
          // The findings may not be there yet.
        }
      }
      throw new Error(`no bubble at ${text} says: ${says}`);
    },
  };
}

/** Runs in the page: the middle of the first place in the editor where a text stands within one colour. */
function middleOf(text) {
  for (const line of document.querySelectorAll('.view-line')) {
    const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const from = words.currentNode.data.indexOf(text);
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(words.currentNode, from);
      range.setEnd(words.currentNode, from + text.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  throw new Error(`not in view: ${text}`);
}
