import { parentPort, workerData } from 'node:worker_threads';
import { importDocument, type ImportResult } from '../../documents/in/index.js';

/** What the worker tells: how far it is, from 0 to 1, and at last what came of it. */
export type Told = { done: number } | { result: ImportResult };

const tell = (told: Told) => parentPort!.postMessage(told);
tell({ result: await importDocument(workerData as Uint8Array, (done) => tell({ done })) });
