import { unzipSync } from 'fflate';

/** What files together may grow to, in bytes; far more than a document of people is. */
const mostBytes = 150_000_000;
const mostFiles = 5000;

/**
 * The files in a zip that have one of these endings. Throws if it is none, or would grow beyond any document: a small file
 * can hold gigabytes of blanks. No more is unpacked than it says itself that there is.
 * @param endings without the dot
 */
export function openZip(bytes: Uint8Array, endings: ReadonlySet<string>): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const wanted = endings.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
      if (wanted && ((size += originalSize) > mostBytes || ++count > mostFiles))
        throw new Error('a zip that grows too large');
      return wanted;
    },
  });
}
