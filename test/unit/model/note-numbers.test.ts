import { expect, test } from 'vitest';
import type { Brief } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { numberNotes } from '../../../server/src/model/note-numbers.js';

/** The marks of each file, when the first is printed: `a=1`, `^=2` for a note in the running text. */
function printed(files: Record<string, string>): Record<string, string> {
  const briefs = new Map(Object.entries(files).map(([name, source]) => [name, parseBrief(source)]));
  const nameOf = new Map([...briefs].map(([name, brief]) => [brief, name]));
  const [first] = briefs.values();
  const numbered = numberNotes(first, (_from, path) => {
    const brief = briefs.get(path);
    return brief ? { state: 'found', brief } : { state: 'missing' };
  });
  const show = (brief: Brief) =>
    numbered
      .get(brief)!
      .map(({ label, number }) => `${label ?? '^'}=${number}`)
      .join(' ');
  return Object.fromEntries([...numbered.keys()].map((brief) => [nameOf.get(brief), show(brief)]));
}
const alone = (source: string) => printed({ source }).source;

test('in the order of their marks, whatever their labels', () => {
  expect(alone('Een.[^b] Twee.[^a]\n\n[^a]: A.\n\n[^b]: B.')).toBe('b=1 a=2');
});

test('a note that is marked twice has one number', () => {
  expect(alone('Een.[^a] Twee.[^b] Drie.[^A]\n\n[^a]: A.\n\n[^b]: B.')).toBe('a=1 b=2 a=1');
});

test('notes in the running text count along; marks without a text do not', () => {
  expect(alone('Een.^[Noot.] Twee.[^weg] Drie.[^a]\n\n[^a]: A.')).toBe('^=1 a=2');
});

test('notes to notes come after those to the text', () => {
  expect(alone('Een.[^a]\n\n[^a]: A.[^b]\n\nTwee.[^c]\n\n[^b]: B.\n\n[^c]: C.')).toBe('a=1 c=2 b=3');
});

test('straight on through the parts of a report', () => {
  expect(
    printed({
      verslag:
        'Omslag.[^x]\n\n[Brief](brief.md)\n\n[Antwoord](antwoord.md)\n\nSlot.[^y]\n\n[^x]: X.\n\n[^y]: Y.',
      'antwoord.md': '1. Klopt dit?[^a]\n\nAntwoord: Ja.[^b]\n\n[^a]: A.\n\n[^b]: B.',
      'brief.md': 'Klopt dit?[^a]\n\n[^a]: A.',
    }),
  ).toEqual({ verslag: 'x=1 y=5', 'brief.md': 'a=2', 'antwoord.md': 'a=3 b=4' });
});

test('behind a part that is not known, no number is sure', () => {
  expect(
    printed({
      verslag: 'Omslag.[^x]\n\n[Brief](weg.md)\n\n[Antwoord](antwoord.md)\n\n[^x]: X.',
      'antwoord.md': 'Ja.[^a]\n\n[^a]: A.',
    }),
  ).toEqual({ verslag: 'x=1', 'antwoord.md': '' });
});

test('notes that questioners keep in a series of their own do not count', () => {
  expect(
    alone(
      '---\nsoort: antwoord\nslotnoten: questioners\n---\n\n1. Klopt dit?[^q]\n\nAntwoord: Ja.[^a]\n\n[^q]: Q.\n\n[^a]: A.',
    ),
  ).toBe('a=1');
});
