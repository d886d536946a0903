import { expect, test } from 'vitest';
import { documentLinks } from '../../../server/src/features/document-links.js';
import { rangeOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';

/** What can be clicked in a text: `words → where (title)`. */
function links(source: string): string[] {
  const brief = parseBrief(source);
  return documentLinks(brief).map((link) => {
    const { from, to } = rangeOf(link.place);
    const target = 'address' in link ? link.address : link.path;
    return `${brief.text.sliceString(from, to)} → ${target} (${link.title})`;
  });
}

test('the letter that is answered, and what is cited in answers and notes', () => {
  expect(
    links(`---
soort: antwoord
brief: de brief.brief.md
---

1. Klopt dit?

Antwoord: Ja, zie Kamerstuk 36 410, nr. 31.[^a]

[^a]: Stb. 2026, 94.
`),
  ).toEqual([
    'de brief.brief.md → de brief.brief.md (Open de brief)',
    'Kamerstuk 36 410, nr. 31 → https://zoek.officielebekendmakingen.nl/kst-36410-31.html (Open op zoek.officielebekendmakingen.nl)',
    'Stb. 2026, 94 → https://zoek.officielebekendmakingen.nl/stb-2026-94.html (Open op zoek.officielebekendmakingen.nl)',
  ]);
});

test('the parts of a report', () => {
  expect(links('---\nkind: report\n---\n\nThe report.\n\n[Letter](map/letter.brief.md)\n')).toEqual([
    'map/letter.brief.md → map/letter.brief.md (Open this part)',
  ]);
});

test('nothing in code, comments and letters without citations', () => {
  expect(links('`Kamerstuk 36 410, nr. 31` <!-- Stb. 2026, 94 --> Klopt dit?')).toEqual([]);
  expect(links('---\nsoort: antwoord\nbrief:\n---\n')).toEqual([]);
});
