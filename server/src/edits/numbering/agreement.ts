import type { Language } from '../../languages/language.js';
import { patternsOf } from '../../languages/patterns.js';
import type { Text, TextEdit } from '../../text/text.js';

/** How far before a number the words stand that go with it. */
const reach = 80;

/**
 * Lets the words before a number agree with how many follow: "de vragen" 3 becomes "vraag" 3, and "vraag" 3 en 4 "de vragen"
 * 3 en 4. Words that the language has no other form for stay.
 * @param start where the first number stands
 */
export function agree(text: Text, start: number, language: Language, count: 'one' | 'several'): TextEdit[] {
  const { listBefore, oneBefore } = patternsOf(language);
  const from = Math.max(0, start - reach);
  const found = (count === 'one' ? listBefore : oneBefore).exec(text.sliceString(from, start));
  if (!found) return [];
  const written = found[0].toLowerCase().replace(/\s+/g, ' ');
  for (const [list, one] of language.references.singular) {
    const [old, insert] = count === 'one' ? [list, one] : [one, list];
    if (old.toLowerCase() !== written) continue;
    const at = from + found.index;
    return [{ from: at, to: at + found[0].length, insert: matchCase(insert, found[0]) }];
  }
  return [];
}

/** A capital at the start stays one; so do capitals throughout. */
function matchCase(word: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word[0].toUpperCase() + word.slice(1) : word;
}
