import { describe, expect, test } from 'vitest';
import { noFilter, passes, renewed } from '../../../client/src/views/overview.js';
import type { OverviewRow } from '../../../server/src/features/overview.js';
import {
  dateOf,
  referenceTo,
  rowDetail,
  rowLabel,
  rowSpoken,
  summary,
  timeLeft,
} from '../../../client/src/views/words.js';

const nl = 'nl';
const en = 'en';

function row(more: Partial<OverviewRow> = {}): OverviewRow {
  return {
    group: null,
    numbers: [3],
    words: 'Hoe diep is het kanaal?',
    status: 'answered',
    owner: null,
    state: null,
    daysLeft: null,
    remark: null,
    ...more,
  };
}

describe('the status bar', () => {
  test('how many are answered, and the days left', () => {
    const rows = [
      row(),
      row({ status: 'referred' }),
      row({ status: 'deferred' }),
      row({ status: 'missing' }),
    ];
    expect(summary(rows, 12, nl)).toBe('2 van 4 beantwoord · nog 12 dagen');
    expect(summary(rows, 1, en)).toBe('2 of 4 answered · 1 day left');
    expect(summary(rows, null, nl)).toBe('2 van 4 beantwoord');
  });

  test('of a letter without a reply, how many there are', () => {
    expect(summary([row({ status: null })], 3, nl)).toBe('1 vraag · nog 3 dagen');
    expect(summary([row({ status: null }), row({ status: null })], null, en)).toBe('2 questions');
  });

  test.each([
    [12, 'nog 12 dagen', '12 days left'],
    [1, 'nog 1 dag', '1 day left'],
    [0, 'vandaag', 'today'],
    [-1, '1 dag te laat', '1 day late'],
    [-2, '2 dagen te laat', '2 days late'],
  ])('%i days', (days, dutch, english) => {
    expect([timeLeft(days, nl), timeLeft(days, en)]).toEqual([dutch, english]);
  });
});

describe('a row', () => {
  const noted = row({
    numbers: [5, 6],
    status: 'missing',
    owner: 'directie Wegen',
    state: 'review',
    daysLeft: -2,
    remark: 'haast',
  });

  test('number and words; then what is known', () => {
    expect(rowLabel(row())).toBe('3. Hoe diep is het kanaal?');
    expect(rowLabel(row({ words: 'Hoeveel schepen varen er per dag door het kanaal bij de sluis?' }))).toBe(
      '3. Hoeveel schepen varen er per dag …',
    );
    expect(rowDetail(noted, nl)).toBe(
      'directie Wegen · ter review · 2 dagen te laat · nog geen antwoord · haast',
    );
    expect(rowDetail(noted, en)).toBe('directie Wegen · in review · 2 days late · no answer yet · haast');
  });

  test('fewer words where the owner is to be seen beside them', () => {
    const words = 'Hoeveel schepen varen er per dag door het kanaal bij de sluis?';
    expect(rowLabel(row({ words, owner: 'Water' }))).toBe('3. Hoeveel schepen varen er …');
  });

  test('aloud', () => {
    expect(rowSpoken(noted, nl)).toBe(
      'vragen 5, 6, nog geen antwoord, directie Wegen, ter review, 2 dagen te laat, haast, Hoe diep is het kanaal?',
    );
  });

  test('as a reference', () => {
    expect(referenceTo([3], nl)).toBe('vraag 3');
    expect(referenceTo([3, 4, 5], nl)).toBe('de vragen 3, 4 en 5');
    expect(referenceTo([3, 4], en)).toBe('questions 3 and 4');
  });
});

test.each([
  ['2025-01-07', '2025-01-07'],
  ['7-1-2025', '2025-01-07'],
  [' 7 januari 2025 ', '2025-01-07'],
  ['31 Maart 2025', '2025-03-31'],
  ['31-2-2025', null],
  ['7 janvier 2025', null],
  ['morgen', null],
  ['', null],
])('a date as it is typed: %s', (typed, iso) => {
  expect(dateOf(typed, nl)).toBe(iso);
});

test('open is what has no answer, and what is answered and not agreed on', () => {
  const open = { ...noFilter, open: true };
  expect(passes(row({ status: 'deferred' }), open)).toBe(true);
  expect(passes(row(), open)).toBe(false);
  expect(passes(row({ state: 'draft' }), open)).toBe(true);
  expect(passes(row({ state: 'agreed' }), open)).toBe(false);
});

test('only what is asked for', () => {
  expect(passes(row({ owner: 'A' }), { ...noFilter, owner: 'B' })).toBe(false);
  expect(passes(row({ status: 'empty' }), { ...noFilter, status: 'empty' })).toBe(true);
  expect(passes(row({ state: 'draft' }), { ...noFilter, state: 'review' })).toBe(false);
});

test('what did not change is kept', () => {
  const first = renewed(null, {
    id: 1,
    groups: [],
    count: 2,
    rows: [
      [0, row()],
      [1, row()],
    ],
    daysLeft: null,
  });
  const second = renewed(first, { id: 2, groups: [], count: 1, rows: [], daysLeft: 4 });
  expect(second.rows).toEqual([row()]);
  expect(second.rows[0]).toBe(first.rows[0]);
});
