/** One key for the spellings of an address: editors and we escape different characters. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The address of a file that a document names by a path, or `null` if the document has no folder or the path is none. */
export function resolveUri(base: string, path: string): string | null {
  try {
    const uri = new URL(/%[\da-f]{2}/i.test(path) ? path : encodeURI(path), base);
    return uri.protocol === new URL(base).protocol ? uri.href : null;
  } catch {
    return null;
  }
}

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

/** How a document at `from` names the file at `to`: a path relative to its folder, unescaped. */
export function relativePath(from: string, to: string): string {
  const own = keyOf(parentOf(from)).split('/').slice(0, -1);
  const target = keyOf(to).split('/');
  let shared = 0;
  while (shared < own.length && shared < target.length - 1 && own[shared] === target[shared]) shared++;
  return [...own.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
