import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  sourcemap: 'linked',
  legalComments: 'none',
};
/** VS Code loads these itself. */
const inEditor = { ...shared, format: 'cjs', external: ['vscode'] };
/** The same without Node, for VS Code in the browser. */
const inBrowser = { ...inEditor, platform: 'browser', target: 'es2022' };
/** What packages of the older kind find around them. */
const olderKind = `
import { createRequire as requireOf } from 'node:module';
import { fileURLToPath as pathOf } from 'node:url';
const require = requireOf(import.meta.url);
const __filename = pathOf(import.meta.url);
const __dirname = pathOf(new URL('.', import.meta.url));`;
const bundles = [
  // The language server and the command line share their code; what only one command needs is read when it is asked for.
  {
    ...shared,
    entryPoints: {
      server: 'server/src/hosts/lsp/main.ts',
      kamerbrief: 'server/src/hosts/cli/main.ts',
      'check-worker': 'server/src/hosts/cli/check-worker.ts',
      typst: 'server/src/hosts/typst/worker.ts',
      'import-worker': 'server/src/hosts/cli/import-worker.ts',
    },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    // What reads PDF draws nothing: it need not look for what this machine draws with, and say that there is nothing.
    define: { 'process.versions.nw': '"none"' },
    banner: { js: `#!/usr/bin/env node\n${olderKind}` },
  },
  { ...inEditor, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.cjs', minify: true },
  {
    ...shared,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: ['client/src/preview/page/main.ts'],
    outfile: 'dist/preview.js',
    minify: true,
    sourcemap: false,
  },
  { ...inBrowser, entryPoints: ['client/src/browser.ts'], outfile: 'dist/browser/client.js', minify: true },
  {
    ...inBrowser,
    format: 'iife',
    entryPoints: ['server/src/hosts/browser/main.ts'],
    outfile: 'dist/browser/server.js',
    minify: true,
  },
  { ...inEditor, entryPoints: ['test/vscode/suite.ts'], outfile: 'dist/test/suite.cjs' },
  { ...inEditor, entryPoints: ['test/vscode/startup.ts'], outfile: 'dist/test/startup.cjs' },
  {
    ...inEditor,
    entryPoints: ['test/vscode/suite-installed.ts'],
    outfile: 'dist/test/suite-installed.cjs',
  },
  {
    ...inBrowser,
    entryPoints: ['test/vscode/suite-browser.ts'],
    outfile: 'dist/test/suite-browser.js',
    alias: { 'node:assert/strict': './test/vscode/suite/assert.ts' },
  },
];

const require = createRequire(import.meta.url);
const folderOf = (name) => dirname(require.resolve(`${name}/package.json`));

/** The fonts of a PDF, with their licences: running text, all that it lacks, and literal text. */
const noto = '@expo-google-fonts/noto-sans';
const fonts = [
  [noto, '400Regular/NotoSans_400Regular.ttf'],
  [noto, '400Regular_Italic/NotoSans_400Regular_Italic.ttf'],
  [noto, '700Bold/NotoSans_700Bold.ttf'],
  [noto, '700Bold_Italic/NotoSans_700Bold_Italic.ttf'],
  [noto, 'LICENSE_FONT', 'NotoSans-LICENSE.txt'],
  ['dejavu-fonts-ttf', 'ttf/DejaVuSans.ttf'],
  ['dejavu-fonts-ttf', 'ttf/DejaVuSansMono.ttf'],
  ['dejavu-fonts-ttf', 'LICENSE', 'DejaVu-LICENSE.txt'],
];

/** Packages of which files are copied instead of bundled. */
const typst = '@myriaddreamin/typst-ts-web-compiler';
const copied = [typst, ...fonts.map(([name]) => name)].map((name) =>
  relative('.', require.resolve(`${name}/package.json`)),
);

async function copyFonts() {
  await mkdir('dist/fonts', { recursive: true });
  for (const [name, path, as = basename(path)] of fonts)
    await copyFile(join(folderOf(name), path), join('dist/fonts', as));
}

/** The typesetter of PDFs, packed as tight as can be: once, as that takes some seconds. */
async function copyTypesetter() {
  const { version } = JSON.parse(await readFile(join(folderOf(typst), 'package.json'), 'utf8'));
  const packed = join('node_modules/.cache/kamerbrief', `typst-${version}.wasm.br`);
  if (!existsSync(packed)) {
    const source = await readFile(require.resolve(`${typst}/wasm`));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
    };
    await mkdir(dirname(packed), { recursive: true });
    await writeFile(`${packed}.part`, await promisify(brotliCompress)(source, { params }));
    await rename(`${packed}.part`, packed);
  }
  await mkdir('dist', { recursive: true });
  await copyFile(packed, 'dist/typst.wasm.br');
}

if (process.argv.includes('--watch')) {
  await Promise.all([copyFonts(), copyTypesetter()]);
  for (const options of bundles) await (await context(options)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  const [results] = await Promise.all([
    Promise.all(bundles.map((options) => build({ ...options, metafile: true }))),
    copyFonts(),
    copyTypesetter(),
  ]);
  // What the product is made of, for the licences that go along with it.
  const inputs = results.flatMap(({ metafile }, i) =>
    bundles[i].outfile?.startsWith('dist/test/') ? [] : Object.keys(metafile.inputs),
  );
  await writeFile('dist/inputs.json', JSON.stringify([...new Set([...inputs, ...copied])].sort(), null, 1));
  await chmod('dist/kamerbrief.js', 0o755);
}
