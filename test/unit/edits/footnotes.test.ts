import { describe, expect, test } from 'vitest';
import { footnoteFromSelection } from '../../../server/src/edits/footnotes/from-selection.js';
import { insertFootnote } from '../../../server/src/edits/footnotes/insert.js';
import { labelFor } from '../../../server/src/edits/footnotes/label.js';
import { mergeRepeated } from '../../../server/src/edits/footnotes/merge-repeated.js';
import { removeFootnote } from '../../../server/src/edits/footnotes/remove.js';
import { renameFootnote } from '../../../server/src/edits/footnotes/rename.js';
import { renumberLabels } from '../../../server/src/edits/footnotes/renumber-labels.js';
import { sortDefinitions } from '../../../server/src/edits/footnotes/sort-definitions.js';
import { referenceToInline } from '../../../server/src/edits/footnotes/to-inline.js';
import { inlineToReference } from '../../../server/src/edits/footnotes/to-reference.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { after } from './after.js';

const two = 'Een zin.[^a] Nog een.[^b] En weer.[^A]\n\n[^a]: Eerste noot.\n[^b]: Tweede noot.\n';

describe('a label is offered from the text', () => {
  test.each([
    ['Kamerstukken II 2023/24, 36 471, nr. 96.', 'kst-36471-96'],
    ['Kamerstukken II 2023/24, 36 471, nr. 96, bijlage, p. 22.', 'kst-36471-96'],
    ['Zie ook Kamerstuk 36600-VII-12.', 'kst-36600-vii-12'],
    ['Kamerstukken I 2023/24, 30 573, I.', 'kst-30573-i'],
    ['Handelingen II 2024/25, nr. 20, item 3.', 'h-tk-20242025-20-3'],
    ['Stb. 2026, 94.', 'stb-2026-94'],
    ['De Streekbode, 12 januari 2026, ‘Dorpen zonder boeken’.', 'streekbode-januari-2026'],
    ['Zie: https://www.voorbeeld.nl/onderzoek/rekening-2025.', 'voorbeeld'],
    ['Privé-één.', 'prive'],
    ['a b', 'a-b'],
    ['', '1'],
    ['…', '1'],
  ])('%s', (text, label) => {
    expect(labelFor(parseBrief('Zin.'), text)).toBe(label);
  });

  test('that no other note has', () => {
    expect(labelFor(parseBrief('Zin.[^Eerste] Zin.[^eerste-2]\n'), 'Eerste.')).toBe('eerste-3');
    expect(labelFor(parseBrief(`Zin.[^1] Zin.[^2]\n`), '')).toBe('3');
  });
});

describe('insert', () => {
  const insert = (text: string, at: string, words: string, label?: string) =>
    after(text, (brief) =>
      insertFootnote(brief, brief.text.toString().indexOf(at) + at.length, words, label),
    );

  test('the first of a document', () => {
    expect(insert('1. Klopt dit?\n\nAntwoord: Ja.\n', 'Ja.', 'Stb. 2026, 94.')).toBe(
      '1. Klopt dit?\n\nAntwoord: Ja.[^stb-2026-94]\n\n[^stb-2026-94]: Stb. 2026, 94.\n',
    );
  });

  test('its text stands in the order of the marks', () => {
    expect(insert(two, 'Nog een', 'Tussen beide.')).toBe(
      'Een zin.[^a] Nog een[^tussen-beide].[^b] En weer.[^A]\n\n[^a]: Eerste noot.\n[^tussen-beide]: Tussen beide.\n[^b]: Tweede noot.\n',
    );
    expect(insert(two, 'Een', 'Vooraan.')).toContain('\n\n[^vooraan]: Vooraan.\n[^a]: Eerste noot.\n');
    expect(insert(two.replace('[^A]', ''), 'weer.', 'Achteraan.')).toContain(
      '[^b]: Tweede noot.\n[^achteraan]: Achteraan.\n',
    );
  });

  test('texts with empty lines between them', () => {
    const apart = two.replace('noot.\n[', 'noot.\n\n[');
    expect(insert(apart, 'Nog een', 'Tussen.')).toContain(
      '[^a]: Eerste noot.\n\n[^tussen]: Tussen.\n\n[^b]: Tweede noot.\n',
    );
    expect(insert(apart, 'Een', 'Vooraan.')).toContain('\n\n[^vooraan]: Vooraan.\n\n[^a]: Eerste noot.\n');
  });

  test('with a label of its own, of several paragraphs', () => {
    expect(insert('Zin.\n', 'Zin.', 'Een alinea\nop twee regels.\n\nNog een.', 'x')).toBe(
      'Zin.[^x]\n\n[^x]: Een alinea op twee regels.\n\n    Nog een.\n',
    );
  });

  test('without text yet', () => {
    expect(insert('Zin.\n', 'Zin.', '')).toBe('Zin.[^1]\n\n[^1]: \n');
  });

  test('within the mark of another: behind it', () => {
    expect(insert(two, 'zin.[^', 'Nieuw.', 'n')).toContain('Een zin.[^a][^n] Nog');
  });

  test.each([
    ['code', '```\nZin.\n```\n', 'Zin.', 'n'],
    ['front matter', '---\nsoort: antwoord\n---\n\nZin.\n', 'soort: ', 'n'],
    ['a comment', '<!-- Zin. -->\n', 'Zin.', 'n'],
    ['the label of a text', two, '\n\n[^', 'n'],
    ['a label that is taken', two, 'Nog een', 'A'],
    ['a label of two words', two, 'Nog een', 'a b'],
    ['a label with a bracket', two, 'Nog een', 'a]'],
    ['no label', two, 'Nog een', ''],
  ])('refused: %s', (_name, text, at, label) => {
    expect(insert(text, at, 'Nieuw.', label)).toMatch(/^refused: /);
  });
});

