import type { OverviewRow } from './overview.js';

/** Words of the view and the status bar, in the language of the setting. Knows nothing of VS Code. */

export type Status = NonNullable<OverviewRow['status']>;
export type State = NonNullable<OverviewRow['state']>;

const statuses: Record<Status, { nl: string; en: string }> = {
  answered: { nl: 'beantwoord', en: 'answered' },
  referred: { nl: 'beantwoord met een verwijzing', en: 'answered by reference' },
  deferred: { nl: 'uitgesteld', en: 'deferred' },
  placeholder: { nl: 'nog te schrijven', en: 'still to be written' },
  empty: { nl: 'nog leeg', en: 'still empty' },
  missing: { nl: 'nog geen antwoord', en: 'no answer yet' },
};

const states: Record<State, { nl: string; en: string }> = {
  draft: { nl: 'concept', en: 'draft' },
  review: { nl: 'ter review', en: 'in review' },
  agreed: { nl: 'akkoord', en: 'agreed' },
};

export const allStatuses = Object.keys(statuses) as Status[];
export const allStates = Object.keys(states) as State[];

export interface Words {
  dutch: boolean;
}

export function statusWords(status: Status, { dutch }: Words): string {
  return dutch ? statuses[status].nl : statuses[status].en;
}

export function stateWords(state: State, { dutch }: Words): string {
  return dutch ? states[state].nl : states[state].en;
}

export function isAnswered({ status }: OverviewRow): boolean {
  return status === 'answered' || status === 'referred';
}

/** "27 van 32 beantwoord"; of a letter without a reply only how many questions there are. */
export function progress(rows: readonly OverviewRow[], { dutch }: Words): string {
  const all = rows.length;
  if (rows.every(({ status }) => status === null))
    return dutch
      ? `${all} ${all === 1 ? 'vraag' : 'vragen'}`
      : `${all} ${all === 1 ? 'question' : 'questions'}`;
  const done = rows.filter(isAnswered).length;
  return dutch ? `${done} van ${all} beantwoord` : `${done} of ${all} answered`;
}

/** "nog 12 dagen", "2 dagen te laat". */
export function timeLeft(days: number, { dutch }: Words): string {
  const count = Math.abs(days);
  const unit = dutch ? (count === 1 ? 'dag' : 'dagen') : count === 1 ? 'day' : 'days';
  if (days === 0) return dutch ? 'vandaag' : 'today';
  if (days < 0) return dutch ? `${count} ${unit} te laat` : `${count} ${unit} late`;
  return dutch ? `nog ${count} ${unit}` : `${count} ${unit} left`;
}

/** "27 van 32 beantwoord · nog 12 dagen". */
export function summary(rows: readonly OverviewRow[], daysLeft: number | null, words: Words): string {
  const days = daysLeft === null ? [] : [timeLeft(daysLeft, words)];
  return [progress(rows, words), ...days].join(' · ');
}

/** As many first words as leave room for the state in a narrow side bar. */
const longestOpening = 36;

/** Number and first words. */
export function rowLabel({ numbers, words }: OverviewRow): string {
  const cut = words.lastIndexOf(' ', longestOpening);
  const opening = words.length <= longestOpening || cut < 0 ? words : `${words.slice(0, cut)} …`;
  return numbers.length > 0 ? `${numbers.join(', ')}. ${opening}` : opening || '…';
}

/** "nog geen antwoord · directie Wegen · concept · nog 3 dagen". */
export function rowDetail(row: OverviewRow, words: Words): string {
  return [
    row.status && statusWords(row.status, words),
    row.owner,
    row.state && stateWords(row.state, words),
    row.daysLeft !== null && timeLeft(row.daysLeft, words),
    row.remark,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What a screen reader says of a row: whole words, and which question it is. */
export function rowSpoken(row: OverviewRow, words: Words): string {
  const { numbers } = row;
  const name = words.dutch
    ? numbers.length > 1
      ? 'vragen'
      : 'vraag'
    : numbers.length > 1
      ? 'questions'
      : 'question';
  return [`${name} ${numbers.join(', ')}`.trim(), rowDetail(row, words).replaceAll(' · ', ', '), row.words]
    .filter(Boolean)
    .join(', ');
}

/** "vraag 3", as it is written in a text. */
export function referenceTo(numbers: readonly number[], dutch: boolean): string {
  const list =
    numbers.length < 2
      ? String(numbers[0] ?? '')
      : `${numbers.slice(0, -1).join(', ')} ${dutch ? 'en' : 'and'} ${numbers.at(-1)}`;
  if (dutch) return numbers.length > 1 ? `de vragen ${list}` : `vraag ${list}`;
  return numbers.length > 1 ? `questions ${list}` : `question ${list}`;
}
