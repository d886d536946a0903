/** Digits at the end of a word or number that may be a note mark. */
export interface GluedNumber {
  /** Where the digits of the mark begin and end. */
  from: number;
  to: number;
  number: number;
  /** How much it looks like a mark; from `certain` up nothing else is likely. */
  weight: number;
}

/** A mark behind a year or a whole word, or behind the end of a sentence. */
export const certain = 3;

const run = /(?<!\d)\d{1,7}(?![\d%\p{L}]|[.,:/]\d|[-–]\S)/gu;

/**
 * Finds what may be note marks. Digits alone do not tell a mark from a year, a name or an amount: every way to read them is
 * given, with a weight, and the running number decides.
 * @param words how often words, in lower case, stand in the text
 */
export function gluedNumbers(text: string, words: ReadonlyMap<string, number>): GluedNumber[] {
  const found: GluedNumber[] = [];
  for (const { 0: digits, index } of text.matchAll(run)) {
    const to = index + digits.length;
    for (let length = 1; length <= Math.min(3, digits.length); length++) {
      const from = to - length;
      if (text[from] === '0') continue;
      const before = text.slice(Math.max(0, from - 60), from);
      const rest = digits.length - length;
      const weight = rest > 0 ? behindDigits(before, rest, words) : behindText(before, words);
      if (weight > 0) found.push({ from, to, number: Number(digits.slice(rest)), weight: weight * rarity() });
    }

    /** A word with its digits that stands in the text several times is a name: "Horizon2020". */
    function rarity(): number {
      const token = /[\p{L}\d-]{1,60}$/u.exec(text.slice(Math.max(0, to - 60), to))![0];
      return /\p{L}/u.test(token) && (words.get(token.toLowerCase()) ?? 0) > 1 ? 0.1 : 1;
    }
  }
  return found;
}

/** `before` ends in `rest` digits that would stay. */
function behindDigits(before: string, rest: number, words: ReadonlyMap<string, number>): number {
  const name = /[\p{L}-]{1,50}\d{1,7}$/u.exec(before)?.[0];
  if (name && /\p{L}/u.test(name)) {
    const known = words.has(name.toLowerCase()) || words.has(name.replace(/^-+/, '').toLowerCase());
    return known ? 4 : 0.3;
  }
  if (/(?<![\d.,/])(?:19|20)\d{2}$/.test(before) && rest === 4) return certain;
  if (/(?:19|20)\d{2}\/\d{2}$/.test(before)) return 1;
  return 0.4;
}

function behindText(before: string, words: ReadonlyMap<string, number>): number {
  const last = before.at(-1) ?? ' ';
  if (/[\s\-–─/([{“‘«€$]/.test(last)) return 0;
  if (/\p{L}/u.test(last)) {
    const word = /[\p{L}\d-]{1,60}$/u.exec(before)![0];
    const letters = /\p{L}{1,60}$/u.exec(before)![0];
    if (words.has(word.toLowerCase()) && letters.length > 2) return 4;
    if (letters.length > 2) return /\p{Ll}$/u.test(letters) ? certain : 2;
    // "m2", "CO2", "A2"
    return words.has(word.toLowerCase()) ? 1 : 0.5;
  }
  if (/[.,;:?!]/.test(last)) {
    const rest = before.slice(0, -1);
    if (/(?<!\d)(?:19|20)\d{2}$/.test(rest)) return certain;
    if (/\d$/.test(rest)) return /[.,]/.test(last) ? 0.3 : certain;
    return /[\p{L}%”’"')\]»]$/u.test(rest) ? 4 : 0;
  }
  if (/["']/.test(last)) return /\S["']$/.test(before) ? certain : 0;
  if (/[”’)\]»]/.test(last)) return 4;
  return last === '%' || last === '+' ? certain : 0.3;
}