describe('of words that are selected', () => {
  const select = (text: string, words: string) =>
    after(text, (brief) => {
      const from = brief.text.toString().indexOf(words);
      return footnoteFromSelection(brief, { from, to: from + words.length });
    });

  test('they become its text', () => {
    expect(select('Dat klopt (Stb. 2026, 94).\n', '(Stb. 2026, 94)')).toBe(
      'Dat klopt[^stb-2026-94].\n\n[^stb-2026-94]: Stb. 2026, 94\n',
    );
  });

  const notes = '[^b]: Noot twee.\n[^a]: Noot een.\n';
  test.each([
    [`1. Klopt dit?\n\nAntwoord: Ja.[^a] Zeker.[^b]\n\n${notes}`, notes],
    ['Tekst.\n[^1]: Noot.', 'Tekst.\n[^1]: Noot.'],
    ['Tekst.[^1]\n\n[^1]: Een lange noot.\n', 'lange'],
  ])('refused: the text of a note', (text, words) => {
    expect(select(`---\nsoort: antwoord\n---\n\n${text}`, words)).toMatch(/^refused: .*al een voetnoot/);
  });
});

describe('rename', () => {
  const rename = (text: string, old: string, label: string) =>
    after(text, (brief) => renameFootnote(brief, old, label));

  test('at every mark and at the text, whatever their case', () => {
    expect(rename(two, 'a', 'kst-1')).toBe(
      'Een zin.[^kst-1] Nog een.[^b] En weer.[^kst-1]\n\n[^kst-1]: Eerste noot.\n[^b]: Tweede noot.\n',
    );
    expect(rename(two, 'A', 'A')).toBe(
      'Een zin.[^A] Nog een.[^b] En weer.[^A]\n\n[^A]: Eerste noot.\n[^b]: Tweede noot.\n',
    );
  });

  test('not in code', () => {
    expect(rename('Zin[^a] en `[^a]`.\n\n[^a]: Noot.\n', 'a', 'b')).toBe(
      'Zin[^b] en `[^a]`.\n\n[^b]: Noot.\n',
    );
  });

  test.each([
    ['b', /^refused: Voetnoot ‘b’ bestaat al/],
    ['B', /^refused: Voetnoot ‘B’ bestaat al/],
    ['een twee', /^refused: De naam van een voetnoot is één woord/],
    ['een\u00a0twee', /^refused: De naam van een voetnoot is één woord/],
    ['', /^refused: De naam/],
    ['a]b', /^refused: De naam/],
  ])('to %j', (label, reason) => {
    expect(rename(two, 'a', label)).toMatch(reason);
  });

  test('what would not be read as a note: refused', () => {
    expect(rename('Met ` en [^a] erna.\n\n[^a]: Noot.\n', 'a', 'x`y')).toMatch(
      /^refused: Dat kan op deze plaats niet/,
    );
  });

  test('one that is not there', () => {
    expect(rename(two, 'z', 'y')).toBe('refused: Er is geen voetnoot ‘z’.');
  });
});

