import { describe, expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { semanticTokens, tokenModifiers, tokenTypes } from '../../../server/src/features/semantic-tokens.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { readPicture } from '../picture.js';

/** The picture without its marks must have exactly the tokens that the marks show: `^^^ function declaration`. */
function check(picture: string): void {
  const { text, marks } = readPicture(picture);
  const shown = (from: number, to: number, label: string) =>
    `${text.slice(0, from).split('\n').length}: ${text.slice(from, to)} ${label}`;
  expect(
    semanticTokens(parseBrief(text)).map(({ from, to, type, declaration }) =>
      shown(from, to, declaration ? `${type} declaration` : type),
    ),
  ).toEqual(marks.map(({ from, to, label }) => shown(from, to, label)));
}

describe('numbers', () => {
  test('of questions, and of lists in them', () => {
    check(
      `
---
soort: antwoord
---

1. Klopt dit?
^^ function declaration

Antwoord: Er zijn twee redenen:
^^^^^^^^^ keyword

1. de haven;
^^ operator

2. de weg.
^^ operator

2. En dit?
^^ function declaration

Antwoord: Ook:
^^^^^^^^^ keyword

3) dit.
^^ operator
`.slice(1),
    );
  });

  test('in a letter without numbering count lists only', () => {
    check(
      `
---
soort: brief
---

1. Een punt.
^^ operator

b. Nog een.
^^ operator
`.slice(1),
    );
  });

  test('spelled out, with sub-questions and their answers', () => {
    check(
      `
**Vraag 1**
  ^^^^^^^ function declaration

a. Klopt dit?
^^ method declaration

## Antwoord op vraag 1
   ^^^^^^^^^^^^^^^^^^^ keyword

a) Ja.
^^ method
`.slice(1),
    );
  });
});

test('references to questions that are there, not in quotes', () => {
  check(
    `
1. Hoe zit het met vraag 2?
^^ function declaration

2. En dit?
^^ function declaration

Antwoord: Zie het antwoord op vraag 1
^^^^^^^^^ keyword
                  ^^^^^^^^^^^^^^^^^^^ function
en 2. Zie ook vraag 9.
^^^^ function
`.slice(1),
  );
});

test('footnotes that have a text', () => {
  check(
    `
Een.[^a] Twee.[^b]
      ^ variable

[^a]: Noot.
  ^ variable declaration
`.slice(1),
  );
});

test('names of groups', () => {
  check(
    `
## Vragen van de leden van de fracties van D66 en de PVV
                                           ^^^ namespace
                                                     ^^^ namespace

## Vragen over havens
`.slice(1),
  );
});

test('what is still open', () => {
  check(
    `
1. Klopt dit?
^^ function declaration

Antwoord: PM
^^^^^^^^^ keyword
          ^^ macro

2. En dit?
^^ function declaration

Antwoord: Deze vraag kan niet binnen de gebruikelijke termijn worden beantwoord.
^^^^^^^^^ keyword
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ event

3. En dat?
^^ function declaration

Antwoord: Op [datum].
^^^^^^^^^ keyword
             ^^^^^^^ macro
`.slice(1),
  );
});

test('of a part of the text: those that stand in it', () => {
  const text = '1. Een?\n\nAntwoord: Ja.\n\n2. Twee?\n\nAntwoord: Nee.\n';
  const brief = parseBrief(text);
  const second = { from: text.indexOf('2.'), to: text.length };
  expect(semanticTokens(brief, second)).toEqual(semanticTokens(brief).slice(2));
});

test('the manifest gives each of them a colour', () => {
  const [{ language, scopes }] = manifest.contributes.semanticTokenScopes;
  expect(language).toBe('kamerbrief');
  const selectors = Object.keys(scopes).map((selector) => selector.split('.'));
  expect([...new Set(selectors.map(([type]) => type))].sort()).toEqual([...tokenTypes].sort());
  for (const [, ...modifiers] of selectors) expect(tokenModifiers).toEqual(expect.arrayContaining(modifiers));
});
