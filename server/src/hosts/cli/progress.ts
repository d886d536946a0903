import { SingleBar, Presets } from 'cli-progress';

/** Shorter work is done before a bar could be read. */
const many = 20;
const large = 2 * 1024 * 1024;

/**
 * Does work on many items, with a bar on a terminal when it takes long.
 * @param work tells of how many more it is done with them
 */
export async function withProgress<T>(
  items: number,
  work: (done: (more: number) => void) => Promise<T>,
): Promise<T> {
  const bar =
    process.stderr.isTTY && items >= many
      ? new SingleBar({ stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
      : null;
  bar?.start(items, 0);
  try {
    return await work((more) => bar?.increment(more));
  } finally {
    bar?.stop();
  }
}

/**
 * Does one piece of work that takes its time, with a bar on a terminal.
 * @param size of what is worked on, in bytes
 * @param work tells from 0 to 1 how far it is
 */
export async function withBar<T>(
  size: number,
  work: (progress: (done: number) => void) => Promise<T>,
): Promise<T> {
  const bar =
    process.stderr.isTTY && size >= large
      ? new SingleBar(
          { stream: process.stderr, clearOnComplete: true, format: '{bar} {percentage}%' },
          Presets.shades_classic,
        )
      : null;
  bar?.start(100, 0);
  try {
    return await work((done) => bar?.update(Math.round(done * 100)));
  } finally {
    bar?.stop();
  }
}
