import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../../documents/in/text/decode.js';
import { largestLetter, type Host } from './host.js';

/**
 * Reads from the disk.
 * @param pages the folder with the pages of the rules
 * @param elsewhere reads what is not on the disk
 */
export function nodeHost(pages: string, elsewhere: Host): Host {
  const addresses = new Map(
    (existsSync(pages) ? readdirSync(pages) : [])
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name.slice(0, -'.md'.length), pathToFileURL(join(pages, name)).href]),
  );
  return {
    meet: (client) => elsewhere.meet(client),
    async read(uri) {
      if (!uri.startsWith('file:')) return elsewhere.read(uri);
      try {
        const path = fileURLToPath(uri);
        const { size } = await stat(path);
        if (size > largestLetter) return 'unreadable';
        const decoded = decode(await readFile(path));
        return decoded.ok ? { text: decoded.text } : 'unreadable';
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
      }
    },
    async list(uri) {
      if (!uri.startsWith('file:')) return elsewhere.list(uri);
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    },
    page: (code) => addresses.get(code) ?? null,
  };
}
