import { expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { alone, contextOf } from '../../../server/src/rules/context.js';

const heading = (groups: string) => `## Vragen van de leden van de ${groups}`;
const reply = (body: string) => parseBrief(`---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n${body}`);

function messages(code: string, body: string, letter?: string) {
  const brief = reply(body);
  const context =
    letter === undefined ? alone : contextOf(brief, () => ({ state: 'found', brief: parseBrief(letter) }));
  return check(brief, context)
    .filter((report) => report.code === code)
    .map(({ message }) => message);
}

test('one question is missing, several are', () => {
  const gap = (next: number) =>
    messages('question-number-gap', `1. Klopt dit?\n\nAntwoord: Ja.\n\n${next}. En dit?\n\nAntwoord: Nee.\n`);
  expect(gap(3).map(({ nl, en }) => [nl, en])).toEqual([
    [
      'Vóór dit nummer ontbreekt vraag 2. Voeg de vraag toe of pas het nummer aan.',
      'Before this number question 2 is missing. Add the question or change the number.',
    ],
  ]);
  expect(gap(5).map(({ nl, en }) => [nl, en])).toEqual([
    [
      'Vóór dit nummer ontbreken de vragen 2, 3 en 4. Voeg ze toe of pas het nummer aan.',
      'Before this number questions 2, 3 and 4 are missing. Add them or change the number.',
    ],
  ]);
});

test.each([
  ['fractie van de PVV', 'stelt ook PVV vragen', 'PVV asks questions'],
  ['fracties van de PVV en de SP', 'stellen ook PVV en SP vragen', 'PVV and SP ask questions'],
])('a group asks, several do: %s', (groups, nl, en) => {
  const letter = `---\nsoort: brief\n---\n\n${heading('fractie van D66')}\n\nKlopt dit?\n\n${heading(groups)}\n\nEn dit?\n`;
  const [message] = messages(
    'group-missing',
    `${heading('fractie van D66')}\n\n1. Klopt dit?\n\nAntwoord: Ja.\n`,
    letter,
  );
  expect(message.nl).toContain(nl);
  expect(message.en).toContain(en);
});

test.each([
  ['eigenaar', '‘eigenaar=…’'],
  ['stand', '‘stand=concept’'],
  ['voor', '‘voor=2025-01-07’'],
])('a work note with %s and no value is shown one', (name, example) => {
  const [message] = messages(
    'work-note-invalid',
    `<!-- kb werk: ${name} -->\n\n1. Klopt dit?\n\nAntwoord: Ja.\n`,
  );
  expect(message.nl).toContain(example);
  expect(message.en).toContain(example);
});
