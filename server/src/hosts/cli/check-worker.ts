import { parentPort, workerData } from 'node:worker_threads';
import { checkFile, type Checked } from './checked.js';
import { UsageError } from './errors.js';

/** What a thread answers to a batch of files. */
export type Batch = { checked: Checked[] } | { refused: string };

const { paths } = workerData as { paths: string[] };

parentPort!.on('message', (files: string[]) => {
  void checkAll(files).then((batch) => parentPort!.postMessage(batch));
});

async function checkAll(files: readonly string[]): Promise<Batch> {
  const checked: Checked[] = [];
  try {
    for (const file of files) checked.push(await checkFile(file, paths));
    return { checked };
  } catch (error) {
    if (error instanceof UsageError) return { refused: error.message };
    throw error;
  }
}
