import type { Publication } from './publication.js';

/** Lines put together, and where in the text each of them begins. */
export interface Joined {
  text: string;
  starts: number[];
}

type Spelling = Pick<Publication, 'words' | 'patterns' | 'hyphenates'>;

/** Of a word or address put together from many lines, no more is looked at. */
const longestWord = 600;

/** Puts lines of one paragraph or note together: words and addresses that a line end cut become whole. */
export function joinLines(lines: readonly string[], publication: Spelling): Joined {
  const pieces: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let tail = '';
  lines.forEach((line, i) => {
    if (i > 0) {
      const between = gap(tail, line, publication);
      if (between === null) {
        pieces.push(pieces.pop()!.slice(0, -1));
        length--;
      } else {
        pieces.push(between);
        length += between.length;
      }
      tail =
        between === ' ' ? line : ((between === null ? tail.slice(0, -1) : tail) + line).slice(-longestWord);
    } else tail = line;
    starts.push(length);
    pieces.push(line);
    length += line.length;
  });
  return { text: pieces.join(''), starts };
}

/** The line of which a place in the joined text is part. */
export function lineAt({ starts }: Pick<Joined, 'starts'>, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What stands between two lines; `null` where the hyphen of the first goes too. */
function gap(before: string, next: string, { words, patterns, hyphenates }: Spelling): string | null {
  const token = before.slice(before.lastIndexOf(' ') + 1);
  if (/^\S{0,3}(?:https?:\/\/|www\.)/.test(token)) return isCutAddress(token, next) ? '' : ' ';
  if (/[\p{L}\d]\/$/u.test(token)) return '';
  const first = before.endsWith('-') ? /([\p{L}\d]{1,60})-$/u.exec(before)?.[1] : null;
  if (!first) return ' ';
  const second = /^[\p{L}\d]{1,60}/u.exec(next)?.[0] ?? '';
  if (patterns.suspended.test(second) && /^\S+[ ,]/.test(next)) return ' ';
  if (!second || /^[\p{Lu}\d]/u.test(second) || /[\p{Lu}\d]$/u.test(first)) return '';
  const whole = `${token.replace(/^[^\p{L}\d]+/u, '')}${second}`.toLowerCase();
  const hyphened = words.get(whole) ?? 0;
  const joined = words.get(whole.replace(/-(?=[^-]*$)/, '')) ?? 0;
  if (hyphened || joined) return hyphened > joined ? '' : null;
  if (!hyphenates) return '';
  const vowels = first.at(-1)!.toLowerCase() + second[0];
  return patterns.vowels.has(vowels) && !/^(?:ij|ui)/.test(second) ? '' : null;
}

/**
 * Whether a web address goes on behind the line end. After a sign that never ends one it does; after a slash, unless a word
 * of running text follows.
 */
export function isCutAddress(token: string, next: string): boolean {
  const piece = /^\S+/.exec(next)?.[0] ?? '';
  if (/[-=&?%_~+#]$/.test(token) || /^[%/?&#=]/.test(piece)) return true;
  if (/[.,;:)]$/.test(token)) return false;
  const inner = piece.replace(/[.,;:)]{1,5}$/, '');
  const isPath = /[\w~][%/=_?#&]|\.(?:html?|pdf|aspx?|php)\b|\w-\w.*\d|\d-\w/i.test(inner);
  if (token.endsWith('/')) return isPath || !/^[\p{L}“‘(]/u.test(piece) || piece.length === next.length;
  return isPath && /^\p{Ll}|^\d/u.test(piece);
}
