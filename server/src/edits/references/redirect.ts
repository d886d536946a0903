import type { Brief, PlacedReference } from '../../model/brief.js';
import type { NumberAt } from '../../model/facts.js';
import type { TextEdit } from '../../text/text.js';
import { membersOf } from '../numbering/members.js';
import { listEdits, type Token } from '../numbering/list.js';

/** Lets a reference name other questions instead of one that it names; the rest of its list stays. */
export function redirect(
  { text, language }: Brief,
  { block, fact }: PlacedReference,
  old: NumberAt,
  numbers: readonly number[],
): TextEdit[] {
  const tokens = fact.numbers.map((at): Token => ({
    at,
    now: at === old ? numbers.map((number) => ({ number, letter: null })) : membersOf(at, () => undefined),
  }));
  return listEdits(text, block.from, tokens, language);
}
