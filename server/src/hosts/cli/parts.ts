import { dirname, relative, resolve } from 'node:path';
import type { Resolver } from '../../documents/out/build.js';
import type { Brief } from '../../model/brief.js';
import { isWithin, readBrief, resolvePath } from './files.js';

/** A document on disk. */
export interface ReadFile {
  path: string;
  brief: Brief;
}

/**
 * Reads a document and the parts of a report, and their parts in turn. Parts must lie in the working folder or below the
 * folder of the document; what cannot be read is left out.
 */
export async function readWithParts(path: string): Promise<{ files: ReadFile[]; resolver: Resolver }> {
  const { brief } = (await readBrief(path)).document;
  const files = new Map([[resolve(path), { path, brief }]]);
  const folders = [process.cwd(), dirname(resolve(path))];
  const waiting = [resolve(path)];
  for (const from of waiting)
    for (const { fact } of files.get(from)!.brief.parts) {
      const target = resolvePath(from, fact.href);
      if (!target || files.has(target) || !folders.some((folder) => isWithin(target, folder))) continue;
      const part = await readBrief(target).catch(() => null);
      if (!part) continue;
      files.set(target, { path: relative('', target), brief: part.document.brief });
      waiting.push(target);
    }
  const paths = new Map([...files].map(([key, file]) => [file.brief, key]));
  const resolver: Resolver = (href, from) => {
    const target = resolvePath(paths.get(from)!, href);
    return (target && files.get(target)?.brief) || null;
  };
  return { files: [...files.values()], resolver };
}
