import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { installTool, root } from './test/setup.mjs';

/** The largest that the extension may be, in bytes. */
const largest = 16 * 1024 * 1024;

const read = (...path) => readFileSync(join(root, ...path), 'utf8');

/**
 * Builds the extension and packs it as one file that VS Code installs, the same bytes from the same sources.
 * @param {string} [file] where it goes
 * @returns {Promise<string>} its path
 */
export async function packExtension(file) {
  const { name, version } = JSON.parse(read('package.json'));
  const path = file ?? join(root, `${name}-${version}.vsix`);
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  writeFileSync(join(root, 'dist', 'LICENSES.txt'), licences());
  const vsce = installTool('the packer of VS Code', ['@vscode/vsce@3.9.2']);
  const program = join(vsce, 'node_modules', '@vscode', 'vsce', 'vsce');
  // Pictures of the README stand in the package; there is no public place that they could be named by.
  const options = ['--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  execFileSync(process.execPath, [program, 'package', ...options, '--out', path], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(path, withoutChance(readFileSync(path)));
  const { size } = statSync(path);
  if (size > largest) {
    rmSync(path);
    throw new Error(`The extension would be ${inMegabytes(size)}, and may be ${inMegabytes(largest)}.`);
  }
  return path;
}

/** The same zip without the times and rights of the files on this machine, and with its files in order. */
function withoutChance(zip) {
  const files = Object.entries(unzipSync(zip)).sort(([one], [other]) => (one < other ? -1 : 1));
  const rights = 0o100644;
  // fflate writes the time of the clock on the wall, whatever the zone.
  const options = { level: 9, mtime: new Date(2000, 0, 1), os: 3, attrs: rights << 16 };
  return zipSync(Object.fromEntries(files), options);
}

function inMegabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The licences of all that the extension holds of others. */
function licences() {
  const folders = new Set();
  for (const path of JSON.parse(read('dist', 'inputs.json'))) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/')) ?? [];
    if (folder) folders.add(folder);
  }
  // A package may hold those that it asks for in its own bundle.
  for (const folder of folders)
    for (const name of Object.keys(JSON.parse(read(folder, 'package.json')).dependencies ?? {}))
      for (const place of [`${folder}/node_modules/${name}`, `node_modules/${name}`])
        if (!name.startsWith('@types/') && existsSync(join(root, place))) folders.add(place);
  const notices = [...new Set([...folders].map(noticeOf))].sort();
  return `Kamerbrief holds work of others, under these licences.\n\n${notices.join('\n')}`;
}

function noticeOf(folder) {
  const { name, version, license, author } = JSON.parse(read(folder, 'package.json'));
  const files = readdirSync(join(root, folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice|thirdparty)/i.test(file))
    .sort();
  const text = files.length
    ? files.map((file) => read(folder, file).trim()).join('\n\n')
    : known(license, author);
  if (!text)
    throw new Error(`${name} brings no text of its licence, and that of ${license} is not known here.`);
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n')}\n`;
}

/** The text of a licence that a package names but does not bring. */
function known(license, author) {
  if (license === 'Apache-2.0') return read('node_modules', 'typescript', 'LICENSE.txt').trim();
  if (license === 'ISC')
    return `Copyright ${author?.name ?? author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided
that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = await packExtension();
  console.log(`${path} (${inMegabytes(statSync(path).size)})`);
}
