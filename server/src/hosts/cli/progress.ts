import { SingleBar, Presets } from 'cli-progress';

/** Shorter work is done before a bar could be read. */
const many = 20;

/** Does the work for every item in order, with a bar on a terminal when it takes long. */
export async function withProgress<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const bar =
    process.stderr.isTTY && items.length >= many
      ? new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
      : null;
  bar?.start(items.length, 0);
  try {
    for (const item of items) {
      await work(item);
      bar?.increment();
    }
  } finally {
    bar?.stop();
  }
}
