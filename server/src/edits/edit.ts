import type { Words } from '../languages/messages.js';
import type { TextEdit } from '../text/text.js';

/** Why an edit is not made, in plain words: nothing is changed then. */
export interface Refusal {
  refused: Words;
}

/** An edit of one document as it stands, to be done as a whole; empty when nothing need change. */
export type Edited = TextEdit[] | Refusal;

export function refusal(nl: string, en: string): Refusal {
  return { refused: { nl, en } };
}

/** For where a refusal is as good as nothing to change. */
export function orNothing(edited: Edited): TextEdit[] {
  return isRefusal(edited) ? [] : edited;
}

export function isRefusal(edited: Edited): edited is Refusal {
  return !Array.isArray(edited);
}
