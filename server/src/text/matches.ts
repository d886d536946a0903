import { cueOf } from './cue.js';

/** Shared by all that find nothing, which is most of what is read. */
export const none: never[] = Object.freeze([]) as unknown as never[];

/** By expression; `null` for those that have none. */
const cues = new WeakMap<RegExp, RegExp | null>();

/** Whether an expression may match: told by a cheaper one, which spares most texts the search. */
function mayMatch(text: string, pattern: RegExp): boolean {
  let cue = cues.get(pattern);
  if (cue === undefined) cues.set(pattern, (cue = cueOf(pattern)));
  return !cue || cue.test(text);
}

/** Whether an expression that is not global matches somewhere. */
export function occurs(text: string, pattern: RegExp): boolean {
  return mayMatch(text, pattern) && pattern.test(text);
}

/** Every match of a global expression. `matchAll` copies the expression first, which costs more than searching a line. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!mayMatch(text, pattern)) return none;
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** What each match of a global expression stands for. */
export function mapMatches<T>(text: string, pattern: RegExp, map: (match: RegExpExecArray) => T): T[] {
  const found = allMatches(text, pattern);
  return found.length === 0 ? none : found.map(map);
}
