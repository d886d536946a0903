import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TypstJob } from '../../documents/out/typst.js';
import type { Request, Response } from './job.js';

/** A report of a thousand questions takes some ten seconds. */
const longest = 180_000;

/**
 * Sets a document as PDF, in a thread of its own that is stopped when it takes too long. The same job gives the same bytes.
 * @param folder where the typesetter and the fonts lie: that of the program
 */
export function typeset(folder: string, job: TypstJob): Promise<Response> {
  const request: Request = { ...job, folder };
  const worker = new Worker(join(folder, 'typst.js'), { workerData: request, stdout: true, stderr: true });
  return new Promise<Response>((resolve) => {
    const timer = setTimeout(() => resolve({ problem: 'it took too long' }), longest);
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ problem: String(error) }));
    worker.once('exit', () => resolve({ problem: 'it stopped' }));
    worker.once('exit', () => clearTimeout(timer));
  }).finally(() => worker.terminate());
}
