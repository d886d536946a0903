import type { Patterns } from '../languages/patterns.js';
import { allMatches, none } from '../text/matches.js';
import type { Citation, CrossReference, NumberAt } from './facts.js';
import { readNumbers, type NumberList } from './numbers.js';

/** No document has so many questions: a number from here on is a year or an amount. */
const mostQuestions = 1900;

/**
 * References in plain words: "het antwoord op vraag 3 en 4", "in antwoord vier". Silent where the numbers may mean something
 * else: an amount, a date, or a question of another document.
 * @param citations those of the same text
 * @param offset added to every position, and to those of the citations
 */
export function findCrossReferences(
  text: string,
  citations: readonly Citation[],
  patterns: Patterns,
  offset: number,
): CrossReference[] {
  const nouns = allMatches(text, patterns.noun);
  if (nouns.length === 0) return none;
  const found: CrossReference[] = [];
  for (const noun of nouns) {
    const list = readNumbers(text, noun.index + noun[0].length, patterns, offset, { and: patterns.andOr });
    if (!list) continue;
    const all = [...list.numbers, ...list.withdrawn].sort((a, b) => a.at.from - b.at.from);
    const kept = withoutAmounts(text, all, patterns, offset);
    if (kept.length === 0) continue;
    const end = kept.length < all.length ? kept.at(-1)!.at.to - offset : list.end;
    const before = patterns.answerBefore.exec(text.slice(Math.max(0, noun.index - 60), noun.index));
    const isAnswer = before !== null || noun.groups?.answer !== undefined;
    const plural = /(?:en|s)\s{1,3}$/i.test(noun[0]);
    // "de vraag een antwoord te geven", "de vragen vier leden".
    if (kept.some(({ spelled, number }) => spelled && (plural || !isAnswer || (!before && number === 1))))
      continue;
    if (plural && kept.length === 1 && kept[0].number === kept[0].to && !kept[0].lastLetter) continue;
    const phrase = before ? noun.index - before[0].length : noun.index;
    const parts = lettersBefore(text, phrase, list, patterns, offset);
    const from = parts?.from ?? phrase;
    const of = sourceOf(text, from, noun.index, end, citations, patterns, offset);
    // "vraag 3 en vraag 5 van de nota": the words count for both.
    const joined = of ? takeJoined(found, text, from, patterns, offset) : [];
    if (of === 'foreign') continue;
    if (of) found.push(...joined.map((reference) => ({ ...reference, of: of.name })));
    found.push({
      at: { from: offset + from, to: offset + end },
      numbers: parts?.numbers ?? list.numbers.filter((number) => kept.includes(number)),
      withdrawn: list.withdrawn.filter((number) => kept.includes(number)),
      answer: isAnswer,
      plural,
      of: of?.name ?? null,
    });
  }
  return found;
}

/** Not those of "t/m". */
const letterAlone = /(?<![\p{L}/])[a-z](?![\p{L}/])/giu;

/** "deelvraag a van vraag 2", "deelvragen a t/m c van vraag 2": the letters before a number, which then names those parts. */
function lettersBefore(
  text: string,
  end: number,
  { numbers: [number, ...more], withdrawn }: NumberList,
  { partBefore, through }: Patterns,
  offset: number,
): { from: number; numbers: NumberAt[] } | null {
  if (!number || more.length > 0 || withdrawn.length > 0) return null;
  if (number.letter !== null || number.to > number.number) return null;
  const start = Math.max(0, end - 60);
  const found = partBefore.exec(text.slice(start, end));
  if (!found) return null;
  const from = start + found.index;
  const { letters } = found.groups!;
  const first = from + found[0].indexOf(letters, found[0].search(/\s/));
  const numbers: NumberAt[] = [];
  let done = 0;
  for (const { 0: written, index } of allMatches(letters, letterAlone)) {
    const letter = written.toLowerCase();
    const at = { from: offset + first + index, to: offset + first + index + 1 };
    const before = numbers.at(-1);
    const gap = letters.slice(done, index).replace(/^\)?\s*/, '');
    if (!before) numbers.push({ ...number, letter, letterAt: at });
    else if (matchAt(through, gap, 0) === null) numbers.push({ ...number, letter, at, spelled: false });
    else if (letter <= before.letter! || before.lastLetter) return null;
    else {
      before.lastLetter = { at, letter };
      if (!before.letterAt) before.at = { from: before.at.from, to: at.to };
    }
    done = index + 1;
  }
  return { from, numbers };
}

