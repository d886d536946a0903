import { agree } from './agreement.js';
import { patternsOf } from '../../languages/patterns.js';
import type { Language } from '../../languages/language.js';
import type { NumberAt } from '../../model/facts.js';
import type { Text, TextEdit } from '../../text/text.js';

/** A number with a letter if need be, as it is to be written. */
export interface Wanted {
  number: number;
  letter: string | null;
}

/** The ends of a range as they are written, and what stands between; of one number, only that. */
interface Written {
  first: string;
  through: string;
  last: string;
}

/** A number that stands in the text, and what is to stand for it. */
export interface Token {
  at: NumberAt;
  /**
   * One for a number, several for a range, none when it goes. `stays`: it means no question that is here, and is left as
   * it is; `withdrawn`: it is left, and said to be gone, since its number is another's now.
   */
  now: Wanted[] | 'stays' | 'withdrawn';
}

/**
 * Writes a list of numbers anew in the grammar of its sentence, with as few changes as can be: "5 t/m 8" becomes
 * "5, 6 en 9" when its numbers no longer follow each other; "de vragen 3 en 4" becomes "vraag 3" when one is left. A list
 * that has come to follow on stays as it was written.
 * @param offset where positions of the tokens count from
 */
export function listEdits(
  text: Text,
  offset: number,
  tokens: readonly Token[],
  language: Language,
): TextEdit[] {
  const list = new NumberList(text, offset, tokens, language);
  return list.edits();
}

class NumberList {
  private readonly sources: Written[];

  constructor(
    private readonly text: Text,
    private readonly offset: number,
    private readonly tokens: readonly Token[],
    private readonly language: Language,
  ) {
    this.sources = tokens.map(({ at }) =>
      writtenOf(at, text.sliceString(offset + at.at.from, offset + at.at.to)),
    );
  }

  edits(): TextEdit[] {
    const { tokens } = this;
    if (tokens.every(({ now }) => typeof now === 'string' || this.fitsRange(now)) && this.keepsOrder())
      return tokens.flatMap((_token, i) => this.inPlace(i));
    const live = this.live();
    const [{ at: first }] = tokens;
    // Nothing is left to refer to: the words stay, and say so.
    if (live.length === 0)
      return (first.letterAt ? tokens.slice(0, 1) : tokens).flatMap(({ at, now }) =>
        now === 'stays' ? [] : [this.insertion(at.at.to, ` [${this.language.references.withdrawn}]`)],
      );
    // "deelvraag a van vraag 2" has no room for another list; whoever asks for one sees that its links are not there.
    if (first.letterAt) return [];
    const from = this.offset + tokens[0].at.at.from;
    const to = this.offset + tokens.at(-1)!.at.at.to;
    const insert = this.rebuilt(live);
    const words = this.isSingle(live) ? agree(this.text, from, this.language, 'one') : [];
    return [...words, { from, to, insert }];
  }

  /** What stands for each token, in order and each once. */
  private live(): Wanted[] {
    const live = this.tokens.flatMap(({ now }) => (typeof now === 'string' ? [] : now));
    const once = [...new Map(live.map((one) => [`${one.number}${one.letter ?? ''}`, one])).values()];
    return this.wasAscending() ? once.sort(compare) : once;
  }

  private wasAscending(): boolean {
    return isAscending(
      this.tokens.flatMap(({ at: { number, to, letter, lastLetter } }) => [
        { number, letter },
        ...(to > number ? [{ number: to, letter }] : []),
        ...(lastLetter ? [{ number, letter: lastLetter.letter }] : []),
      ]),
    );
  }

  private fitsRange(now: readonly Wanted[]): boolean {
    return now.length > 0 && now.every((one, i) => i === 0 || follows(now[i - 1], one));
  }

