import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Batch } from './check-worker.js';
import { checkFile, type Checked } from './checked.js';
import { UsageError } from './errors.js';
import { withProgress } from './progress.js';

/** Below this, starting threads takes longer than the work. */
const worthThreads = 64;
/** Files that a thread takes at once. */
const batchSize = 16;

/** Checks files on all cores. @returns what was found, in the order of the files */
export async function checkFiles(files: readonly string[], paths: readonly string[]): Promise<Checked[]> {
  const threads = files.length < worthThreads ? 1 : availableParallelism();
  return withProgress(files.length, async (done) => {
    if (threads === 1) {
      const checked: Checked[] = [];
      for (const file of files) {
        checked.push(await checkFile(file, paths));
        done(1);
      }
      return checked;
    }
    const batches: Checked[][] = [];
    let next = 0;
    const take = () => {
      const at = next++;
      return { at, files: files.slice(at * batchSize, (at + 1) * batchSize) };
    };
    await Promise.all(
      Array.from({ length: threads }, async () => {
        const worker = new Worker(new URL('check-worker.js', import.meta.url), {
          workerData: { paths },
          // Documents come and go: with little room for what is new, much of the time goes into moving it.
          resourceLimits: { maxYoungGenerationSizeMb: 64 },
        });
        try {
          for (let batch = take(); batch.files.length > 0; batch = take()) {
            batches[batch.at] = await ask(worker, batch.files);
            done(batch.files.length);
          }
        } finally {
          // The others have nothing left to do it for.
          next = files.length;
          await worker.terminate();
        }
      }),
    );
    return batches.flat();
  });
}

function ask(worker: Worker, files: readonly string[]): Promise<Checked[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (batch: Batch) => {
      worker.off('error', reject);
      if ('refused' in batch) reject(new UsageError(batch.refused));
      else resolve(batch.checked);
    });
    worker.postMessage(files);
  });
}
