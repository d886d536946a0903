import { describe, expect, test } from 'vitest';
import { selectionRanges } from '../../../server/src/features/selection-ranges.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { readPicture } from '../picture.js';

/** What the selection at `|` grows to. */
function grown(picture: string): string[] {
  const { text, offset } = readPicture(picture, '|');
  return selectionRanges(parseBrief(text), [offset])[0].map(({ from, to }) => text.slice(from, to));
}

const question = `1. De leden vragen naar de 40 havens. Klopt dat?

Wie betaalt?`;
const answer = `Antwoord: Dat klopt. Zie de brief.

Het Rijk betaalt.`;
const group = `## Vragen van de leden van de fractie van D66

${question}

${answer}`;
const reply = `---
soort: antwoord
---

${group}

## Vragen van de leden van de fractie van VVD

2. En dit?
`;

describe('a selection grows', () => {
  test('from a word of an answer to the document', () => {
    expect(grown(reply.replace('Zie de br', 'Zie de br|'))).toEqual([
      'brief',
      'Zie de brief.',
      'Dat klopt. Zie de brief.',
      'Antwoord: Dat klopt. Zie de brief.',
      answer,
      `${question}\n\n${answer}`,
      group,
      reply,
    ]);
  });

  test('from a word of a question to the question, then with its answer', () => {
    expect(grown(reply.replace('betaalt?', 'betaalt|?'))).toEqual([
      'betaalt',
      'Wie betaalt?',
      question,
      `${question}\n\n${answer}`,
      group,
      reply,
    ]);
  });

  test('over sub-questions, notes and lines that stand close together', () => {
    expect(grown('Vraag 1\na. Klopt |dit?\nb. En dat?\nAntwoord 1\nJa.')).toEqual([
      'dit',
      'Klopt dit?',
      'a. Klopt dit?',
      'Vraag 1\na. Klopt dit?\nb. En dat?',
      'Vraag 1\na. Klopt dit?\nb. En dat?\nAntwoord 1\nJa.',
    ]);
    expect(grown('Tekst.[^a]\n\n[^a]: Een no|ot.\n\n    Nog een.\n')).toEqual([
      'noot',
      'Een noot.',
      '[^a]: Een noot.',
      '[^a]: Een noot.\n\n    Nog een.',
      'Tekst.[^a]\n\n[^a]: Een noot.\n\n    Nog een.\n',
    ]);
  });

  test('in the front matter', () => {
    expect(grown('---\nonderwerp: De ha|vens van nu\n---\n\nTekst.')).toEqual([
      'havens',
      'De havens van nu',
      'onderwerp: De havens van nu',
      '---\nonderwerp: De havens van nu\n---',
      '---\nonderwerp: De havens van nu\n---\n\nTekst.',
    ]);
  });

  test('between paragraphs, and in an empty document', () => {
    expect(grown('Een.\n|\nTwee.')).toEqual(['Een.\n\nTwee.']);
    expect(grown('|')).toEqual(['']);
  });
});

test('many places at once: each step contains the place and the step before', () => {
  const brief = parseBrief(reply);
  const offsets = [...Array(reply.length + 1).keys()];
  selectionRanges(brief, offsets).forEach((ranges, offset) => {
    expect(ranges.at(-1)).toEqual({ from: 0, to: reply.length });
    ranges.forEach(({ from, to }, i) => {
      expect(from <= offset && offset <= to).toBe(true);
      const inner = ranges[i - 1];
      if (inner) expect(from <= inner.from && inner.to <= to && to - from > inner.to - inner.from).toBe(true);
    });
  });
});
