/**
 * Paths as documents write them: names with slashes between, in each of which a character may be escaped as in an address
 * (`%20` for a space). A `#` or `?` is part of a name.
 */

/** Whether this is no path but an address, such as of a web page. One letter before a colon is a drive of Windows. */
export function isAddress(path: string): boolean {
  return schemeOf(path).length > 'C:'.length;
}

function schemeOf(path: string): string {
  return /^[a-z][a-z\d+.-]*:/i.exec(path)?.[0] ?? '';
}

/** The names of the folders and the file, as they are on disk; the first is empty if the path starts at the root. */
export function namesOf(path: string): string[] {
  return path.split('/').map(nameOf);
}

function nameOf(written: string): string {
  // No name holds a separator: one that is escaped would only hide where the path leads.
  if (/%(?:2f|5c|00)/i.test(written)) return written;
  try {
    return decodeURIComponent(written);
  } catch {
    // A lone percent sign is part of the name.
    return written;
  }
}

/** A path as front matter writes it, for people to read: escaped only where it would be read as another one. */
export function pathOf(names: readonly string[]): string {
  const path = names.map((name) => (nameOf(name) === name ? name : name.replaceAll('%', '%25'))).join('/');
  return schemeOf(path) ? `./${path}` : path;
}

/** The same path or address as a link writes it: escaped, so that nothing ends the link or is taken for a fragment. */
export function linkPath(path: string): string {
  const scheme = schemeOf(path);
  const escaped = namesOf(path.slice(scheme.length)).map(escapedName).join('/');
  // Behind a scheme no colon can be taken for the end of one.
  return scheme ? scheme + escaped.replaceAll('%3A', ':') : escaped;
}

function escapedName(name: string): string {
  return encodeURIComponent(name).replaceAll('(', '%28').replaceAll(')', '%29');
}
