import { describe, expect, test } from 'vitest';
import { pluralise } from '../../../server/src/edits/references/pluralise.js';
import { redirect } from '../../../server/src/edits/references/redirect.js';
import { after } from './after.js';

const fronts = {
  nl: 'soort: antwoord',
  en: 'kind: reply\nlanguage: en',
  de: 'art: antwort\nsprache: de',
};
const markers = { nl: 'Antwoord: ', en: 'Answer: ', de: 'Antwort: ' };
type Id = keyof typeof fronts;

/** A reply whose only answer is `answer`; what it is after an edit of its first reference. */
function inAnswer(id: Id, answer: string, edit: typeof pluralise): string {
  const text = `---\n${fronts[id]}\n---\n\n1. Ja?\n\n${markers[id]}${answer}\n`;
  const result = after(text, (brief) => edit(brief, brief.crossReferences[0]));
  return result.slice(result.indexOf(markers[id]) + markers[id].length).trimEnd();
}

describe('words agree with how many questions follow', () => {
  test.each<[Id, string, string]>([
    ['nl', 'Zie vraag 3 en 4.', 'Zie de vragen 3 en 4.'],
    ['nl', 'Vraag 3 t/m 5 gaan daarover.', 'De vragen 3 t/m 5 gaan daarover.'],
    ['nl', 'Zie het antwoord op vraag 3 en 4.', 'Zie de antwoorden op de vragen 3 en 4.'],
    ['nl', 'Zie mijn antwoord op vraag 3 en 4.', 'Zie mijn antwoorden op de vragen 3 en 4.'],
    ['nl', 'Zie de vraag 3 en 4.', 'Zie de vragen 3 en 4.'],
    ['en', 'See question 3 and 4.', 'See questions 3 and 4.'],
    ['en', 'See the answer to question 3 and 4.', 'See the answers to questions 3 and 4.'],
    ['de', 'Siehe Frage 3 und 4.', 'Siehe Fragen 3 und 4.'],
    ['de', 'Siehe die Antwort zu Frage 3 und 4.', 'Siehe die Antworten zu den Fragen 3 und 4.'],
  ])('%s: %s', (id, before, wanted) => {
    expect(inAnswer(id, before, pluralise)).toBe(wanted);
  });
});

describe('a reference to other questions instead', () => {
  test.each<[string, number[], string]>([
    ['Zie het antwoord op vraag 3.', [5], 'Zie het antwoord op vraag 5.'],
    ['Zie het antwoord op vraag 3.', [5, 7], 'Zie het antwoord op vraag 5 en 7.'],
    ['Zie vraag 3 en 4.', [8], 'Zie vraag 4 en 8.'],
    ['Zie de vragen 3 en 4.', [4], 'Zie vraag 4.'],
    ['Zie vraag drie.', [5], 'Zie vraag drie.'],
    ['Zie het antwoord op vraag drie.', [5], 'Zie het antwoord op vraag vijf.'],
  ])('%s', (before, numbers, wanted) => {
    expect(
      inAnswer('nl', before, (brief, reference) =>
        reference ? redirect(brief, reference, reference.fact.numbers[0], numbers) : [],
      ),
    ).toBe(wanted);
  });
});
