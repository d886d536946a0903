import { expect, test } from 'vitest';
import { compare } from '../../../server/src/compare/compare.js';
import { codeLenses } from '../../../server/src/features/code-lenses.js';
import { rangeOf, type Brief } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';

const reply = parseBrief(`---
soort: antwoord
---

1. Klopt dit?

Antwoord: Ja, zie het antwoord op vraag 3.

2. En dat?

Antwoord: PM

3. Wie betaalt?

Antwoord op vraag 2 en 3: Het Rijk. Zie de vragen 2 t/m 3.

4. Wanneer?
`);

const both = { answeredBy: true, referredToBy: true };

function shown(brief: Brief, wanted = both, helds: Parameters<typeof codeLenses>[1] = []): string[] {
  const words = (of: Brief, { from, to }: { from: number; to: number }) => of.text.sliceString(from, to);
  return codeLenses(brief, helds, wanted).map(
    ({ place, title, targets }) =>
      `${words(brief, rangeOf(place))} ${title}: ${targets.map((target) => words(target.document ?? brief, rangeOf(target.place))).join(', ')}`,
  );
}

test('how far each answer is, and what refers to the question', () => {
  expect(shown(reply)).toEqual([
    '1. Beantwoord: Antwoord:',
    '2. Beantwoord: Antwoord:, Antwoord op vraag 2 en 3:',
    '2. 1 verwijzing hierheen: 2 t/m 3',
    '3. Beantwoord: Antwoord op vraag 2 en 3:',
    '3. 2 verwijzingen hierheen: 3, 2 t/m 3',
    '4. Nog geen antwoord: ',
  ]);
});

test('each by itself', () => {
  expect(shown(reply, { answeredBy: false, referredToBy: true })).toHaveLength(2);
  expect(shown(reply, { answeredBy: true, referredToBy: false })).toHaveLength(4);
});

test('a letter shows how far its reply is', () => {
  const letter = parseBrief('---\nsoort: brief\n---\n\nKlopt dit?\n\nWie betaalt?\n\nHoe lang duurt het?\n');
  expect(shown(letter)).toEqual([]);
  expect(shown(letter, both, [compare(letter, reply)])).toEqual([
    'Klopt dit? Beantwoord: Antwoord:',
    'Wie betaalt? Beantwoord: Antwoord op vraag 2 en 3:',
  ]);
});

test('in the language of the document', () => {
  const english =
    '---\nkind: reply\n---\n\n1. Is it so?\n\nAnswer: Yes.\n\n2. And this?\n\nAnswer: See question 1.\n';
  expect(shown(parseBrief(english)).slice(0, 2)).toEqual([
    '1. Answered: Answer:',
    '1. 1 reference to this: 1',
  ]);
});
