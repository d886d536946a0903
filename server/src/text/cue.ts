/**
 * What a text must hold for an expression to match it: a cheap expression without classes and look-arounds, to be tried
 * first. Found in the source of the expression, as its plain letters that every match has.
 * @returns `null` where no such letters are found
 */
export function cueOf(pattern: RegExp): RegExp | null {
  const words = new Reading(pattern.source).alternatives();
  return words && new RegExp(shortestOf(words).join('|'), 'i');
}

/** Shorter letters occur in any text. */
const shortest = 3;

/** Reads a source from left to right. Every method gives the words of which a match must hold one, or `null`. */
class Reading {
  private at = 0;

  constructor(private readonly source: string) {}

  alternatives(): string[] | null {
    const all: (string[] | null)[] = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      all.push(this.sequence());
    }
    return all.some((words) => words === null) ? null : [...new Set(all.flat() as string[])];
  }

  private sequence(): string[] | null {
    let best: string[] | null = null;
    let run = '';
    const end = () => {
      if (run.length >= shortest) best = better(best, [run]);
      run = '';
    };
    while (this.at < this.source.length && !'|)'.includes(this.source[this.at])) {
      const char = this.source[this.at];
      if (/[\p{L} ]/u.test(char)) {
        this.at++;
        const times = this.times();
        if (times !== 'optional') run += char;
        if (times !== 'once') end();
        continue;
      }
      end();
      const words = this.atom();
      if (this.times() !== 'optional') best = better(best, words);
    }
    end();
    return best;
  }

  /** A group, a class, an escape or a sign. */
  private atom(): string[] | null {
    const { source } = this;
    const char = source[this.at++];
    if (char === '\\') {
      if (/[pPuk]/.test(source[this.at]))
        this.at = source.indexOf(source[this.at] === 'k' ? '>' : '}', this.at) + 1;
      else this.at++;
      return null;
    }
    if (char === '[') {
      while (source[this.at] !== ']') this.at += source[this.at] === '\\' ? 2 : 1;
      this.at++;
      return null;
    }
    if (char !== '(') return null;
    const kind = /\?(?:[:=!]|<[=!]|<\w+>)/y;
    kind.lastIndex = this.at;
    const opening = kind.exec(source)?.[0] ?? '';
    this.at += opening.length;
    const words = this.alternatives();
    this.at++;
    return opening === '?:' || opening === '' || opening.endsWith('>') ? words : null;
  }

  /** How often what was just read must stand there; the sign that says so is read over. */
  private times(): 'optional' | 'once' | 'repeated' {
    const sign = /[?*+]\??|\{(\d+)(?:,\d*)?\}\??/y;
    sign.lastIndex = this.at;
    const found = sign.exec(this.source);
    if (!found) return 'once';
    this.at += found[0].length;
    return found[0].startsWith('+') || Number(found[1]) > 0 ? 'repeated' : 'optional';
  }
}

/** Without the words that hold another one. */
function shortestOf(words: readonly string[]): string[] {
  return words.filter((word) => !words.some((other) => other !== word && word.includes(other)));
}

/** Of two lists of words, the one that fewer texts hold: its shortest word is longer. */
function better(one: string[] | null, other: string[] | null): string[] | null {
  if (!one || !other) return one ?? other;
  const least = (words: string[]) => Math.min(...words.map((word) => word.length));
  return least(other) > least(one) ? other : one;
}