  /** Whether every token can be written where it stands. */
  private keepsOrder(): boolean {
    const live = this.tokens.flatMap(({ now }) => (typeof now === 'string' ? [] : now));
    const distinct =
      new Set(live.map(({ number, letter }) => `${number}${letter ?? ''}`)).size === live.length;
    return (
      distinct &&
      (!this.wasAscending() || isAscending(live)) &&
      this.tokens.every(({ at, now }, i) => {
        if (typeof now === 'string') return true;
        if (at.to > at.number) return now.length > 1;
        // The letter alone leans on the number before it.
        if (this.isLetterAlone(i)) {
          const before = this.tokens[i - 1].now;
          if (typeof before === 'string' || before.at(-1)?.number !== now[0].number) return false;
        }
        const fits = at.lastLetter ? now.length > 1 : now.length === 1;
        return fits && (now[0].letter === null) === (at.letter === null);
      })
    );
  }

  private isLetterAlone(i: number): boolean {
    return isLetter(this.sources[i].first);
  }

  private inPlace(i: number): TextEdit[] {
    const { at, now } = this.tokens[i];
    if (now === 'stays') return [];
    if (now === 'withdrawn') return [this.insertion(at.at.to, ` [${this.language.references.withdrawn}]`)];
    const { first, last } = this.sources[i];
    const edits = this.endEdits(at.at.from, first, at, now[0], at.letterAt?.from);
    if (!last) return edits;
    const was = { number: at.to, letter: at.lastLetter?.letter ?? null };
    const lastFrom = at.lastLetter?.at.from ?? at.at.to - last.length;
    return [...edits, ...this.endEdits(lastFrom, last, was, now.at(-1)!)];
  }

  /** Edits to a number that stands alone, or to one end of a range. */
  private endEdits(
    from: number,
    source: string,
    was: Wanted,
    { number, letter }: Wanted,
    letterFrom = from + source.lastIndexOf(was.letter ?? ''),
  ): TextEdit[] {
    const edits: TextEdit[] = [];
    const put = (at: number, length: number, insert: string) =>
      edits.push({ from: this.offset + at, to: this.offset + at + length, insert });
    const head = headOf(source);
    if (!isLetter(source) && number !== was.number) put(from, head.length, this.numeral(number, head));
    if (letter !== null && letter !== was.letter) put(letterFrom, 1, letter);
    return edits;
  }

  private rebuilt(live: readonly Wanted[]): string {
    const items: string[] = [];
    for (let i = 0; i < live.length;) {
      const isLike = ({ at }: Token) =>
        live[i].letter === null ? at.to > at.number : at.lastLetter !== null;
      const ranged = this.tokens.findIndex(isLike);
      let end = i + 1;
      while (ranged >= 0 && end < live.length && follows(live[end - 1], live[end])) end++;
      if (end - i < 3) end = i + 1;
      let item = this.written(live[i], live[i - 1] ?? null);
      if (end > i + 1) {
        const { through, last } = this.sources[ranged];
        item += through + this.like(last, this.tokens[ranged].at.lastLetter?.letter ?? null, live[end - 1]);
      }
      items.push(item);
      i = end;
    }
    const mark = ` [${this.language.references.withdrawn}]`;
    this.tokens.forEach(({ now }, i) => {
      if (typeof now === 'string') items.push(sourceOf(this.sources[i]) + (now === 'withdrawn' ? mark : ''));
    });
    const { comma, and } = this.separators();
    return items.length < 2 ? items[0] : items.slice(0, -1).join(comma) + and + items.at(-1)!;
  }

  /** A number in the manner of the list: as digits or in words, its letter glued to it or behind "onder". */
  private written(wanted: Wanted, before: Wanted | null): string {
    const { tokens, sources } = this;
    const { number, letter } = wanted;
    const manner = tokens.findIndex(
      ({ at }, i) => !this.isLetterAlone(i) && (at.letter !== null) === (letter !== null),
    );
    const isNext = letter !== null && before?.letter && before.number === number;
    if (isNext && sources.some((_source, i) => this.isLetterAlone(i))) return letter;
    if (manner < 0) return this.numeral(number, headOf(sources[0].first)) + (letter ?? '');
    return this.like(sources[manner].first, tokens[manner].at.letter, wanted);
  }

