import type { OverviewRow } from '../../../server/src/features/overview.js';
import { statusNames } from '../../../server/src/features/state-names.js';
import type { Status } from '../../../server/src/model/brief.js';
import type { WorkState } from '../../../server/src/model/facts.js';
import type { Spoken } from '../language.js';

/** Words of the view and the status bar, in the language of the setting. Knows nothing of VS Code. */

const states: Record<WorkState, { nl: string; en: string }> = {
  draft: { nl: 'concept', en: 'draft' },
  review: { nl: 'ter review', en: 'in review' },
  agreed: { nl: 'akkoord', en: 'agreed' },
};

export const allStatuses = Object.keys(statusNames) as Status[];
export const allStates = Object.keys(states) as WorkState[];

export function statusWords(status: Status, spoken: Spoken): string {
  return statusNames[status][spoken];
}

export function stateWords(state: WorkState, spoken: Spoken): string {
  return states[state][spoken];
}

export function isAnswered({ status }: OverviewRow): boolean {
  return status === 'answered' || status === 'referred';
}

/** "27 van 32 beantwoord"; of a letter without a reply only how many questions there are. */
export function progress(rows: readonly OverviewRow[], spoken: Spoken): string {
  const dutch = spoken === 'nl';
  const all = rows.length;
  if (rows.every(({ status }) => status === null))
    return dutch
      ? `${all} ${all === 1 ? 'vraag' : 'vragen'}`
      : `${all} ${all === 1 ? 'question' : 'questions'}`;
  const done = rows.filter(isAnswered).length;
  return dutch ? `${done} van ${all} beantwoord` : `${done} of ${all} answered`;
}

/** "nog 12 dagen", "2 dagen te laat". */
export function timeLeft(days: number, spoken: Spoken): string {
  const dutch = spoken === 'nl';
  const count = Math.abs(days);
  const unit = dutch ? (count === 1 ? 'dag' : 'dagen') : count === 1 ? 'day' : 'days';
  if (days === 0) return dutch ? 'vandaag' : 'today';
  if (days < 0) return dutch ? `${count} ${unit} te laat` : `${count} ${unit} late`;
  return dutch ? `nog ${count} ${unit}` : `${count} ${unit} left`;
}

/** "27 van 32 beantwoord · nog 12 dagen". */
export function summary(rows: readonly OverviewRow[], daysLeft: number | null, spoken: Spoken): string {
  const days = daysLeft === null ? [] : [timeLeft(daysLeft, spoken)];
  return [progress(rows, spoken), ...days].join(' · ');
}

/** As many first words as leave room in a narrow side bar for the state, and for who has what to do when that is noted. */
const longestOpening = 36;
const longestBesideNote = 24;

/** Number and first words. */
export function rowLabel({ numbers, words, owner, state, daysLeft }: OverviewRow): string {
  const longest = owner || state || daysLeft !== null ? longestBesideNote : longestOpening;
  const cut = words.lastIndexOf(' ', longest);
  const opening = words.length <= longest || cut < 0 ? words : `${words.slice(0, cut)} …`;
  return numbers.length > 0 ? `${numbers.join(', ')}. ${opening}` : opening || '…';
}

/** "directie Wegen · concept · nog 3 dagen · nog geen antwoord": first what no icon says. */
export function rowDetail(row: OverviewRow, spoken: Spoken): string {
  const status = row.status && statusWords(row.status, spoken);
  return [...noted(row, spoken), status, row.remark].filter(Boolean).join(' · ');
}

/** Who has what to do, and when. */
function noted({ owner, state, daysLeft }: OverviewRow, spoken: Spoken) {
  return [owner, state && stateWords(state, spoken), daysLeft !== null && timeLeft(daysLeft, spoken)];
}

/** What a screen reader says of a row: whole words, and which question it is. */
export function rowSpoken(row: OverviewRow, spoken: Spoken): string {
  const dutch = spoken === 'nl';
  const { numbers, status } = row;
  const name = dutch
    ? numbers.length > 1
      ? 'vragen'
      : 'vraag'
    : numbers.length > 1
      ? 'questions'
      : 'question';
  return [
    `${name} ${numbers.join(', ')}`.trim(),
    status && statusWords(status, spoken),
    ...noted(row, spoken),
    row.remark,
    row.words,
  ]
    .filter(Boolean)
    .join(', ');
}

/** "vraag 3", as it is written in a text. */
export function referenceTo(numbers: readonly number[], spoken: Spoken): string {
  const dutch = spoken === 'nl';
  const list =
    numbers.length < 2
      ? String(numbers[0] ?? '')
      : `${numbers.slice(0, -1).join(', ')} ${dutch ? 'en' : 'and'} ${numbers.at(-1)}`;
  if (dutch) return numbers.length > 1 ? `de vragen ${list}` : `vraag ${list}`;
  return numbers.length > 1 ? `questions ${list}` : `question ${list}`;
}

/** A date as people type it, "7 januari 2025", "7-1-2025" or "2025-01-07", as ISO text; `null` if there is no such date. */
export function dateOf(typed: string, spoken: Spoken): string | null {
  const text = typed.trim().toLowerCase();
  const { year, month, day } = (
    /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/.exec(text) ??
    /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})$/.exec(text) ??
    /^(?<day>\d{1,2}) (?<month>\p{L}+) (?<year>\d{4})$/u.exec(text)
  )?.groups ?? { year: '', month: '', day: '' };
  const number = Number(month) || months(spoken).indexOf(month) + 1;
  const iso = [year, String(number).padStart(2, '0'), day.padStart(2, '0')].join('-');
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function months(spoken: Spoken): string[] {
  const name = new Intl.DateTimeFormat(spoken, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2000, month)).toLowerCase());
}
