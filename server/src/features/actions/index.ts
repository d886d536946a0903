import type { Brief } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import type { Action, Offer } from './action.js';
import { groupActions } from './group.js';
import { questionDelete } from './question-delete.js';
import { questionInsert } from './question-insert.js';
import { questionMerge } from './question-merge.js';
import { questionMove } from './question-move.js';
import { questionSplit } from './question-split.js';
import { renumber } from './renumber.js';

const offers: readonly Offer[] = [
  questionSplit,
  questionMerge,
  questionInsert,
  questionMove,
  questionDelete,
  groupActions,
  renumber,
];

/** What can be done at the cursor or selection. */
export function actionsAt(brief: Brief, range: Range): Action[] {
  return offers.flatMap((offer) => offer(brief, range));
}
