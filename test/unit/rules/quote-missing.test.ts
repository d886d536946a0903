import { expect, test } from 'vitest';
import { orNothing } from '../../../server/src/edits/edit.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { contextOf } from '../../../server/src/rules/context.js';
import { applyEdits } from '../../../server/src/text/text.js';

const letter = `---
soort: brief
---

## Vragen van de leden van de fractie van D66

Klopt het aantal bomen?

De leden lezen over ziekte.[^1] Gaat het om:

1. de eik,
2. de es?

Wie betaalt de aanplant?

[^1]: Bosbericht, p. 2.
`;

function missing(reply: string, asked = letter) {
  const brief = parseBrief(reply);
  const context = contextOf(brief, () => ({ state: 'found', brief: parseBrief(asked) }));
  return check(brief, context).filter(({ code }) => code === 'quote-missing');
}

test('a whole question is put in its place, numbered, and what follows is renumbered', () => {
  const reply = `---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen?

Antwoord: Ja, zie ook vraag 2.

2. Wie betaalt de aanplant?

Antwoord: Het Rijk.
`;
  const [finding, ...others] = missing(reply);
  expect(others).toEqual([]);
  expect(finding.severity).toBe('error');
  expect(finding.message.nl).toBe('Na vraag 1 ontbreekt uit de brief: ‘Gaat het om: de es?’');
  const fixed = applyEdits(reply, orNothing(finding.fixes![0].edits()));
  expect(fixed).toBe(`---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen?

Antwoord: Ja, zie ook vraag 3.

2. De leden lezen over ziekte. Gaat het om:

1) de eik,
2) de es?

Antwoord:

3. Wie betaalt de aanplant?

Antwoord: Het Rijk.
`);
  expect(missing(fixed)).toEqual([]);
});

test('a reply that has nothing of the letter yet gets one finding', () => {
  const found = missing('---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\nHierbij de antwoorden.\n');
  expect(found.map(({ message }) => message.nl)).toEqual([
    'Geen van de 4 vragen uit de brief staat al in deze antwoordbrief. Neem ze over, of begin de antwoordbrief opnieuw vanuit de brief.',
  ]);
});

test.each([
  ['Klopt dit?[^a]', 'Klopt dit?[^a] Waarom zo weinig?'],
  ['Klopt dit?[^a]^[Een noot.] [^b]', 'Klopt dit?[^a]^[Een noot.] [^b] Waarom zo weinig?'],
  ['Klopt dit[^a]?', 'Klopt dit[^a]? Waarom zo weinig?'],
  ['Klopt dit?', 'Klopt dit? Waarom zo weinig?'],
  ['Waarom zo weinig?[^a]', 'Klopt dit? Waarom zo weinig?[^a]'],
])('a sentence that is taken over leaves the marks with theirs: %s', (quoted, wanted) => {
  const text = (question: string) =>
    `---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. ${question}\n\nAntwoord: Ja.\n\n[^a]: Noot.\n[^b]: Noot.\n`;
  const [finding] = missing(text(quoted), '---\nsoort: brief\n---\n\nKlopt dit? Waarom zo weinig?\n');
  expect(applyEdits(text(quoted), orNothing(finding.fixes![0].edits()))).toBe(text(wanted));
});