  /** Another number in the words of one. */
  private like(source: string, old: string | null, { number, letter }: Wanted): string {
    if (isLetter(source)) return letter! + source.slice(1);
    const head = headOf(source);
    const rest = source.slice(head.length);
    const numeral = this.numeral(number, head);
    if (letter === null || old === null) return numeral;
    const at = rest.lastIndexOf(old);
    return numeral + rest.slice(0, at) + letter + rest.slice(at + 1);
  }

  private numeral(number: number, like: string): string {
    if (/^\d/.test(like)) return String(number);
    const word = this.language.numbers.words[number - 1]?.split('|').at(-1);
    if (!word) return String(number);
    return /^\p{Lu}/u.test(like) ? word[0].toUpperCase() + word.slice(1) : word;
  }

  /** The words between the items, as the list has them already. */
  private separators(): { comma: string; and: string } {
    const { tokens, text, offset } = this;
    const gaps = tokens
      .slice(1)
      .map(({ at }, i) => text.sliceString(offset + tokens[i].at.at.to, offset + at.at.from));
    const isAnd = (gap: string) => {
      const { andOr } = patternsOf(this.language);
      andOr.lastIndex = /^[\s,]*/.exec(gap)![0].length;
      return andOr.test(gap);
    };
    const comma = gaps.find((gap) => !isAnd(gap)) ?? ', ';
    const and = gaps.findLast(isAnd) ?? (gaps.length > 0 ? comma : ` ${this.language.numbers.and[0]} `);
    return { comma, and };
  }

  /** A single number is left of several. */
  private isSingle(live: readonly Wanted[]): boolean {
    return live.length === 1 && this.tokens.every(({ now }) => typeof now !== 'string');
  }

  private insertion(at: number, insert: string): TextEdit {
    return { from: this.offset + at, to: this.offset + at, insert };
  }
}

function headOf(source: string): string {
  return /^(?:\d{1,4}|\p{L}{1,30})/u.exec(source)![0];
}

/** A number that is only the letter of the one before it: b of "2a en b". */
function isLetter(source: string): boolean {
  return /^[a-z]\)?$/.test(source);
}

function writtenOf({ at, number, to, letterAt, lastLetter }: NumberAt, source: string): Written {
  // "deelvragen a t/m c van vraag 2"
  if (letterAt) return { first: source, through: '', last: lastLetter?.letter ?? '' };
  let first = source;
  let last = '';
  if (lastLetter) {
    last = source.slice(lastLetter.at.from - at.from);
    const { 0: letter, index } = /(?<!\p{L})[a-z]\)?(?!\p{L})/u.exec(source)!;
    first = source.slice(0, index + letter.length);
  } else if (to > number) {
    last = /(?:\d{1,4}|\p{L}{1,30})$/u.exec(source)![0];
    first = headOf(source);
  }
  return { first, through: source.slice(first.length, source.length - last.length), last };
}

function sourceOf({ first, through, last }: Written): string {
  return first + through + last;
}

/** Whether the second goes on from the first in a range. */
function follows(one: Wanted, next: Wanted): boolean {
  if (one.letter === null || next.letter === null)
    return one.letter === next.letter && next.number === one.number + 1;
  return next.number === one.number && next.letter.charCodeAt(0) === one.letter.charCodeAt(0) + 1;
}

function compare(a: Wanted, b: Wanted): number {
  return a.number - b.number || (a.letter ?? '').localeCompare(b.letter ?? '');
}

function isAscending(list: readonly Wanted[]): boolean {
  return list.every((one, i) => i === 0 || compare(list[i - 1], one) < 0);
}
