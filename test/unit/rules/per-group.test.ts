import { describe, expect, test } from 'vitest';
import { orNothing } from '../../../server/src/edits/edit.js';
import { rangeOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check, type Report } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';
import { applyEdits } from '../../../server/src/text/text.js';
import { readPicture } from '../picture.js';

const front = '---\nsoort: antwoord\nnummering: per fractie\n---\n\n';

function reports(text: string): Report[] {
  return check(parseBrief(text), alone);
}

/** All that is found is what the picture marks. */
function expectMarked(picture: string): void {
  const { text, marks } = readPicture(front + picture);
  const found = reports(text).map(({ code, place }) => ({ ...rangeOf(place), label: code }));
  expect(found).toEqual(marks);
}

describe('where every group has numbers of its own, a reference stays in its group', () => {
  test('answers that only refer to each other', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?

Antwoord: Zie het antwoord op vraag 1.

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

Antwoord: Zie het antwoord op vraag 2.
                  ^^^^^^^^^^^^^^^^^^^ reference-circular

2. Hoeveel?

Antwoord: Zie het antwoord op vraag 1.
                  ^^^^^^^^^^^^^^^^^^^ reference-circular
`);
  });

  test('a letter that the question of this group lacks', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Hoe staat het met:

a. de sluis?

b. de brug?

Antwoord: Goed.

## Vragen van de leden van de fractie van D66

1. Wie betaalt:

a. de sluis?

Antwoord: Het Rijk.

2. Hoeveel?

Antwoord: Dat staat bij vraag 1b.
                              ^^ reference-dangling
`);
  });

  test('a reference to one that refers on, and its fix', () => {
    const picture = `## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?

Antwoord: Om het ijs.

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

Antwoord: Zie het antwoord op vraag 2.
                                    ^ reference-chain

2. Hoeveel?

Antwoord: Zie het antwoord op vraag 3.

3. Wanneer?

Antwoord: In mei.
`;
    expectMarked(picture);
    const { text } = readPicture(front + picture);
    const [{ fixes }] = reports(text);
    expect(applyEdits(text, orNothing(fixes![0].edits()))).toBe(
      text.replace('Zie het antwoord op vraag 2.', 'Zie het antwoord op vraag 3.'),
    );
  });

  test('to a number that only another group has, or to its own number: that of the other group', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?

Antwoord: Om het ijs.

## Vragen van de leden van de fractie van D66

1. Is de sluis dicht?

Antwoord: Zie het antwoord op vraag 1 van de leden van de VVD-fractie, en dat op vraag 2.
`);
  });

  test('to a number that no group has', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja, zie ook vraag 3.
                            ^ reference-dangling
`);
  });
});

describe('where every group has numbers of its own, so does an answer that names one', () => {
  test('above its question', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

## Vragen van de leden van de fractie van D66

Antwoord op vraag 1: Het Rijk.

1. Wie betaalt?
`);
  });

  test('where only another group has the number', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?
^^ answer-missing

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

Antwoord op vraag 1 en 2: Het Rijk.
                       ^ answer-orphan
`);
  });

  test('in answers below all questions, by the group that their heading names', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

## Inbreng van de VVD-fractie

Antwoord op vraag 1: Ja.

## Inbreng van de D66-fractie

Antwoord op vraag 1: Het Rijk.

Antwoord op vraag 2: Morgen.
                  ^ answer-orphan
`);
  });

  test('in answers that stand in no group, the nearest', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

2. Waarom?

Antwoord op vraag 1: Ja.

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

## Overige antwoorden

Antwoord op vraag 1: Het Rijk.

Antwoord op vraag 2: Om het ijs.

Antwoord op vraag 3: Morgen.
                  ^ answer-orphan
`);
  });

  test('an answer that says that it answers another question too', () => {
    expectMarked(`## Vragen van de leden van de fractie van de VVD

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?
^^ answer-missing

## Vragen van de leden van de fractie van D66

1. Wie betaalt?

Antwoord: Vraag 1 en 2 beantwoord ik samen. Het Rijk betaalt alles.

2. Hoeveel?
`);
  });
});

test('a question without a number takes one that only another group has: nothing is renumbered', () => {
  const titles = reports(`${front}## Vragen van de leden van de fractie van D66

1. Klopt het aantal bomen?

Antwoord: Ja.

Wie betaalt de aanplant?

Antwoord: Het Rijk.

## Vragen van de leden van de fractie van de PVV

1. Klopt het aantal struiken?

Antwoord: Ja.

2. Wie snoeit ze?

Antwoord: De gemeente.
`)
    .filter(({ code }) => code === 'question-unnumbered')
    .flatMap(({ fixes }) => fixes!.map(({ title }) => title.nl));
  expect(titles).toEqual(['Maak er vraag 2 van']);
});
