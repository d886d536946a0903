import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup.mjs';
import { measureChecking } from './checking.mjs';
import { consultation } from './consultation.mjs';
import { measureHostile } from './hostile.mjs';
import { measure } from './measure.mjs';
import { measurePair } from './pair.mjs';
import { comparison } from './parser.mjs';
import { writePerformance } from './performance.mjs';
import { profileTyping } from './profile.mjs';
import { writePage } from './page.mjs';
import { ownServers, peers } from './servers.mjs';
import { measureSteadiness } from './steady.mjs';
import { manyLetters, measureWorkspace } from './workspace.mjs';

/** Builds, measures, and writes `docs/performance.md` and `docs/parser.md`. Fails when a letter costs too much. */
process.chdir(root);

const sizes = [74e3, 420e3, 1e6, 2e6];
const large = 1e6;
const rounds = 5;
/** How often an edit is done at each place in a round: the slow ones would take hours otherwise. */
const samples = { kamerbrief: 10, string: 10, rope: 10, rumdl: 2, markdown: 2, remark: 1 };
const manyFindings = 500;
const files = { count: 10_000, bytes: 5_000, rounds: 3 };
const marks = [1_000, 10_000, 50_000, 100_000];
const pair = { questions: 1000, rounds, samples: 100 };

if (spawnSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const own = await ownServers();
const all = { ...own, ...peers() };

const results = [];
for (const bytes of sizes) {
  const text = consultation(bytes);
  results.push({ bytes, rounds: await measure(all, text, { rounds, samples: (name) => samples[name] }) });
  console.log(`measured ${bytes / 1e3} kB`);
}
const many = await measure(own, consultation(large, manyFindings), {
  rounds,
  samples: () => samples.kamerbrief,
  echo: true,
});
console.log(`measured ${manyFindings} findings`);
const pairs = {
  alike: await measurePair(own, { ...pair, each: 0 }),
  deviating: await measurePair(own, { ...pair, each: 20 }),
  begun: await measurePair(own, { ...pair, each: 0, quoted: pair.questions / 2 }),
};
console.log('measured a letter and its reply');
const { folder, size } = manyLetters(files.count, files.bytes);
const workspace = await measureWorkspace(own.kamerbrief, folder, { bytes: 74e3, samples: 200 });
console.log(`measured a folder of ${files.count} letters`);
const checking = await measureChecking(folder, join(folder, '0'), files.rounds);
rmSync(folder, { recursive: true });
console.log('measured the command line');
const steady = await measureSteadiness(own.kamerbrief, consultation(74e3), marks);
console.log(`measured ${marks.at(-1)} edits`);
const hostile = await measureHostile(own.kamerbrief, consultation(74e3), large);
console.log('measured hostile text');
const profile = await profileTyping(own.kamerbrief, consultation(large), 3000);
console.log('measured where the time goes');

const passed = await writePerformance('docs/performance.md', {
  results,
  large,
  many,
  pairs,
  pair,
  workspace,
  checking: { ...checking, files: files.count, size, part: size / 100 },
  steady: { marks, memory: steady },
  hostile,
  profile,
  rounds,
  samples,
});
await writePage('docs/parser.md', await comparison());
console.log('wrote docs/performance.md and docs/parser.md');
process.exitCode = passed ? 0 : 1;
