import { expect, test } from 'vitest';
import { questionDelete } from '../../../server/src/features/actions/question-delete.js';
import { codeLenses } from '../../../server/src/features/code-lenses.js';
import { definition } from '../../../server/src/features/definition.js';
import { hover } from '../../../server/src/features/hover.js';
import { references } from '../../../server/src/features/references.js';
import { rangeOf, type Brief, type Place } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { readPicture } from '../picture.js';

const reply = `---
soort: antwoord
nummering: per fractie
---

## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?

Antwoord: Zie vraag 1.

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

Antwoord: Het Rijk.

2. Hoeveel?

Antwoord: Zie het antwoord op vraag 1.
`;

/** The reply with the cursor behind these words, the last time that they stand there. */
function at(words: string): { brief: Brief; offset: number } {
  const { text, offset } = readPicture(reply.replace(new RegExp(`(${words})(?![^]*\\1)`), '$1|'), '|');
  return { brief: parseBrief(text), offset };
}

/** The lines on which places stand. */
function lines(brief: Brief, places: readonly Place[]): string[] {
  return places.map((place) => brief.text.lineAt(rangeOf(place).from).text);
}

test('hover shows the question of the same group', () => {
  const { brief, offset } = at('antwoord op vraag 1');
  expect(hover(brief, [], offset)?.text).toBe('Vraag 1 · beantwoord\n\nWie betaalt?\n\nAntwoord: Het Rijk.');
});

test('definition leads to it', () => {
  const { brief, offset } = at('antwoord op vraag 1');
  const places = definition(brief, [], offset).map(({ place }) => place);
  expect(lines(brief, places)).toEqual(['Antwoord: Het Rijk.']);
});

test('references of a question are those of its group', () => {
  const { brief, offset } = at('\\n1');
  const places = references(brief, [], offset, false).map(({ place }) => place);
  expect(lines(brief, places)).toEqual(['Antwoord: Zie het antwoord op vraag 1.']);
});

test('so are those that a lens counts', () => {
  const brief = parseBrief(reply);
  const lenses = codeLenses(brief, [], { answeredBy: false, referredToBy: true });
  expect(
    lenses.map(({ place, title, targets }) => [
      ...lines(brief, [place]),
      title,
      ...lines(
        brief,
        targets.map((target) => target.place),
      ),
    ]),
  ).toEqual([
    ['1. Is de sluis dicht?', '1 verwijzing hierheen', 'Antwoord: Zie vraag 1.'],
    ['1. Wie betaalt?', '1 verwijzing hierheen', 'Antwoord: Zie het antwoord op vraag 1.'],
  ]);
});

test.each([
  ['Is de sluis dicht', 'vraag 1', '; één verwijzing wijst dan nergens naar'],
  ['Wie betaalt', 'vraag 1', '; één verwijzing wijst dan nergens naar'],
  ['Waarom', 'vraag 2', ''],
])('deleting a question counts the references of its group: %s', (words, name, left) => {
  const { brief, offset } = at(words);
  const [{ title }] = questionDelete(brief, { from: offset, to: offset });
  expect(title.nl).toBe(`Verwijder ${name} met het antwoord${left}`);
});
