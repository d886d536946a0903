import { expect, test } from 'vitest';
import { languages } from '../../../server/src/languages/index.js';
import { deadlineOf } from '../../../server/src/model/dates.js';

const { nl, en, de } = languages;

test.each([
  [nl, '4 weken', '2025-03-31'],
  [nl, 'vier weken', '2025-03-31'],
  [nl, 'één week', '2025-03-10'],
  [nl, 'Een maand', '2025-04-02'],
  [nl, 'binnen tien dagen na dagtekening', '2025-03-13'],
  [nl, '17 maart 2025', '2025-03-17'],
  [nl, '2025-03-17', '2025-03-17'],
  [en, 'a month', '2025-04-02'],
  [en, 'one week', '2025-03-10'],
  [en, 'twelve days', '2025-03-15'],
  [de, 'einer Woche', '2025-03-10'],
  [de, 'einen Monat', '2025-04-02'],
  [de, 'sechs Wochen', '2025-04-14'],
])('in $0.id a term of %j ends on %s', (language, term, end) => {
  expect(deadlineOf(term, '2025-03-03', language)).toBe(end);
});

test.each([
  [nl, 'spoedig'],
  [nl, '1234 weken'],
  [nl, '0 dagen'],
  [en, 'an extra week'],
  [nl, 'zo snel als het kan'],
])('in $0.id %j is no term', (language, term) => {
  expect(deadlineOf(term, '2025-03-03', language)).toBeNull();
});
