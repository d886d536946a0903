import type { Patterns } from '../languages/patterns.js';
import { allMatches } from '../text/matches.js';
import { askingOf } from './asking.js';
import type { Sentence } from './facts.js';

const possibleEnd = /[.?!:\n]/g;
const notBlank = /\S/g;
const closers = new Set(['"', '”', '’', "'", ')', ']', '»', '*', '_', '“']);

/**
 * Cuts text into sentences and tells which of them ask.
 * @param text with footnote marks and code blanked
 * @param offset added to every position
 */
export function readSentences(text: string, patterns: Patterns, offset: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = skipBlank(text, 0);
  for (let i = from; i < text.length; i++) {
    possibleEnd.lastIndex = i;
    const char = possibleEnd.exec(text)?.[0];
    if (char === undefined) break;
    i = possibleEnd.lastIndex - 1;
    if (char === '\n') {
      // An empty line ends a sentence whatever it ends in; a list item as well.
      if (!/^[ \t]*(?:\n|(?:[-*+]|\d{1,4}[.)]|[a-z][.)])[ \t])/.test(text.slice(i + 1, i + 20))) continue;
      push(from, i);
      from = skipBlank(text, i);
      i = from - 1;
      continue;
    }
    const stop = i;
    let end = i + 1;
    while (end < text.length && (closers.has(text[end]) || text[end] === '?' || text[end] === '!')) end++;
    const next = skipBlank(text, end);
    i = end - 1;
    if (next < text.length && next === end) continue;
    if (char === ':') {
      if (next < text.length && !/\n/.test(text.slice(end, next))) continue;
    } else if (next < text.length && !startsSentence(text, next)) continue;
    if (char === '.' && next < text.length && isAbbreviation(text, from, stop, patterns)) continue;
    push(from, end);
    from = next;
    i = next - 1;
  }
  push(from, text.length);
  return sentences;

  function push(start: number, stop: number): void {
    const raw = text.slice(start, stop).trimEnd();
    if (!/[\p{L}\p{N}]/u.test(raw)) return;
    sentences.push({
      at: { from: offset + start, to: offset + start + raw.length },
      question: askingOf(raw, patterns),
    });
  }
}

function startsSentence(text: string, pos: number): boolean {
  const char = text[pos];
  if (/["“‘'([«*_─–-]/.test(char)) return /[\p{Lu}\p{N}]/u.test(text.slice(pos + 1, pos + 4));
  return /[\p{Lu}\p{N}#|>]/u.test(char);
}

function isAbbreviation(text: string, from: number, stop: number, patterns: Patterns): boolean {
  const { abbreviations } = patterns;
  const word = wordBefore(text, stop, from);
  return (
    (word.length === 1 && isInAbbreviation(text, stop, patterns)) ||
    abbreviations.has(word.toLowerCase()) ||
    /^(?:\p{Lu}|\p{Lu}(?:\.\p{Lu}){1,5})$/u.test(word) ||
    (word.length < 5 && word.length === stop - from && /^\d{1,4}$/.test(word))
  );
}

/** Whether a full stop is one of an abbreviation with blanks in it: "z. B." */
function isInAbbreviation(text: string, stop: number, { spacedAbbreviation }: Patterns): boolean {
  const start = Math.max(0, stop - 20);
  const before = stop - start;
  return allMatches(text.slice(start, stop + 20), spacedAbbreviation).some(
    ({ index, 0: found }) => index <= before && before < index + found.length,
  );
}

/** The word that ends at `stop`, with the full stops in it: the last twelve signs of a longer one. */
export function wordBefore(text: string, stop: number, from = 0): string {
  let start = stop;
  while (start > from && stop - start < 12 && isOfWord(text.charCodeAt(start - 1))) start--;
  return text.slice(start, stop);
}

/** A letter, a digit or a full stop. Most are plain ones, which need no expression. */
function isOfWord(code: number): boolean {
  return code < 128
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 46 && code <= 57 && code !== 47)
    : /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

function skipBlank(text: string, pos: number): number {
  notBlank.lastIndex = pos;
  return notBlank.test(text) ? notBlank.lastIndex - 1 : text.length;
}
