/** Puts lines of one paragraph or note together: words and addresses that a line end cut become whole. */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let result = '';
  for (const line of lines) {
    const next = line.trim().replace(/\s+/g, ' ');
    if (!next) continue;
    const between = result ? gap(result, next, words) : '';
    result = between === null ? result.slice(0, -1) + next : result + between + next;
  }
  return result;
}

const suspended = /^(?:en|of|and|or|und|oder|dan wel|respectievelijk)[ ,]/;

/** What stands between two lines; `null` where the hyphen goes too. */
function gap(before: string, next: string, words: ReadonlySet<string>): string | null {
  const token = before.slice(before.lastIndexOf(' ') + 1);
  if (/^\S{0,3}(?:https?:\/\/|www\.)/.test(token)) {
    const open = /[-/=&?%_~+#]$/.test(token);
    const continues = /^(?:[%/?&#=]|[\w.~-]{1,80}[%/=])/.test(next) && !/[.,;:)]$/.test(token);
    return open || continues ? '' : ' ';
  }
  const cut = /([\p{L}\d]{1,60})-$/u.exec(before);
  if (!cut) return ' ';
  const first = cut[1];
  const second = /^[\p{L}\d]{1,60}/u.exec(next)?.[0] ?? '';
  if (suspended.test(next)) return ' ';
  if (!second || /^[\p{Lu}\d]/u.test(second) || /[\p{Lu}\d]$/u.test(first)) return '';
  if (words.has(`${token}${second}`.toLowerCase().replace(/^[^\p{L}\d]+/u, ''))) return '';
  return null;
}

/** Words that stand unbroken in the lines, in lower case, with their hyphens. */
export function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines)
    for (const word of line.split(/[^\p{L}\d-]+/u).slice(0, -1)) words.add(word.toLowerCase());
  return words;
}
