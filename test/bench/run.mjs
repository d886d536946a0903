import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consultation } from './consultation.mjs';
import { measureOpening, measureTyping } from './measure.mjs';
import { comparison } from './parser.mjs';
import { writePerformance } from './performance.mjs';
import { profileTyping } from './profile.mjs';
import { writePage } from './page.mjs';

/** Builds, measures, and writes `docs/performance.md` and `docs/parser.md`. Fails when a letter costs too much. */
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));

const sizes = [74e3, 420e3, 1e6, 2e6];
const large = 1e6;
const manyFindings = 500;
const rounds = 5;
const samples = 40;

if (spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const bare = 'dist/bench/bare-server.cjs';
await build({
  entryPoints: ['test/bench/bare-server/main.mjs'],
  outfile: bare,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
});
const servers = {
  kamerbrief: ['dist/kamerbrief.js', 'lsp', '--stdio'],
  string: [bare, 'string'],
  rope: [bare, 'rope'],
};

const results = [];
for (const bytes of sizes) {
  const text = consultation(bytes);
  const opening = await measureOpening(servers, text, rounds);
  const typing = await measureTyping(servers, text, { judged: 'kamerbrief', samples });
  results.push({ bytes, opening, ...typing });
  console.log(`measured ${bytes / 1e3} kB`);
}
const judged = 'kamerbrief';
const many = await measureTyping(servers, consultation(large, manyFindings), { judged, samples, echo: true });
console.log(`measured ${many.findings} findings`);
const profile = await profileTyping(servers.kamerbrief, consultation(large), 3000);
console.log('measured where the time goes');

const passed = await writePerformance('docs/performance.md', {
  results,
  many,
  large,
  profile,
  rounds,
  samples,
});
await writePage('docs/parser.md', await comparison());
console.log('wrote docs/performance.md and docs/parser.md');
process.exitCode = passed ? 0 : 1;
