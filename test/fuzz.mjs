import { readdirSync, readFileSync } from 'node:fs';
import { checkNode, installPackages, isInstalled, run } from './setup.mjs';

/**
 * Tries the properties on other texts each time, until one fails or the run is stopped. The seed that fails is shown: with
 * it in `KAMERBRIEF_SEED`, the tests fail again.
 */
checkNode();
if (!isInstalled() && !installPackages()) process.exit(1);
const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((name) => readFileSync(name, 'utf8').includes('runsOf('));
for (let round = 1; ; round++) {
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`\n── round ${round}, seed ${seed}`);
  const env = { ...process.env, KAMERBRIEF_SEED: String(seed), KAMERBRIEF_RUNS: '5' };
  if (run('npx', ['vitest', 'run', ...files, '--testTimeout=900000'], { env }) !== 0) {
    console.log(`\nA property failed with KAMERBRIEF_SEED=${seed} KAMERBRIEF_RUNS=5.`);
    process.exit(1);
  }
}
