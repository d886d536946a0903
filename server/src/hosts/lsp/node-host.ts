import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the server asks of the machine that it runs on. */
export interface Host {
  /** Whether a file exists, or `undefined` where that cannot be known. */
  exists(uri: string): Promise<boolean | undefined>;
  /** The address of a rule's page that opens offline, or `null`. */
  page(code: string): string | null;
}

/** @param dist the folder of the bundle; `docs` stands beside it */
export function nodeHost(dist: string): Host {
  const pages = resolve(dist, '..', 'docs', 'rules');
  const known = existsSync(pages);
  return {
    async exists(uri) {
      if (!uri.startsWith('file:')) return undefined;
      return access(fileURLToPath(uri)).then(
        () => true,
        () => false,
      );
    },
    page: (code) =>
      known && existsSync(join(pages, `${code}.md`)) ? pathToFileURL(join(pages, `${code}.md`)).href : null,
  };
}
