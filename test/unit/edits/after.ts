import type { Edited } from '../../../server/src/edits/edit.js';
import { isRefusal } from '../../../server/src/edits/edit.js';
import type { Brief, Question } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { applyEdits } from '../../../server/src/text/text.js';

/** The text after an edit, or why there is none. */
export function after(source: string, edit: (brief: Brief) => Edited): string {
  const edited = edit(parseBrief(source));
  return isRefusal(edited) ? `refused: ${edited.refused.nl}` : applyEdits(source, edited);
}

/** The question with a number, the first if several have it. */
export function numbered(brief: Brief, number: number): Question {
  return brief.questions.find(({ numbers }) => numbers.includes(number))!;
}
