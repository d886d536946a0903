import { build } from 'esbuild';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run } from '../setup.mjs';
import { spot } from './consultation.mjs';

/** What people use on such text today. Kept in a cache folder, not among the packages of the project. */
const packages = {
  'markdown-it': '15.0.3',
  remark: '15.0.1',
  'remark-cli': '12.0.1',
  'remark-gfm': '4.0.1',
  'remark-preset-lint-recommended': '7.0.1',
  rumdl: '0.2.75',
  'unified-language-server': '4.1.0',
  'vscode-markdown-languageserver': '0.5.0',
};
const cache = join(root, '.cache', 'bench');
const node = process.execPath;

export const versions = packages;

/** Installs the peers once. */
export function installPeers() {
  const content = `${JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2)}\n`;
  const done = join(cache, `done-${Object.values(packages).join('-')}`);
  if (existsSync(done)) return;
  console.log('installing the servers that are measured beside ours, once …');
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), content);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  if (run('npm', ['install', ...quiet], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] }) !== 0)
    throw new Error(
      'The servers that are measured beside ours could not be installed from the npm registry.',
    );
  writeFileSync(join(cache, 'unified.js'), unifiedServer);
  writeFileSync(
    join(cache, '.remarkrc.json'),
    `{ "plugins": ["remark-gfm", "remark-preset-lint-recommended"] }\n`,
  );
  writeFileSync(done, '');
}

const unifiedServer = `import { createUnifiedLanguageServer } from 'unified-language-server';
import { remark } from 'remark';

createUnifiedLanguageServer({
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  rcName: '.remarkrc',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark(),
});
`;

/** The program itself: the script around it would be measured with it. */
export function rumdlProgram() {
  const [platform] = readdirSync(join(cache, 'node_modules', '@rumdl'));
  const folder = join(cache, 'node_modules', '@rumdl', platform);
  const names = ['rumdl', 'rumdl.exe', join('bin', 'rumdl'), join('bin', 'rumdl.exe')];
  return names.map((name) => join(folder, name)).find(existsSync);
}

export function remarkProgram() {
  return { command: node, args: [join(cache, 'node_modules', 'remark-cli', 'cli.js')], cwd: cache };
}

/** @returns {Promise<Record<string, import('./client.mjs').Spec>>} Kamerbrief, and bare servers that only keep the text */
export async function ownServers() {
  const bare = 'dist/bench/bare-server.cjs';
  await build({
    entryPoints: ['test/bench/bare-server/main.mjs'],
    outfile: bare,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
  });
  const base = { command: node, languageId: 'kamerbrief', uri: 'untitled:bench.brief.md' };
  return {
    kamerbrief: { ...base, args: ['dist/server.js', '--stdio'] },
    string: { ...base, args: [bare, 'string'] },
    rope: { ...base, args: [bare, 'rope'] },
  };
}

const on = { enabled: 'warning' };
const markdownSettings = {
  markdown: {
    validate: {
      enabled: true,
      referenceLinks: on,
      fragmentLinks: on,
      fileLinks: { ...on, markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: on,
      duplicateLinkDefinitions: on,
    },
    suggest: { paths: { enabled: true } },
    occurrencesHighlight: { enabled: true },
  },
};

/**
 * The peers, with all their rules on, and one finding that each has in a spot: a link that leads nowhere, or a long line.
 * @returns {Record<string, import('./client.mjs').Spec & { finding: { code: string, side: 'start' | 'end', at: number } }>}
 */
export function peers() {
  installPeers();
  const MarkdownIt = createRequire(join(cache, 'package.json'))('markdown-it');
  const parser = new (MarkdownIt.default ?? MarkdownIt)({ html: true });
  const link = spot.text.indexOf(spot.link);
  const base = {
    languageId: 'markdown',
    cwd: cache,
    root: pathToFileURL(cache).href,
    uri: pathToFileURL(join(cache, 'bench.md')).href,
  };
  return {
    markdown: {
      ...base,
      command: node,
      args: ['node_modules/vscode-markdown-languageserver/dist/node/workerMain.js', '--stdio'],
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: markdownSettings,
      answers: {
        // In VS Code the editor parses for this server.
        'markdown/parse': ({ uri, text }, textOf) => parser.parse(text ?? textOf(uri), {}).map(tokenOf),
        'markdown/findMarkdownFilesInWorkspace': () => [base.uri],
        'markdown/fs/stat': ({ uri }) => (uri === base.uri ? { isDirectory: false } : null),
        'markdown/fs/readDirectory': () => [['bench.md', { isDirectory: false }]],
        'markdown/fs/readFile': ({ uri }, textOf) => [...Buffer.from(textOf(uri))],
      },
      finding: { code: 'link.no-such-reference', side: 'start', at: link + '[weg]['.length },
    },
    remark: {
      ...base,
      command: node,
      args: ['unified.js', '--stdio'],
      finding: { code: 'no-undefined-references', side: 'start', at: link },
    },
    rumdl: {
      ...base,
      command: rumdlProgram(),
      args: ['server', '--stdio'],
      finding: { code: 'MD013', side: 'end', at: spot.text.length },
    },
  };
}

function tokenOf({ type, markup, content, map, children }) {
  return { type, markup, content, map, children: children?.map(tokenOf) ?? null };
}
