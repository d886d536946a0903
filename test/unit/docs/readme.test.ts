import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import both from '../../../package.nls.json' with { type: 'json' };
import dutch from '../../../package.nls.nl.json' with { type: 'json' };
import { between } from '../manifest/manifest.js';
import { tablesOf } from './tables.js';

const readme = readFileSync('README.md', 'utf8');

/** Descriptions in the manifest are names of texts in its language files: `%rules%`. */
function said(description: string): [dutch: string, english: string] {
  const key = description.replaceAll('%', '') as keyof typeof dutch;
  const english = both[key].slice(dutch[key].length + between.length);
  return [dutch[key].replaceAll('`', ''), english.replaceAll('`', '')];
}

test('the table of settings is that of the manifest', () => {
  const { rows } = tablesOf(readme).find(({ head }) => head[0] === 'setting')!;
  const settings: Record<string, { default: unknown; description?: string; markdownDescription?: string }> =
    manifest.contributes.configuration.properties;
  expect(rows).toEqual(
    Object.entries(settings).map(([name, { default: standard, description, markdownDescription }]) => {
      const text = (description ?? markdownDescription)!;
      return [name, typeof standard === 'string' ? standard : JSON.stringify(standard), ...said(text)];
    }),
  );
});

test('the table of commands is that of the manifest', () => {
  const { rows } = tablesOf(readme).find(({ head }) => head[0] === 'in Dutch')!;
  const titles = new Map(manifest.contributes.commands.map(({ command, title }) => [command, title]));
  const wanted = [...titles].filter(([command]) => !command.endsWith('.en'));
  expect(rows.map(([nl, en]) => [nl, en])).toEqual(
    wanted.map(([command, title]) => [title, titles.get(`${command}.en`)]),
  );
});

test('commands of npm that the pages name exist', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md', 'docs/dependencies.md'])
    for (const [, name] of readFileSync(page, 'utf8').matchAll(/(?:^ {4}|`)npm (?:run )?([a-z:]+)/gm))
      expect(Object.keys(manifest.scripts)).toContain(name);
});

test('files and folders that CONTRIBUTING names exist', () => {
  const named = [
    ...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/`((?:server|test|docs|examples)\/[^`<]+)`/g),
  ];
  expect(named.length).toBeGreaterThan(10);
  for (const [, path] of named) expect(existsSync(path), path).toBe(true);
});

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));

test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pages])(
  '%s links to files that exist',
  (page) => {
    // Examples of text and of code may have links that lead elsewhere.
    const text = readFileSync(page, 'utf8')
      .replace(/^````brief\n(?:(?!````).*\n)*/gm, '')
      .replace(/`[^`\n]*`/g, '');
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g))
      if (!/^https?:/.test(target)) expect(existsSync(join(dirname(page), target)), target).toBe(true);
  },
);
