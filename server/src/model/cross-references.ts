import type { Patterns } from '../languages/patterns.js';
import { allMatches, none } from '../text/matches.js';
import type { Citation, CrossReference, NumberAt } from './facts.js';
import { readNumbers } from './numbers.js';

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
    if (plural && kept.length === 1 && kept[0].number === kept[0].to) continue;
    const from = before ? noun.index - before[0].length : noun.index;
    if (isForeign(text, from, end, citations, patterns, offset)) continue;
    found.push({
      at: { from: offset + from, to: offset + end },
      numbers: list.numbers.filter((number) => kept.includes(number)),
      withdrawn: list.withdrawn.filter((number) => kept.includes(number)),
      answer: isAnswer,
      plural,
    });
  }
  return found;
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

/** Whether the question is one of another document, which is named around the reference. */
function isForeign(
  text: string,
  from: number,
  end: number,
  citations: readonly Citation[],
  { foreign, foreignBefore, andOr }: Patterns,
  offset: number,
): boolean {
  foreign.lastIndex = end;
  if (foreign.test(text)) return true;
  const start = Math.max(0, from - 200);
  const sentence = text
    .slice(start, from)
    .split(/[.?!;]\s/)
    .at(-1)!;
  if (foreignBefore.test(sentence)) return true;
  return citations.some(({ at }) => {
    if (at.to - offset > from) {
      const gap = text.slice(end, at.from - offset);
      return (
        at.from - offset >= end &&
        /^[\s,(]{1,3}(?:\p{Ll}{2,3}\s{1,3}){0,2}$/u.test(gap) &&
        !hasAnd(gap, andOr)
      );
    }
    const gap = text.slice(at.to - offset, from);
    return /^[\s,;(]{1,3}(?:\p{L}{2,5}\s{1,3}){0,3}$/u.test(gap) && !hasAnd(gap, andOr);
  });
}

function hasAnd(gap: string, and: RegExp): boolean {
  and.lastIndex = gap.length - gap.trimStart().length;
  return and.test(gap);
}
