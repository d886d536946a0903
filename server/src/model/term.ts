import type { Brief } from './brief.js';
import { deadlineOf } from './dates.js';

/**
 * The last day on which a reply is in time, as ISO text: the letter's date and term, or what the reply itself says of them.
 * @param letter the letter that a reply answers, if it is known
 */
export function termEnd({ kind, frontMatter, language }: Brief, letter: Brief | null): string | null {
  const own = frontMatter.values;
  const asked = letter?.frontMatter.values;
  const term = asked?.term ?? own.term;
  const from = asked?.date ?? (kind === 'letter' ? own.date : own.questionsDated);
  return term && from ? deadlineOf(term, from, letter?.language ?? language) : null;
}
