/** The overview of a document's questions, as the server sends it. */
export interface OverviewRow {
  group: number | null;
  numbers: number[];
  words: string;
  status: 'answered' | 'referred' | 'deferred' | 'placeholder' | 'empty' | 'missing' | null;
  owner: string | null;
  state: 'draft' | 'review' | 'agreed' | null;
  daysLeft: number | null;
  remark: string | null;
}

/** What is new in it. */
export interface OverviewAnswer {
  id: number;
  groups: string[];
  count: number;
  rows: [number, OverviewRow][];
  daysLeft: number | null;
}

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
