import { expect, test } from 'vitest';
import { orNothing } from '../../../server/src/edits/edit.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { contextOf } from '../../../server/src/rules/context.js';
import { applyEdits } from '../../../server/src/text/text.js';

/** The text after the fix of the only conflict. */
function mended(reply: string, letter: string): string {
  const brief = parseBrief(reply);
  const context = contextOf(brief, () => ({ state: 'found', brief: parseBrief(letter) }));
  const [found, ...others] = check(brief, context).filter(({ code }) => code === 'frame-conflict');
  expect(others).toEqual([]);
  return applyEdits(reply, orNothing(found.fixes![0].edits()));
}

test('the mark of the letter takes the place of the mark alone', () => {
  const letter = '---\nsoort: brief\nkenmerk: 1755\n---\n\nKlopt dit?\n';
  const reply = `---
soort: antwoord
brief: brief.brief.md
---

Hierbij de antwoorden op de vragen, ingezonden op 28 november 2024 met kenmerk 1754.

1. Klopt dit?

Antwoord: Ja.
`;
  expect(mended(reply, letter)).toBe(reply.replace('1754', '1755'));
});

test('a mark that YAML would read otherwise is quoted above the text', () => {
  const reply =
    '---\nsoort: antwoord\nkenmerk: 12\n---\n\nOns kenmerk: #13\n\n1. Klopt dit?\n\nAntwoord: Ja.\n';
  expect(mended(reply, '')).toBe(reply.replace('kenmerk: 12', 'kenmerk: "#13"'));
});
