import { dirname, relative, resolve } from 'node:path';
import type { Resolver } from '../../documents/out/build.js';
import type { Brief } from '../../model/brief.js';
import { isWithin, readBrief, resolvePath } from './files.js';

/** A document on disk. */
export interface ReadFile {
  path: string;
  brief: Brief;
}

/** A document, its parts, and where they and what they name lie. */
export interface WithParts {
  files: ReadFile[];
  resolver: Resolver;
  /** The file that a document names by a path; `null` for a web address, and for what lies outside the folders. */
  pathOf(href: string, from: Brief): string | null;
}

/**
 * Reads a document and the parts of a report, and their parts in turn. What they name must lie in the working folder or in
 * the folder of the document, or below; a part that cannot be read is left out.
 */
export async function readWithParts(path: string): Promise<WithParts> {
  const { brief } = (await readBrief(path)).document;
  const files = new Map([[resolve(path), { path, brief }]]);
  const paths = new Map([[brief, resolve(path)]]);
  const folders = [process.cwd(), dirname(resolve(path))];
  const pathOf = (href: string, from: Brief) => {
    const target = resolvePath(paths.get(from)!, href);
    return target && folders.some((folder) => isWithin(target, folder)) ? target : null;
  };
  const waiting = [brief];
  for (const from of waiting)
    for (const { fact } of from.parts) {
      const target = pathOf(fact.href, from);
      const part = !target || files.has(target) ? null : await readBrief(target).catch(() => null);
      if (!target || !part) continue;
      files.set(target, { path: relative('', target), brief: part.document.brief });
      paths.set(part.document.brief, target);
      waiting.push(part.document.brief);
    }
  const resolver: Resolver = (href, from) => {
    const target = pathOf(href, from);
    return (target && files.get(target)?.brief) || null;
  };
  return { files: [...files.values()], resolver, pathOf };
}
