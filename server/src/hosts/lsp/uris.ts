import { linkPath, pathOf } from '../../model/paths.js';

/** One key for the spellings of an address: editors and we escape different characters. */
export const keyOf = remembering((uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
});

/** The address of a file that a document names by a path, or `null` if the document has no folder or the path is none. */
export const resolveUri = remembering((base: string, path: string): string | null => {
  try {
    const uri = new URL(linkPath(path), base);
    return uri.protocol === new URL(base).protocol ? uri.href : null;
  } catch {
    return null;
  }
});

export function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

export function fileName(uri: string): string {
  return keyOf(uri).split('/').at(-1)!;
}

export function isWithin(uri: string, folder: string): boolean {
  const root = keyOf(folder);
  return keyOf(uri).startsWith(root.endsWith('/') ? root : `${root}/`);
}

/** The address of what lies in a folder, by its plain path from there. */
export function uriIn(folder: string, path: string): string {
  return `${folder.replace(/\/$/, '')}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** How a document at `from` names the file at `to`: a path relative to its folder, as it stands in front matter. */
export function relativePath(from: string, to: string): string {
  const own = keyOf(parentOf(from)).split('/').slice(0, -1);
  const target = keyOf(to).split('/');
  let shared = 0;
  while (shared < own.length && shared < target.length - 1 && own[shared] === target[shared]) shared++;
  return pathOf([...own.slice(shared).map(() => '..'), ...target.slice(shared)]);
}

/** The same few addresses are asked for with every key, and reading one takes longer than all else that is done with it. */
function remembering<A extends string[], T>(read: (...given: A) => T): (...given: A) => T {
  const known = new Map<string, T>();
  return (...given) => {
    const name = given.join('\n');
    if (!known.has(name)) {
      if (known.size >= mostKnown) known.clear();
      known.set(name, read(...given));
    }
    return known.get(name)!;
  };
}

const mostKnown = 1000;
