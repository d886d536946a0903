import type { Edited } from '../../../server/src/edits/edit.js';
import { isRefusal } from '../../../server/src/edits/edit.js';
import type { Brief, Question } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import type { RuleContext } from '../../../server/src/rules/rule.js';
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

/** The codes of what is found in a document that stands on its own. */
export function codesIn(source: string): string[] {
  const alone: RuleContext = {
    file: () => ({ state: 'unknown' }),
    comparison: () => null,
    today: () => null,
  };
  return check(parseBrief(source), alone).map(({ code }) => code);
}
