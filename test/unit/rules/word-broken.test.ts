import { expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { contextOf } from '../../../server/src/rules/context.js';

const letter = `---
soort: brief
---

Zijn de ketenpartners het eens?
`;

const reply = `---
soort: antwoord
brief: brief.brief.md
---

1. Zijn de ketenpart- ners het eens?

Antwoord: Ja, de medewer- kers ook.
`;

function broken(asked: string | null) {
  const brief = parseBrief(reply);
  const context = contextOf(brief, () =>
    asked === null ? { state: 'unknown' } : { state: 'found', brief: parseBrief(asked) },
  );
  return check(brief, context)
    .filter(({ code }) => code === 'word-broken')
    .map(({ message }) => message.nl);
}

test('a word that the letter has whole is broken in the reply', () => {
  expect(broken(letter)).toEqual([
    'Dit is waarschijnlijk één woord: ‘ketenpartners’. Haal het streepje en de spatie weg.',
  ]);
});

test('without the letter no one can know', () => {
  expect(broken(null)).toEqual([]);
});
