import { languages } from '../../languages/index.js';
import type { Language } from '../../languages/language.js';
import { wordsFor, type Words } from '../../languages/messages.js';
import { addDays, daysBetween, longDate } from '../../model/dates.js';
import { workKey, workKeys } from '../../model/directives.js';
import type { WorkKey } from '../../model/facts.js';
import { ownersNamed, workDate } from '../../model/work.js';
import { inOrder, type Completion, type Cursor } from './item.js';

const work = new Set(Object.values(languages).map(({ directives }) => directives.work));

/** What can stand in a note on the work: after `<!-- kb werk:` the names, after `=` what fits. */
export function workItems(cursor: Cursor, comment: string, today: string | null): Completion[] | null {
  const found = /^<!--\s{0,40}kb\s{1,40}(?<word>[\p{L}-]{1,30}):(?<fields>[\s\S]{0,1000})$/u.exec(comment);
  if (!found || !work.has(found.groups!.word.toLowerCase())) return null;
  const fields = found.groups!.fields.split(';');
  const typed = fields.pop()!.trimStart();
  const equals = typed.indexOf('=');
  if (equals < 0) return keyItems(cursor, typed, fields);
  const key = workKey(typed.slice(0, equals).trim());
  return key ? valueItems(cursor, key, typed.slice(equals + 1).trimStart(), today) : [];
}

const meanings: Record<WorkKey, Words> = {
  owner: { nl: 'wie het antwoord schrijft', en: 'who writes the answer' },
  state: { nl: 'hoe ver het is', en: 'how far it is' },
  due: { nl: 'wanneer het klaar moet zijn', en: 'when it is due' },
  remark: { nl: 'wat anderen moeten weten', en: 'what others should know' },
};

function keyItems({ brief, offset }: Cursor, typed: string, before: readonly string[]): Completion[] {
  const used = new Set(before.map((field) => workKey(field.split('=', 1)[0].trim())));
  const { directives } = brief.language;
  return workKeys
    .filter((key) => !used.has(key))
    .map((key, i) => ({
      label: directives[key],
      detail: meanings[key][wordsFor(brief.language)],
      kind: 'key',
      insert: `${directives[key]}=`,
      filter: directives[key],
      replace: { from: offset - typed.length, to: offset },
      sort: inOrder(0, i),
    }));
}

function valueItems(
  { brief, offset }: Cursor,
  key: WorkKey,
  typed: string,
  today: string | null,
): Completion[] {
  const { language } = brief;
  const values: { value: string; detail: string }[] = {
    owner: () =>
      ownersNamed(brief)
        .filter((name) => name !== typed)
        .map((value) => ({ value, detail: '' })),
    state: () => Object.values(language.directives.states).map((value) => ({ value, detail: '' })),
    due: () => dates(dueDates(brief), today, language),
    remark: () => [],
  }[key]();
  return values.map(({ value, detail }, i) => ({
    label: value,
    detail,
    kind: 'value',
    insert: value,
    filter: value,
    replace: { from: offset - typed.length, to: offset },
    sort: inOrder(0, i),
  }));
}

function dueDates({ directives, language }: Cursor['brief']): string[] {
  return directives
    .flatMap(({ fact }) => fact.fields)
    .flatMap(({ key, value }) => (key === 'due' && value ? (workDate(value, language) ?? []) : []));
}

/** Dates to come: those that other questions have, and some days from today. */
function dates(used: readonly string[], today: string | null, language: Language) {
  const near = today ? [0, 1, 2, 3, 7, 14].map((days) => addDays(today, days)) : [];
  const all = new Set([...used.filter((date) => !today || date >= today), ...near]);
  const nl = language.id === 'nl';
  return [...all].sort().map((value) => {
    const days = today ? daysBetween(today, value) : null;
    const away =
      days === null
        ? ''
        : days === 0
          ? nl
            ? ' (vandaag)'
            : ' (today)'
          : days === 1
            ? nl
              ? ' (morgen)'
              : ' (tomorrow)'
            : nl
              ? ` (over ${days} dagen)`
              : ` (in ${days} days)`;
    return { value, detail: longDate(value, language) + away };
  });
}

/** The words behind `<!-- kb`. */
export function directiveItems({ brief, offset }: Cursor, comment: string): Completion[] | null {
  const found = /^<!--\s{0,40}kb\s{1,40}(?<word>[\p{L}-]{0,30})$/u.exec(comment);
  if (!found) return null;
  const { directives, id } = brief.language;
  const words = [
    [directives.work, id === 'nl' ? 'werknotitie bij een vraag' : 'work note on a question'],
    [directives.ignore, id === 'nl' ? 'een melding hier negeren' : 'ignore a finding here'],
    [directives.ignoreFile, id === 'nl' ? 'een melding overal negeren' : 'ignore a finding everywhere'],
  ];
  return words.map(([word, detail], i) => ({
    label: word,
    detail,
    kind: 'key',
    insert: word === directives.work ? `${word}: ` : `${word} `,
    filter: word,
    replace: { from: offset - found.groups!.word.length, to: offset },
    sort: inOrder(0, i),
  }));
}
