import type { Patterns } from '../../../languages/patterns.js';

/** Whether a line of print ends a sentence, a glued note mark aside: "aangeboden.2", "gaat”." */
export function endsSentence(line: string): boolean {
  return /[.?!:;]["”’')\]]{0,2}\d{0,3}$/.test(line) && !/(?:^|\D)\d{1,3}[.,]\d{1,3}$/.test(line);
}

/** Whether its last word is an abbreviation, so that its full stop ends nothing: "artikel 3 jo." */
export function endsInAbbreviation(line: string, { abbreviations }: Patterns): boolean {
  const word = /(?:^|[\s(])([\p{L}.]{1,12})\.\d{0,3}$/u.exec(line)?.[1];
  return word !== undefined && (abbreviations.has(word.toLowerCase()) || /^\p{Lu}(?:\.\p{Lu})*$/u.test(word));
}
