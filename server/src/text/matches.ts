/** Shared by all that find nothing, which is most of what is read. */
export const none: never[] = Object.freeze([]) as unknown as never[];

/** Every match of a global expression. `matchAll` copies the expression first, which costs more than searching a line. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** What each match of a global expression stands for. */
export function mapMatches<T>(text: string, pattern: RegExp, map: (match: RegExpExecArray) => T): T[] {
  const found = allMatches(text, pattern);
  return found.length === 0 ? none : found.map(map);
}
