import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../../documents/in/text/decode.js';

/** What the server asks of the machine that it runs on. */
export interface Host {
  /** The text of a file; `unknown` where that cannot be had. Never throws. */
  read(uri: string): Promise<{ text: string } | 'missing' | 'unreadable' | 'unknown'>;
  /** The names of the files in a folder, sorted; none where they cannot be had. Never throws. */
  list(uri: string): Promise<string[]>;
  /** The address of a rule's page that opens offline, or `null`. */
  page(code: string): string | null;
}

/** A letter of thousands of questions is far below this; what is larger is no letter. */
const largest = 32 * 1024 * 1024;

/** @param pages the folder with the pages of the rules */
export function nodeHost(pages: string): Host {
  const addresses = new Map(
    (existsSync(pages) ? readdirSync(pages) : [])
      .filter((name) => name.endsWith('.md'))
      .map((name) => [name.slice(0, -'.md'.length), pathToFileURL(join(pages, name)).href]),
  );
  return {
    async read(uri) {
      if (!uri.startsWith('file:')) return 'unknown';
      try {
        const path = fileURLToPath(uri);
        const { size } = await stat(path);
        if (size > largest) return 'unreadable';
        const decoded = decode(await readFile(path));
        return decoded.ok ? { text: decoded.text } : 'unreadable';
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable';
      }
    },
    async list(uri) {
      if (!uri.startsWith('file:')) return [];
      const entries = await readdir(fileURLToPath(uri), { withFileTypes: true }).catch(() => []);
      return entries
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name)
        .sort();
    },
    page: (code) => addresses.get(code) ?? null,
  };
}
