import type { Brief, PlacedReference } from '../../model/brief.js';
import type { TextEdit } from '../../text/text.js';
import { agree } from '../numbering/agreement.js';

/** "vraag 3 en 4" becomes "de vragen 3 en 4", where the language has such a form. */
export function pluralise({ text, language }: Brief, { block, fact }: PlacedReference): TextEdit[] {
  const starts = [...fact.numbers, ...fact.withdrawn].map(({ at }) => at.from);
  return agree(text, block.from + Math.min(...starts), language, 'several');
}