/** A list up to the first number that is an amount or a date: "vraag 3, 12 gemeenten", "vraag 3 en 4 april". */
function withoutAmounts(
  text: string,
  numbers: readonly NumberAt[],
  { unit }: Patterns,
  offset: number,
): NumberAt[] {
  const kept: NumberAt[] = [];
  for (const number of numbers) {
    unit.lastIndex = number.at.to - offset;
    if (number.number >= mostQuestions || unit.test(text)) return kept;
    kept.push(number);
  }
  const [before, last] = kept.slice(-2);
  if (!last) return kept;
  const gap = text.slice(before.at.to - offset, last.at.from - offset);
  const isNext = /^,\s{0,3}$/.test(gap) && /^\s{1,3}\p{Ll}/u.test(text.slice(last.at.to - offset));
  return isNext ? kept.slice(0, -1) : kept;
}

/**
 * What the words around a reference say of whose questions these are: of another document, of someone who is named, or
 * nothing, and then they are of this document.
 */
function sourceOf(
  text: string,
  from: number,
  noun: number,
  end: number,
  citations: readonly Citation[],
  patterns: Patterns,
  offset: number,
): 'foreign' | { name: string } | null {
  const before = sentenceBefore(text, from);
  if (patterns.foreignBefore.test(before) || patterns.foreignBefore.test(sentenceBefore(text, noun)))
    return 'foreign';
  if (citations.some(({ at }) => isCited(text, from, end, at, patterns, offset))) return 'foreign';
  if (matchAt(patterns.own, text, end)) return null;
  if (matchAt(patterns.foreign, text, end)) return 'foreign';
  const named = matchAt(patterns.ofName, text, end);
  if (named)
    return matchAt(patterns.foreign, text, end + named[0].length) ? 'foreign' : nameIn(named, patterns);
  if (matchAt(patterns.ofOther, text, end)) return 'foreign';
  const name = patterns.nameBefore.exec(before);
  return name && nameIn(name, patterns);
}

function nameIn({ groups }: RegExpExecArray, { aroundGroup }: Patterns): { name: string } {
  return { name: groups!.name.replace(/\s+/g, ' ').replace(aroundGroup, '') };
}

function sentenceBefore(text: string, end: number): string {
  return text
    .slice(Math.max(0, end - 200), end)
    .split(/[.?!;]\s/)
    .at(-1)!;
}

/** Whether a citation stands directly before or behind the reference. */
function isCited(
  text: string,
  from: number,
  end: number,
  at: Citation['at'],
  { andOr }: Patterns,
  offset: number,
): boolean {
  if (at.to - offset > from) {
    const gap = text.slice(end, at.from - offset);
    return (
      at.from - offset >= end && /^[\s,(]{1,3}(?:\p{Ll}{2,3}\s{1,3}){0,2}$/u.test(gap) && !hasAnd(gap, andOr)
    );
  }
  const gap = text.slice(at.to - offset, from);
  return /^[\s,;(]{1,3}(?:\p{L}{2,5}\s{1,3}){0,3}$/u.test(gap) && !hasAnd(gap, andOr);
}

/** Takes away the last references found, as far as they are joined to the one that begins at `from`. */
function takeJoined(
  found: CrossReference[],
  text: string,
  from: number,
  { andOr }: Patterns,
  offset: number,
): CrossReference[] {
  let first = found.length;
  while (first > 0 && found[first - 1].of === null) {
    const { at } = found[first - 1];
    if (!isJoint(text.slice(at.to - offset, from), andOr)) break;
    from = at.from - offset;
    first--;
  }
  return found.splice(first);
}

/** Nothing but a comma, or a word such as "en". */
function isJoint(gap: string, and: RegExp): boolean {
  if (gap.length > 30) return false;
  const word = gap.replace(/^\s{0,3},?\s{0,3}/, '');
  return word.trim() === '' || matchAt(and, word, 0)?.[0].length === word.trimEnd().length;
}

function matchAt(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}

function hasAnd(gap: string, and: RegExp): boolean {
  and.lastIndex = gap.length - gap.trimStart().length;
  return and.test(gap);
}