describe('sort the texts', () => {
  test('in the order of the marks; what nothing refers to last', () => {
    expect(
      after(
        'Een[^a] twee[^b] drie[^c].\n\n[^los]: Los.\n\n[^c]: Derde.\n\n    Met een alinea.\n\n[^a]: Eerste.\n[^b]: Tweede.\n',
        sortDefinitions,
      ),
    ).toBe(
      'Een[^a] twee[^b] drie[^c].\n\n[^a]: Eerste.\n\n[^b]: Tweede.\n\n[^c]: Derde.\n\n    Met een alinea.\n[^los]: Los.\n',
    );
  });

  test('what stands between them stays', () => {
    expect(after('[^b]: Tweede.\n\nEen[^a] en twee[^b].\n\n[^a]: Eerste.\n', sortDefinitions)).toBe(
      '[^a]: Eerste.\n\nEen[^a] en twee[^b].\n\n[^b]: Tweede.\n',
    );
  });

  test('what texts refer to that nothing refers to, in an order that sorting leaves as it is', () => {
    const sorted = after(
      '[^los]: Zie [^c] en [^b].\n\n[^a]: A.\n\n[^b]: B.\n\n[^c]: Zie [^a].\n',
      sortDefinitions,
    );
    expect(sorted).toBe('[^c]: Zie [^a].\n\n[^b]: B.\n\n[^a]: A.\n\n[^los]: Zie [^c] en [^b].\n');
    expect(sortDefinitions(parseBrief(sorted))).toEqual([]);
  });

  test('in order already: nothing', () => {
    expect(sortDefinitions(parseBrief(two))).toEqual([]);
  });
});

describe('written in the sentence, and back', () => {
  test('to a text of its own', () => {
    expect(
      after('Een^[Kamerstukken II 2023/24, 36 471, nr. 96.] zin.[^b]\n\n[^b]: Tweede.\n', (brief) =>
        inlineToReference(brief, brief.inlineFootnotes[0]),
      ),
    ).toBe(
      'Een[^kst-36471-96] zin.[^b]\n\n[^kst-36471-96]: Kamerstukken II 2023/24, 36 471, nr. 96.\n\n[^b]: Tweede.\n',
    );
  });

  test('into the sentence', () => {
    expect(
      after('Een[^a] zin.[^b]\n\n[^a]: Noot [1]\nen meer.\n[^b]: Tweede.\n', (brief) =>
        referenceToInline(brief, 'a'),
      ),
    ).toBe('Een^[Noot [1] en meer.] zin.[^b]\n\n[^b]: Tweede.\n');
  });

  test.each([
    ['used twice', two],
    ['of two paragraphs', 'Een[^a].\n\n[^a]: Noot.\n\n    Nog.\n'],
    ['without text', 'Een[^a].\n\n[^a]:\n'],
    ['undefined', 'Een[^a].\n'],
    ['with half a bracket', 'Een[^a].\n\n[^a]: Noot ] half.\n'],
    ['that has a note itself', 'Een[^a] twee[^b].\n\n[^a]: Noot[^b].\n\n[^b]: Noot.\n'],
  ])('refused: one %s', (_name, text) => {
    expect(after(text, (brief) => referenceToInline(brief, 'a'))).toMatch(/^refused: /);
  });
});

describe('merge notes of the same text', () => {
  const same = 'Een[^x] twee[^y] drie[^z] vier[^y].\n\n[^z]: Ibidem.\n\n[^y]: Anders.\n\n[^x]: Ibidem.\n';

  test('into the first', () => {
    expect(after(same, (brief) => mergeRepeated(brief))).toBe(
      'Een[^x] twee[^y] drie[^x] vier[^y].\n\n[^y]: Anders.\n\n[^x]: Ibidem.\n',
    );
    expect(after(same, (brief) => mergeRepeated(brief, 'Z'))).toContain('drie[^x]');
    expect(after(same, (brief) => mergeRepeated(brief, 'y'))).toBe(same);
  });

  test('empty ones are not the same', () => {
    const text = 'Een[^x] twee[^y].\n\n[^x]:\n\n[^y]:\n';
    expect(after(text, (brief) => mergeRepeated(brief))).toBe(text);
  });
});

describe('number the labels', () => {
  test('in the order of the marks', () => {
    expect(
      after(
        'Een[^b] twee[^1] drie[^B] vier[^weg].\n\n[^1]: Noot.\n[^los]: Los.\n[^b]: Noot b.\n',
        renumberLabels,
      ),
    ).toBe('Een[^1] twee[^2] drie[^1] vier[^3].\n\n[^2]: Noot.\n[^4]: Los.\n[^1]: Noot b.\n');
  });
});

describe('take away', () => {
  const remove = (text: string, label: string) => after(text, (brief) => removeFootnote(brief, label));

  test('one without text: its marks', () => {
    expect(remove('Een[^a] zin [^a]. Twee [^a] drie.\n', 'a')).toBe('Een zin. Twee drie.\n');
  });

  test('one that nothing refers to: its text', () => {
    expect(remove('Zin.[^b]\n\n[^a]: Noot.\n\n    Met meer.\n\n[^b]: Noot.\n', 'a')).toBe(
      'Zin.[^b]\n\n[^b]: Noot.\n',
    );
    expect(remove('Zin.\n\n[^a]: Noot.\n', 'a')).toBe('Zin.\n');
  });

  test('both, with what only its text refers to left as it is', () => {
    expect(remove('Zin.[^a]\n\n[^a]: Zie[^b].\n\n[^b]: Noot.\n', 'A')).toBe('Zin.\n\n[^b]: Noot.\n');
  });
});
