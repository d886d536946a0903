import { expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { toText } from '../../../server/src/documents/out/text.js';
import type { Brief } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { numberNotes } from '../../../server/src/model/note-numbers.js';

/** The marks of each file, when the first is printed: `a=1`, `^=2` for a note in the running text. */
function numbersIn(files: Record<string, string>): Record<string, string> {
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
      .map(({ label, number, series }) => `${label ?? '^'}=${number}${series === 'closing' ? ')' : ''}`)
      .join(' ');
  return Object.fromEntries([...numbered.keys()].map((brief) => [nameOf.get(brief), show(brief)]));
}
const alone = (source: string) => numbersIn({ source }).source;

test('in the order of their marks, whatever their labels', () => {
  expect(alone('Een.[^b] Twee.[^a]\n\n[^a]: A.\n\n[^b]: B.')).toBe('b=1 a=2');
});

test('a note that is marked twice has one number', () => {
  expect(alone('Een.[^a] Twee.[^b] Drie.[^A]\n\n[^a]: A.\n\n[^b]: B.')).toBe('a=1 b=2 a=1');
});

test('notes in the running text count along, and marks whose note has no text yet', () => {
  expect(alone('Een.^[Noot.] Twee.[^weg] Drie.[^a]\n\n[^a]: A.')).toBe('^=1 weg=2 a=3');
});

test('notes to notes come after those to the text', () => {
  expect(alone('Een.[^a]\n\n[^a]: A.[^b]\n\nTwee.[^c]\n\n[^b]: B.\n\n[^c]: C.')).toBe('a=1 c=2 b=3');
});

test('straight on through the parts of a report', () => {
  expect(
    numbersIn({
      verslag:
        'Omslag.[^x]\n\n[Brief](brief.md)\n\n[Antwoord](antwoord.md)\n\nSlot.[^y]\n\n[^x]: X.\n\n[^y]: Y.',
      'antwoord.md': '1. Klopt dit?[^a]\n\nAntwoord: Ja.[^b]\n\n[^a]: A.\n\n[^b]: B.',
      'brief.md': 'Klopt dit?[^a]\n\n[^a]: A.',
    }),
  ).toEqual({ verslag: 'x=1 y=5', 'brief.md': 'a=2', 'antwoord.md': 'a=3 b=4' });
});

test('behind a part that is not known, no number is sure', () => {
  expect(
    numbersIn({
      verslag: 'Omslag.[^x]\n\n[Brief](weg.md)\n\n[Antwoord](antwoord.md)\n\n[^x]: X.',
      'antwoord.md': 'Ja.[^a]\n\n[^a]: A.',
    }),
  ).toEqual({ verslag: 'x=1', 'antwoord.md': '' });
});

test('notes after the last answer have a series of their own', () => {
  const source = (whose: string) =>
    `---\nsoort: antwoord\nslotnoten: ${whose}\n---\n\n1. Klopt dit?[^q]\n\nAntwoord: Ja.[^a]\n\n[^q]: Q.\n\n[^a]: A.`;
  expect(alone(source('questioners'))).toBe('q=1) a=1');
  expect(alone(source('own'))).toBe('q=1 a=1)');
});

test.each([
  'Een.[^b] Twee.[^a] Drie.[^B] Vier.[^weg]\n\n[^a]: A.\n\n[^b]: B.[^c] Zie ook.[^a]\n\n[^c]: C.',
  'Een.[^a]\n\n[^b]: Zonder mark.[^c]\n\n[^c]: C.\n\nTwee.^[Noot.]\n\n[^a]: A.',
  '---\nsoort: antwoord\nslotnoten: questioners\n---\n\n1. Klopt dit?[^q]\n\nAntwoord: Ja.[^a]\n\n2. En dat?[^r]\n\nAntwoord: Zie daar.[^a]\n\n[^q]: Q.\n[^r]: R.\n[^a]: A.',
  '---\nsoort: antwoord\nslotnoten: own\n---\n\n1. Klopt dit?[^q]\n\nAntwoord: Ja.[^a]\n\n[^q]: Q.\n[^a]: A.',
])('the same as in an export: %j', (source) => {
  const brief = parseBrief(source);
  const marks = [...numberNotes(brief, () => ({ state: 'unknown' })).get(brief)!];
  const texts = new Map(brief.definitions.map(({ fact }) => [fact.key, fact]));
  const exported = toText(printed(brief));
  for (const { label, number, series } of marks) {
    const sign = series === 'closing' ? `${number})` : String(number);
    const words = label === null ? 'Noot.' : texts.get(label)?.text.replace(/\[\^.*/, '');
    if (words) expect(exported).toContain(`\n[${sign}] ${words}`);
  }
  expect(new Set(exported.match(/\[\d+\)?\]/g)).size).toBe(
    new Set(marks.map(({ number, series }) => `${series} ${number}`)).size,
  );
});
