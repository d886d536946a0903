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

## Vragen van de leden van de fractie van het CDA

Hoe lang duurt het werk?
`;

const above = `---
soort: antwoord
brief: brief.brief.md
---

## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen?

Antwoord: Ja.
`;

test.each([
  ['<!-- kb werk: eigenaar=Piet -->\n\n2. Hoe lang duurt het werk?\n'],
  [
    '<!-- kb negeer answer-missing: volgt -->\n<!-- kb werk: eigenaar=Piet -->\n2. Hoe lang duurt het werk?\n',
  ],
  ['2. Hoe lang duurt het werk?\n\nAntwoord: Lang.\n'],
])('the heading comes above the question and the comments that belong to it', (question) => {
  const reply = `${above}\n${question}`;
  const brief = parseBrief(reply);
  const context = contextOf(brief, () => ({ state: 'found', brief: parseBrief(letter) }));
  const [finding] = check(brief, context).filter(({ code }) => code === 'group-missing');
  expect(applyEdits(reply, orNothing(finding.fixes![0].edits()))).toBe(
    `${above}\n## Vragen van de leden van de fractie van het CDA\n\n${question}`,
  );
});
