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
  private readonly sources: string[];

  constructor(
    private readonly text: Text,
    private readonly offset: number,
    private readonly tokens: readonly Token[],
    private readonly language: Language,
  ) {
    this.sources = tokens.map(({ at: { at } }) => text.sliceString(offset + at.from, offset + at.to));
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
      this.tokens.flatMap(({ at: { number, to, letter } }) => [
        { number, letter },
        ...(to > number ? [{ number: to, letter }] : []),
      ]),
    );
  }

  private fitsRange(now: readonly Wanted[]): boolean {
    return now.length > 0 && now.every(({ number }, i) => number === now[0].number + i);
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
        return now.length === 1 && (now[0].letter === null) === (at.letter === null);
      })
    );
  }

  private isLetterAlone(i: number): boolean {
    return /^[a-z]\)?$/.test(this.sources[i]) && !this.tokens[i].at.spelled;
  }

  private inPlace(i: number): TextEdit[] {
    const { at, now } = this.tokens[i];
    if (now === 'stays') return [];
    if (now === 'withdrawn') return [this.insertion(at.at.to, ` [${this.language.references.withdrawn}]`)];
    const source = this.sources[i];
    const head = headOf(source);
    const edits: TextEdit[] = [];
    const first = this.offset + at.at.from;
    if (!this.isLetterAlone(i) && now[0].number !== at.number)
      edits.push({ from: first, to: first + head.length, insert: this.numeral(now[0].number, head) });
    if (at.to > at.number) {
      const tail = tailOf(source);
      const to = this.offset + at.at.to;
      if (now.at(-1)!.number !== at.to)
        edits.push({ from: to - tail.length, to, insert: this.numeral(now.at(-1)!.number, tail) });
    } else if (now[0].letter !== null && now[0].letter !== at.letter) {
      const letter = at.letterAt ? this.offset + at.letterAt.from : first + source.lastIndexOf(at.letter!);
      edits.push({ from: letter, to: letter + 1, insert: now[0].letter });
    }
    return edits;
  }

  private rebuilt(live: readonly Wanted[]): string {
    const ranged = this.tokens.findIndex(({ at }) => at.to > at.number);
    const items: string[] = [];
    for (let i = 0; i < live.length;) {
      let end = i + 1;
      while (
        ranged >= 0 &&
        end < live.length &&
        live[end].letter === null &&
        live[i].letter === null &&
        live[end].number === live[end - 1].number + 1
      )
        end++;
      if (end - i >= 3) {
        const source = this.sources[ranged];
        const through = source.slice(headOf(source).length, -tailOf(source).length);
        items.push(this.written(live[i], null) + through + this.written(live[end - 1], null));
        i = end;
      } else {
        items.push(this.written(live[i], live[i - 1] ?? null));
        i++;
      }
    }
    const mark = ` [${this.language.references.withdrawn}]`;
    this.tokens.forEach(({ now }, i) => {
      if (typeof now === 'string') items.push(this.sources[i] + (now === 'withdrawn' ? mark : ''));
    });
    const { comma, and } = this.separators();
    return items.length < 2 ? items[0] : items.slice(0, -1).join(comma) + and + items.at(-1)!;
  }

  /** A number in the manner of the list: as digits or in words, its letter glued to it or behind "onder". */
  private written({ number, letter }: Wanted, before: Wanted | null): string {
    const { tokens, sources } = this;
    const manner = tokens.findIndex(
      ({ at }, i) => !this.isLetterAlone(i) && (at.letter !== null) === (letter !== null),
    );
    const numeral = this.numeral(number, headOf(sources[manner < 0 ? 0 : manner]));
    if (letter === null) return numeral;
    if (before?.letter && before.number === number && sources.some((_source, i) => this.isLetterAlone(i)))
      return letter;
    if (manner < 0) return numeral + letter;
    const source = sources[manner];
    const rest = source.slice(headOf(source).length);
    const at = rest.lastIndexOf(tokens[manner].at.letter!);
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

function tailOf(source: string): string {
  return /(?:\d{1,4}|\p{L}{1,30})$/u.exec(source)![0];
}

function compare(a: Wanted, b: Wanted): number {
  return a.number - b.number || (a.letter ?? '').localeCompare(b.letter ?? '');
}

function isAscending(list: readonly Wanted[]): boolean {
  return list.every((one, i) => i === 0 || compare(list[i - 1], one) < 0);
}
