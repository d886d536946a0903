import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { packExtension } from '../../package.mjs';
import { root } from '../setup.mjs';
import { launchBrowser, runSuite } from './browser.mjs';
import { start } from './host.mjs';

/** The extension as one file: what is in it, and whether it works in a VS Code that never saw the source. */
const folder = await mkdtemp(join(tmpdir(), 'kamerbrief-package-'));
const vsix = await packExtension(join(folder, 'one.vsix'));
const again = await packExtension(join(folder, 'other.vsix'));
let failed = 0;
const check = (name, problems) => {
  console.log(
    `  ${problems.length ? 'FAILED' : 'ok'} ${name}${problems.map((one) => `\n     ${one}`).join('')}`,
  );
  if (problems.length) failed++;
};

const packed = readFileSync(vsix);
check('two builds give the same bytes', packed.equals(readFileSync(again)) ? [] : ['they differ']);

const files = unzipSync(packed);
const names = Object.keys(files).map((name) => name.replace(/^extension\//, ''));
const text = (name) => strFromU8(files[`extension/${name}`]);
const manifest = text('package.json');
const inputs = JSON.parse(readFileSync(join(root, 'dist', 'inputs.json'), 'utf8'));

const built = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.\w+$/.test(path) && !/\.map$|^inputs\.json$|^test\//.test(path))
  .map((path) => `dist/${path}`);
const named = [...manifest.matchAll(/"\.\/([^"]+)"/g)].map(([, path]) => path);
const pictures = [...text('readme.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, path]) => path);
const needed = [...built, ...named, ...pictures, 'package.nls.json', 'docs/rules/answer-missing.md'];
check(
  'all that is needed is inside',
  needed.filter((path) => !names.includes(path)),
);
check(
  'nothing else is inside',
  names.filter((name) =>
    /\.map$|\.ts$|^(?:test|node_modules|server|examples|snippets)\/|inputs\.json/.test(name),
  ),
);
const packages = inputs.flatMap((path) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
check(
  'the licence of everything that is bundled is inside',
  [...new Set(packages)].filter((name) => !text('dist/LICENSES.txt').includes(`\n${name} `)),
);

// The suite is code of an extension; this one has nothing in it.
const empty = join(folder, 'empty');
await mkdir(empty);
const nothing = { name: 'empty', publisher: 'kamerbrief', version: '0.0.1', engines: { vscode: '*' } };
writeFileSync(join(empty, 'package.json'), JSON.stringify(nothing));
const host = await start({ extension: empty, vsix });
const browser = await launchBrowser();
const workspace = join(folder, 'letters');
await mkdir(workspace);
const suite = host.remote(join(root, 'dist', 'test', 'suite-installed.cjs'));
const code = await runSuite(await browser.newPage(), host.url(workspace, [['extensionTestsPath', suite]]));
if (code !== 0) console.error(`the suite on the installed extension failed (${code})`);
await browser.close();
host.stop();
await rm(folder, { recursive: true, force: true });
process.exit(code === 0 && failed === 0 ? 0 : 1);
