import type { OverviewRow } from '../../../server/src/features/overview.js';
import type { OverviewAnswer } from '../../../server/src/hosts/lsp/questions.js';

/** The overview of a document's questions, as it is shown. */
export interface Overview {
  id: number;
  groups: string[];
  rows: OverviewRow[];
  daysLeft: number | null;
}

/** What the overview was with what is new in it; the rows that did not change are the same objects. */
export function renewed(before: Overview | null, answer: OverviewAnswer): Overview {
  const rows = (before?.rows ?? []).slice(0, answer.count);
  for (const [index, row] of answer.rows) rows[index] = row;
  return { id: answer.id, groups: answer.groups, rows, daysLeft: answer.daysLeft };
}

/** Which questions are shown. */
export interface Filter {
  open: boolean;
  owner: string | null;
  status: OverviewRow['status'];
  state: OverviewRow['state'];
}

export const noFilter: Filter = { open: false, owner: null, status: null, state: null };

export function isFiltering(filter: Filter): boolean {
  return filter.open || filter.owner !== null || filter.status !== null || filter.state !== null;
}

/** Open is what still needs work: without an answer, or with one that is not agreed on by those who keep track of it. */
export function passes(row: OverviewRow, { open, owner, status, state }: Filter): boolean {
  const answered = row.status === 'answered' || row.status === 'referred';
  if (open && answered && (row.state === null || row.state === 'agreed')) return false;
  if (owner !== null && row.owner !== owner) return false;
  if (status !== null && row.status !== status) return false;
  return state === null || row.state === state;
}
