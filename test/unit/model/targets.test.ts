import { describe, expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { isDoubtful, questionsMeant } from '../../../server/src/model/targets.js';

/** Of each reference the questions that it means, `D66 1`; with `?` where that is not sure. */
function meant(numbering: string, source: string): string[] {
  const brief = parseBrief(`---\nsoort: antwoord\nnummering: ${numbering}\n---\n\n${source}`);
  return brief.crossReferences.map((reference) => {
    const questions = questionsMeant(brief, reference).map(({ group, numbers }) =>
      [...(group?.names ?? []), ...numbers].join(' '),
    );
    return questions.join(', ') + (isDoubtful(brief, reference) ? '?' : '');
  });
}

const vvd = `## Vragen van de leden van de VVD-fractie

1. Is de sluis dicht?

Antwoord: Ja.

2. Waarom?

Antwoord: Zie vraag 1.

3. En de brug?

Antwoord: Nee.

`;

describe('per group', () => {
  test('a number is one of the same group', () => {
    const d66 =
      '## Vragen van de leden van de D66-fractie\n\n1. Wie?\n\nAntwoord: Zie vraag 2.\n\n2. Wat?\n\nAntwoord: Zie vraag 1.\n';
    expect(meant('per fractie', vvd + d66)).toEqual(['VVD 1', 'D66 2', 'D66 1']);
  });

  test('one that the group lacks is the nearest above', () => {
    const d66 = '## Vragen van de leden van de D66-fractie\n\n1. Wie?\n\nAntwoord: Zie de vragen 2 en 3.\n';
    expect(meant('per fractie', vvd + d66)).toEqual(['VVD 1', 'VVD 2, VVD 3']);
  });

  test('a group that is named is meant, from within another too', () => {
    const d66 =
      '## Vragen van de leden van de D66-fractie\n\n1. Wie?\n\nAntwoord: Ja.\n\n3. Wat?\n\nAntwoord: Zie vraag 3 van de VVD-fractie en vraag 1.\n';
    expect(meant('per fractie', vvd + d66)).toEqual(['VVD 1', 'VVD 3', 'D66 1']);
  });

  test('an answer that is no more than a reference does not mean its own question', () => {
    const d66 = (answer: string) =>
      `## Vragen van de leden van de D66-fractie\n\n1. Wie?\n\nAntwoord: ${answer}\n`;
    expect(meant('per fractie', vvd + d66('Zie het antwoord op vraag 1.'))).toEqual(['VVD 1', 'VVD 1?']);
    expect(meant('per fractie', vvd + d66('Met vraag 1 wordt gedoeld op de kosten, en die draagt het Rijk.')))
      // As the words say what the question asks.
      .toEqual(['VVD 1', 'D66 1']);
  });

  test('outside of the groups, one that stands there too', () => {
    const more = '## Overig\n\n1. Wie?\n\nAntwoord: Zie vraag 2 en 3.\n\n2. Wat?\n\nAntwoord: Dat.\n';
    expect(meant('per fractie', vvd + more)).toEqual(['VVD 1', '2, VVD 3']);
  });
});

describe('numbers that run on', () => {
  test('one that stands twice: the nearest above, else the first below, and not sure', () => {
    const source =
      'Zie vraag 1.\n\n1. Wie?\n\nAntwoord: Zie vraag 2.\n\n2. Wat?\n\nAntwoord: Zie vraag 1.\n\n1. Hoe?\n\nAntwoord: Zie vraag 1.\n';
    expect(meant('doorlopend', source)).toEqual(['1?', '2', '1?', '1?']);
  });
});
