import type { Brief } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import type { Action, Offer } from './action.js';
import { footnoteBelow } from './footnote-below.js';
import { footnoteInline } from './footnote-inline.js';
import { footnoteOfSelection } from './footnote-of-selection.js';
import { footnoteRemove } from './footnote-remove.js';
import { footnotesMerge } from './footnotes-merge.js';
import { footnotesNumber } from './footnotes-number.js';
import { footnotesSort } from './footnotes-sort.js';
import { groupActions } from './group.js';
import { questionDelete } from './question-delete.js';
import { questionInsert } from './question-insert.js';
import { questionMerge } from './question-merge.js';
import { questionMove } from './question-move.js';
import { questionSplit } from './question-split.js';
import { renumber } from './renumber.js';

const offers: readonly Offer[] = [
  footnoteOfSelection,
  footnoteBelow,
  footnoteInline,
  footnoteRemove,
  questionSplit,
  questionMerge,
  questionInsert,
  questionMove,
  questionDelete,
  groupActions,
  renumber,
  footnotesSort,
  footnotesNumber,
  footnotesMerge,
];

/** What can be done at the cursor or selection. */
export function actionsAt(brief: Brief, range: Range): Action[] {
  return offers.flatMap((offer) => offer(brief, range));
}
