import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { findings, outline } from './outline.js';

/** Marks, texts and running notes of a document: `[^a]`, `[^a]: text`, `^[text]`. */
function notes(source: string): string[] {
  const { references, definitions, inlineFootnotes } = parseBrief(source);
  return [
    ...references.map(({ fact }) => `[^${fact.label}]`),
    ...definitions.map(({ fact }) => `[^${fact.label}]: ${fact.text}`),
    ...inlineFootnotes.map(({ fact }) => `^[${fact.text}]`),
  ];
}

describe('a mark is found', () => {
  test.each([
    'Tekst[^a].',
    'Tekst.[^a]',
    '**Tekst[^a]**',
    '[Tekst[^a]](x.html)',
    '## Kop[^a]',
    '> Citaat.[^a]',
    '- Punt.[^a]',
    '- Punt\n  - Punt in punt.[^a]',
    '| x | y[^a] |\n|---|---|\n| 1 | 2 |',
    '| x | y |\n|---|---|\n| 1 | 2[^a] |',
    '| x ` | y |\n|---|---|\n| 1[^a] ` | 2 |',
    '1. Een `\n\n   twee[^a]\n\n   drie `',
    '> Een `\n>\n> twee[^a]\n>\n> drie `',
  ])('%j', (source) => {
    expect(notes(source)).toEqual(['[^a]']);
  });
});

describe('no mark is', () => {
  test.each([
    '`[^a]`',
    '\\[^a]',
    '```\n[^a]\n```',
    '1. Een\n\n   ```\n   [^a]\n   ```',
    '<!-- [^a] -->',
    'Tekst <!-- [^a]',
    '[^ a]',
    '[^]',
    'Tekst [^a',
  ])('%j', (source) => {
    expect(notes(source)).toEqual([]);
  });
});

describe('a text of a note', () => {
  test('of several paragraphs, with a list, and with a note of its own', () => {
    expect(
      notes('Tekst.[^a]\n\n[^a]: Een.\n\n    Twee.[^b]\n\n    - Drie.\n\n[^b]: Vier.\n\nBuiten.'),
    ).toEqual(['[^a]', '[^b]', '[^a]: Een. Twee.[^b] - Drie.', '[^b]: Vier.']);
  });

  test('over several lines', () => {
    expect(notes('[^a]: Een\ntwee\n   drie\n\nBuiten.')).toEqual(['[^a]: Een twee drie']);
  });

  test('within a question leaves the question whole', () => {
    const source = '1. Klopt dit?[^a]\n\n   [^a]: Zie vraag 9 van het verslag.\n\nAntwoord: Ja.';
    expect(outline(source)).toEqual(['question 1: answered', 'answer to 1']);
    expect(notes(source)).toEqual(['[^a]', '[^a]: Zie vraag 9 van het verslag.']);
  });

  test.each(['Antwoord: Ja.', 'Antwoord\n\nJa.', '**Antwoord:** Ja.'])(
    'ends at the marker below it: %j',
    (answer) => {
      expect(outline(`1. Klopt dit?[^a]\n\n[^a]: Een noot.\n${answer}`)).toEqual([
        'question 1: answered',
        'answer to 1',
      ]);
      expect(notes(`1. Klopt dit?[^a]\n\n[^a]: Een noot.\n${answer}`)).toEqual(['[^a]', '[^a]: Een noot.']);
    },
  );

  test('ends at the question below it, but not at any number', () => {
    expect(
      outline('1. Klopt dit?[^a]\n\nAntwoord: Ja.\n\n[^a]: Een noot.\n2. En dit?\n\nAntwoord: Nee.'),
    ).toEqual(['question 1: answered', 'answer to 1', 'question 2: answered', 'answer to 2']);
    expect(notes('[^a]: Kamerstuk 36 410, nr.\n12. Verder niets.')).toEqual([
      '[^a]: Kamerstuk 36 410, nr. 12. Verder niets.',
    ]);
  });

  test('is no part of the question: it asks nothing', () => {
    expect(
      findings('---\nsoort: antwoord\n---\n\n1. Dit is zo.[^a]\n\nAntwoord: Ja.\n\n[^a]: Is dit zo?'),
    ).toEqual(['question-no-end 1.']);
  });
});

describe('notes in the running text', () => {
  test.each([
    ['Tekst^[noot].', '^[noot]'],
    ['Tekst^[noot [met] haken en *nadruk*].', '^[noot [met] haken en *nadruk*]'],
    ['| x^[noot] | y |\n|---|---|\n| 1 | 2 |', '^[noot]'],
  ])('%s', (source, expected) => {
    expect(notes(source)).toEqual([expected]);
  });

  test.each(['Tekst^[noot', 'Tekst^ [noot]', '`^[noot]`'])('%s is none', (source) => {
    expect(notes(source)).toEqual([]);
  });
});
