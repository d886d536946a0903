import type { Patterns } from '../languages/patterns.js';
import type { NumberAt } from './facts.js';

/** A list of numbers as people write it: "3", "3 en 4", "5, 6 en 7", "5 t/m 8", "2a", "2, onder a", "vier". */
export interface NumberList {
  numbers: NumberAt[];
  /** Numbers of questions that are gone: "3 [vervallen]". They are in no other list. */
  withdrawn: NumberAt[];
  end: number;
}

const digits = /(?<![\d.,])\d{1,4}(?![\d%])(?!\.\d)/y;
const letterAfter = /(?: ?([a-z])(?=\))\)?|([a-z]))(?![\p{L}\p{N}])/uy;
const letterAlone = /([a-z])\)?(?![\p{L}\p{N}])/uy;
const space = /\s{0,3}/y;
const comma = /,/y;

function at(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}

function skipSpace(text: string, pos: number): number {
  return pos + at(space, text, pos)![0].length;
}

/**
 * Reads a list of numbers at `pos`.
 * @param offset added to every position
 * @param and what may stand between two numbers
 * @param again what may be repeated before a number: "vraag 3 en vraag 4"
 * @returns `null` when no number stands there
 */
export function readNumbers(
  text: string,
  pos: number,
  patterns: Patterns,
  offset = 0,
  { and = patterns.and, again }: { and?: RegExp; again?: RegExp } = {},
): NumberList | null {
  const numbers: NumberAt[] = [];
  const withdrawn: NumberAt[] = [];
  let end = pos;
  let next = pos;
  for (let count = 0; count < 200; count++) {
    const repeated = count > 0 && again ? at(again, text, next) : null;
    if (repeated) next = skipSpace(text, next + repeated[0].length);
    const first = readNumber(text, next, patterns, offset) ?? readLetter(text, next, numbers.at(-1), offset);
    if (!first) break;
    const found = readThrough(text, first, patterns, offset);
    if (!found) return null;
    numbers.push(found.number);
    end = found.to;
    let after = skipSpace(text, end);
    const gone = at(patterns.withdrawn, text, after);
    if (gone) {
      withdrawn.push(numbers.pop()!);
      end = after + gone[0].length;
      after = skipSpace(text, end);
    }
    const separator = at(comma, text, after);
    if (separator) after = skipSpace(text, after + 1);
    const word = at(and, text, after);
    if (word) after = skipSpace(text, after + word[0].length);
    if (!separator && !word) break;
    next = after;
  }
  return numbers.length || withdrawn.length ? { numbers, withdrawn, end } : null;
}

/** A number that was read, and where in the text it ends. */
interface Read {
  number: NumberAt;
  to: number;
}

/** "2a, b en c": a letter of the number before. */
function readLetter(text: string, pos: number, before: NumberAt | undefined, offset: number): Read | null {
  const letter = before?.letter ? at(letterAlone, text, pos) : null;
  if (!letter) return null;
  const to = pos + letter[0].length;
  const place = { from: offset + pos, to: offset + to };
  return { number: { ...before!, at: place, letter: letter[1], lastLetter: null, spelled: false }, to };
}

/**
 * A number with the end of the range that it begins, if it begins one.
 * @returns `null` for a range that says no one thing: "2a t/m 3", "2 t/m 3b"
 */
function readThrough(text: string, first: Read, patterns: Patterns, offset: number): Read | null {
  const { number, to } = first;
  const sign = skipSpace(text, to);
  const through = at(patterns.through, text, sign);
  if (!through) return first;
  const pos = skipSpace(text, sign + through[0].length);
  const upper = readNumber(text, pos, patterns, offset) ?? readLetter(text, pos, number, offset);
  if (!upper) return first;
  const place = { from: number.at.from, to: upper.number.at.to };
  const last = upper.number.letter;
  if (number.letter === null && last === null)
    return upper.number.number > number.number
      ? { number: { ...number, at: place, to: upper.number.number }, to: upper.to }
      : first;
  // "vraag 2a – u stelt die": a dash between blanks goes on with the sentence.
  if (through[0].length === 1 && pos > sign + 1) return first;
  if (number.letter === null || last === null || last <= number.letter) return null;
  return upper.number.number === number.number
    ? { number: { ...number, at: place, lastLetter: { at: upper.number.at, letter: last } }, to: upper.to }
    : null;
}

function readNumber(text: string, pos: number, patterns: Patterns, offset: number): Read | null {
  const digit = at(digits, text, pos);
  const word = digit ? null : at(patterns.numberWord, text, pos);
  if (!digit && !word) return null;
  const value = digit ? Number(digit[0]) : patterns.numberWords.get(word![0].toLowerCase());
  if (!value) return null;
  let to = pos + (digit ?? word!)[0].length;
  let letter: string | null = null;
  const glued = at(letterAfter, text, to);
  if (glued && digit) {
    letter = glued[1] ?? glued[2];
    to += glued[0].length;
  } else {
    let start = skipSpace(text, text[to] === ',' ? to + 1 : to);
    if (start > to && text[start] === '(') start++;
    const under = start > to ? at(patterns.under, text, start) : null;
    const named = under && at(letterAlone, text, skipSpace(text, start + under[0].length));
    if (named) {
      letter = named[1];
      to = named.index + named[0].length;
    }
  }
  return {
    number: {
      at: { from: offset + pos, to: offset + to },
      number: value,
      to: value,
      letter,
      letterAt: null,
      lastLetter: null,
      spelled: !digit,
    },
    to,
  };
}
