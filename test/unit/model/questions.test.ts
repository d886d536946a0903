import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';

/** Questions with their state: `1 answered`, `5+6 missing`. */
function states(source: string): string[] {
  return parseBrief(source).questions.map(
    (question) => `${question.numbers.join('+')} ${statusOf(question)}`,
  );
}

describe('numbered questions', () => {
  test('with and without an empty line before the answer', () => {
    expect(states('1. Klopt dit?\nAntwoord: Ja.\n2. En dit?\n\nAntwoord: Nee.')).toEqual([
      '1 answered',
      '2 answered',
    ]);
  });

  test('in bold', () => {
    expect(states('**1.** Klopt dit?\n\nAntwoord: Ja.\n**2.** En dit?\n\n**Antwoord:** Nee.')).toEqual([
      '1 answered',
      '2 answered',
    ]);
  });

  test('none behind a sign that is printed', () => {
    expect(states('---\nsoort: antwoord\n---\n\n\\*12. Klopt dit?\n\nAntwoord: Ja.')).toEqual([]);
  });

  test('without an empty line only when the number can come next', () => {
    expect(states('1. Klopt dit?\n\nAntwoord: Ja, in\n2024. En verder.\n2. En dit?')).toEqual([
      '1 answered',
      '2 missing',
    ]);
  });

  test('one list of a thousand questions', () => {
    const source = Array.from({ length: 1000 }, (_, i) => `${i + 1}. Klopt dit?`).join('\n');
    expect(parseBrief(`---\nsoort: antwoord\n---\n\n${source}`).questions.length).toBe(1000);
  });

  test('an enumeration that starts again at 1 is none', () => {
    const brief = parseBrief(
      '1. Ziet u dit?\n\n1. Zus.\n2. Zo.\n\nAntwoord: Ja.\n\n2. En dit?\n\nAntwoord: Nee.',
    );
    expect(brief.questions.map(({ numbers }) => numbers[0])).toEqual([1, 2]);
    expect(brief.enumerations.map(({ items }) => items.length)).toEqual([2]);
  });

  test('unless an answer follows its item', () => {
    expect(states('1. Klopt dit?\n\nAntwoord: Ja.\n\n1. En dit?\n\nAntwoord: Nee.')).toEqual([
      '1 answered',
      '1 answered',
    ]);
  });

  test('per group when every group starts at 1', () => {
    const group = (name: string) =>
      `## Vragen van de leden van de fractie van ${name}\n\n1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dit?\n\nAntwoord: Nee.\n\n`;
    const brief = parseBrief(group('D66') + group('de PVV'));
    expect(brief.numbering).toBe('per-group');
    expect(brief.groups.map(({ names, questions }) => `${names.join()}: ${questions.length}`)).toEqual([
      'D66: 2',
      'PVV: 2',
    ]);
  });
});

describe('spelled-out questions', () => {
  test.each(['Vraag 1', '**Vraag 1**', '## Vraag 1', '# 1', '**Vraag 1:**'])('%s', (opener) => {
    expect(states(`${opener}\n\nKlopt dit?\n\nAntwoord\n\nJa.`)).toEqual(['1 answered']);
  });

  test('combined and out of order', () => {
    expect(
      states('Vragen 4, 5 en 7\n\nKlopt dit?\n\nAntwoorden 4, 5 en 7\n\nJa.\n\nVraag 6\n\nEn dit?'),
    ).toEqual(['4+5+7 answered', '6 missing']);
  });
});

describe('answer markers', () => {
  test.each([
    'Antwoord 1',
    'Antwoord op vraag 1',
    'Antwoord op vraag 1:',
    'Antwoord vraag 1:',
    'Antwoord',
    'Antwoord:',
    '**Antwoord:**',
    '## Antwoord',
    'Antwoord op de vragen 1 en 2:',
  ])('%s', (marker) => {
    expect(states(`Vraag 1\n\nKlopt dit?\n\n${marker}\n\nJa.`)).toEqual(['1 answered']);
  });

  test.each([
    'Antwoord 5 en 6',
    'Antwoorden 5 en 6',
    'Antwoord op vragen 5, en 6',
    'Antwoord vraag 5-6:',
    'Antwoord 5 t/m 6',
  ])('%s answers both', (marker) => {
    expect(states(`Vraag 5\n\nKlopt dit?\n\nVraag 6\n\nEn dit?\n\n${marker}\n\nJa.`)).toEqual([
      '5 answered',
      '6 answered',
    ]);
  });

  test.each([
    'Antwoorden van de minister op vragen',
    'Antwoord van minister De Wit',
    'Antwoord op vraag drie keer',
  ])('%s is none', (title) => {
    expect(parseBrief(`${title}\n\n1. Klopt dit?`).answers).toEqual([]);
  });

  test('German and English', () => {
    expect(
      states('---\nart: antwort\nsprache: de\n---\n\n2. Wie?\n\n3. Wer?\n\nAntwort zu Fragen 2 und 3: So.'),
    ).toEqual(['2 answered', '3 answered']);
    expect(states('---\nkind: reply\n---\n\n1. Why?\n\nAnswer to question 1: Because.')).toEqual([
      '1 answered',
    ]);
  });
});

describe('states of an answer', () => {
  test.each([
    ['Ja.', 'answered'],
    ['Zie het antwoord op vraag 3.', 'referred'],
    ['Zie het antwoord op vraag 3. In aanvulling daarop geldt dit.', 'answered'],
    ['Deze vraag kan niet binnen de gebruikelijke termijn worden beantwoord.', 'deferred'],
    ['PM', 'placeholder'],
    ['[volgt]', 'placeholder'],
    ['n.t.b.', 'placeholder'],
    ['TODO', 'placeholder'],
    ['', 'empty'],
  ])('%s', (answer, status) => {
    expect(states(`1. Klopt dit?\n\nAntwoord: ${answer}`)).toEqual([`1 ${status}`]);
  });

  test('a signature or a rule ends the last answer', () => {
    const [answer] = parseBrief('1. Klopt dit?\n\nAntwoord: Ja.\n\nDe minister van Zaken,\n\nNaam').answers;
    expect(answer.segments.length).toBe(1);
  });
});

describe('an unnumbered letter', () => {
  const letter = parseBrief(
    'De leden van de fractie van D66 lezen dit.\n\nZij zien dat.\n\nKlopt dat? En zo ja, waarom?\n\n1. Zus.\n2. Zo.\n\nDeze leden vragen of de regering meegaat.\n\nDit is geen vraag.',
  );

  test('has paragraphs that ask, with what stands before and a list after', () => {
    expect(letter.questions.map(({ segments, numbers }) => [segments.length, numbers])).toEqual([
      [5, []],
      [1, []],
    ]);
  });

  test('knows certain and likely questions', () => {
    expect(letter.questions.flatMap(({ sentences }) => sentences.map(({ fact }) => fact.question))).toEqual([
      'certain',
      'certain',
      'likely',
    ]);
  });
});

test('sub-questions', () => {
  const [question] = parseBrief('1. Klopt dit?\n\na. Waarom?\nb) Sinds wanneer?\n\nAntwoord: Ja.').questions;
  expect(question.subQuestions.map(({ letter }) => letter)).toEqual(['a', 'b']);
});
