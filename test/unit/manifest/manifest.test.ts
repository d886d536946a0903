import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { between, manifestWithRules, readManifest, readWords, words, wordsWithRules } from './manifest.js';

const manifest = readManifest();
const { contributes } = manifest;

describe('the setting of the rules (vitest -u writes it)', () => {
  test('names every rule, its usual severity, and what it finds', async () => {
    await expect(manifestWithRules()).toMatchFileSnapshot('../../../package.json');
  });

  test.each(['nl', 'en'] as const)('says what each rule finds: %s', async (language) => {
    await expect(wordsWithRules(language)).toMatchFileSnapshot(`../../../${words[language]}`);
  });
});

describe.each(['nl', 'en'] as const)('the texts in %s', (language) => {
  const texts = readWords(language);

  test('are those that the manifest asks for', () => {
    const asked = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect(Object.keys(texts).sort()).toEqual([...new Set(asked)].sort());
  });

  test('say something', () => {
    expect(Object.keys(texts).filter((key) => !/\p{L}{3}/u.test(texts[key]))).toEqual([]);
  });
});

test('a text that everyone is shown is in Dutch, and behind it in English', () => {
  const both = readWords('en');
  for (const [key, dutch] of Object.entries(readWords('nl'))) {
    expect(both[key].slice(0, dutch.length + between.length)).toBe(dutch + between);
    const english = both[key].slice(dutch.length + between.length);
    expect(english).toMatch(/\p{L}{3}/u);
    expect(english).not.toBe(dutch);
  }
});

test.each(['viewsWelcome', 'walkthroughs'] as const)('%s come in pairs: one in each language', (point) => {
  const whens = (contributes[point] ?? []).map(({ when }) => when);
  const english = whens.filter((when) => when.startsWith('kamerbrief.english || '));
  const dutch = whens.filter((when) => when.startsWith('!kamerbrief.english && '));
  expect(english).not.toHaveLength(0);
  expect([dutch.length, dutch.length + english.length]).toEqual([english.length, whens.length]);
});

test('views and menus of menus have names that are Dutch and English at once, or are named by the extension', () => {
  const names = [
    ...Object.values(contributes.viewsContainers ?? {}).flatMap((all) => all.map(({ title }) => title)),
    ...(contributes.submenus ?? []).map(({ label }) => label),
  ];
  expect([...new Set(names)]).toEqual(['Kamerbrief']);
  const source = readFileSync('client/src/views/questions.ts', 'utf8');
  for (const { name } of Object.values(contributes.views ?? {}).flat())
    expect(source).toMatch(new RegExp(`\\.title = say\\('${name}', '\\w+'\\)`));
});

describe('commands', () => {
  const dutch = '!kamerbrief.english && config.kamerbrief.language != en';
  const english = 'kamerbrief.english || config.kamerbrief.language == en';
  const ids = contributes.commands.map(({ command }) => command);
  const pairs = ids.filter((id) => !id.endsWith('.en'));

  test('come in pairs, Dutch and English, with titles that differ', () => {
    expect([...ids].sort()).toEqual(pairs.flatMap((id) => [id, `${id}.en`]).sort());
    for (const id of pairs) {
      const [nl, en] = [id, `${id}.en`].map((one) =>
        contributes.commands.find(({ command }) => command === one)!,
      );
      expect(nl.title).not.toBe(en.title);
      expect(nl.category).toBe(en.category);
    }
  });

  test.each(pairs)('%s is in the command palette', (id) => {
    const shown = contributes.menus.commandPalette.map(({ command }) => command);
    expect(shown.filter((one) => one === id || one === `${id}.en`)).toEqual([id, `${id}.en`]);
  });

  test.each(Object.keys(contributes.menus))('the menu %s shows one of each pair', (menu) => {
    const items = contributes.menus[menu].filter(({ command }) => command?.startsWith('kamerbrief.'));
    const ours = items.filter(({ command }) => !command!.endsWith('.en'));
    for (const item of ours) {
      const other = items.find(
        ({ command, group }) => command === `${item.command}.en` && group === item.group,
      );
      const rest = item.when!.slice(dutch.length);
      expect(item.when).toBe(dutch + rest);
      expect(other?.when).toBe(rest ? `(${english})${rest}` : english);
    }
    expect(items.length).toBe(2 * ours.length);
  });
});

test('what needs the command line is offered nowhere in a browser without one', () => {
  const code = readFileSync('client/src/commands/with-program.ts', 'utf8');
  const [, list] = /withProgram: readonly Command\[\] = \[([^\]]*)\]/.exec(code)!;
  const count = list.match(/\w+/g)!.length;
  const ids = new Set<string>();
  for (const { command, when } of Object.values(contributes.menus).flat())
    if (when?.endsWith(' && (!isWeb || remoteName)')) ids.add(command!.replace(/\.en$/, ''));
  expect(ids.size).toBe(count);
  for (const { command, when } of Object.values(contributes.menus).flat())
    if (command && ids.has(command.replace(/\.en$/, ''))) expect(when).toContain('(!isWeb || remoteName)');
});

test('no key binding takes a key from the editor, or works outside a letter', () => {
  for (const { key, mac, when } of contributes.keybindings ?? []) {
    for (const one of [key, mac ?? key])
      expect(one).toMatch(/^(?:(?:ctrl|cmd|alt|shift)\+){1,3}[a-z0-9.,;'/-]+(?: \S+)?$/);
    expect(when).toMatch(
      /\b(?:editorLangId|resourceLangId) == kamerbrief\b|\bactiveCustomEditorId\b|\bkamerbrief\.\w+/,
    );
  }
});

test('only a letter and its preview wake the extension; commands do so by themselves', () => {
  expect(manifest.activationEvents).toEqual(['onLanguage:kamerbrief', 'onWebviewPanel:kamerbrief.preview']);
});

test('the parts of a letter are offered by the server alone', () => {
  expect(contributes.snippets).toBeUndefined();
});

test('the oldest VS Code is the one that the types are of', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

test('files that the manifest names exist', () => {
  const paths = [...JSON.stringify(contributes).matchAll(/"(\.\/[^"]+)"/g)].map(([, path]) => path);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  for (const { path, scopeName } of contributes.grammars)
    expect(JSON.parse(readFileSync(path, 'utf8')).scopeName).toBe(scopeName);
});
