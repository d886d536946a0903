import type { AskingVerb, IndirectPatterns, Patterns } from '../languages/patterns.js';
import { allMatches, occurs } from '../text/matches.js';
import type { Sentence } from './facts.js';

/** Whether a sentence asks: certain with a question mark, likely if it asks indirectly. */
export function askingOf(sentence: string, patterns: Patterns): Sentence['question'] {
  if (/\?[\s"”’')\]»*_“]{0,6}$/.test(sentence)) return 'certain';
  if (!asksIndirectly(sentence, patterns.indirect) && !isOpening(sentence, patterns)) return null;
  // How and when to answer is no question to answer.
  const isClosing = occurs(sentence, patterns.separateAnswers) || occurs(sentence, patterns.indirect.closing);
  return isClosing ? null : 'likely';
}

function isOpening(sentence: string, { opening }: Patterns): boolean {
  const found = sentence.endsWith(':') ? opening.exec(sentence.slice(0, 60)) : null;
  return found !== null && found.index <= 12;
}

/** Whether those who ask are the subject of an asking verb: before it in the main clause, or behind it. */
function asksIndirectly(sentence: string, patterns: IndirectPatterns): boolean {
  const verbs = allMatches(sentence, patterns.verb);
  if (verbs.length === 0) return false;
  if (patterns.tag.test(sentence)) return true;
  const asker = patterns.asker.exec(sentence);
  const from = asker ? asker.index + asker[0].length : Infinity;
  const clause = asker ? sentence.slice(from).search(patterns.clause) : -1;
  const inClause = clause < 0 ? Infinity : from + clause;
  return verbs.some(({ index, 0: verb }) => {
    const kind = patterns.verbs.get(verb.toLowerCase());
    if (!kind || kind.noun?.test(sentence.slice(0, index).slice(-60))) return false;
    const asks = readAsked(sentence, index + verb.length, kind, patterns);
    if (asks !== 'without subject') return asks !== null;
    return index >= from && (index < inClause || patterns.link.test(sentence.slice(0, index).slice(-20)));
  });
}

/** So many adverbs and the like may stand between a verb and what it asks. */
const mostBetween = 7;

/** Reads on behind a verb to what it asks. */
function readAsked(
  sentence: string,
  pos: number,
  { asked, askedLater }: AskingVerb,
  { subject, between, insertion, aside }: IndirectPatterns,
): 'with subject' | 'without subject' | null {
  let result: 'with subject' | 'without subject' = 'without subject';
  for (let i = 0; i < mostBetween; i++) {
    let next = endOf(subject, sentence, pos);
    if (next >= 0) result = 'with subject';
    else if (endOf(asked, sentence, pos) >= 0) return result;
    else next = Math.max(endOf(between, sentence, pos), endOf(insertion, sentence, pos));
    if (next < 0) {
      next = endOf(aside, sentence, pos);
      return next >= 0 && askedLater.test(sentence.slice(next, next + 160)) ? result : null;
    }
    pos = next;
  }
  return null;
}

/** Where a match of a sticky expression ends, or -1. */
function endOf(pattern: RegExp, text: string, pos: number): number {
  pattern.lastIndex = pos;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
