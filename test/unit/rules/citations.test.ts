import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { orNothing } from '../../../server/src/edits/edit.js';
import { check } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';
import { applyEdits } from '../../../server/src/text/text.js';

/** A reply whose notes are these citations; what is found in them, and what its fix makes of it: `code words → words`. */
function found(chamber: string, ...citations: string[]): string[] {
  const notes = citations.map((citation, i) => `[^${i}]: ${citation}`).join('\n\n');
  const marks = citations.map((_citation, i) => `[^${i}]`).join('');
  const source = `---\nsoort: antwoord\n${chamber && `kamer: ${chamber}\n`}---\n\n1. Klopt dit?\n\nAntwoord: Ja.${marks}\n\n${notes}\n`;
  const reports = check(parseBrief(source), alone).filter(({ code }) => code.startsWith('citation-'));
  return reports.map(({ code, place, fixes }) => {
    const { from, to } = rangeOf(place);
    const fix = fixes?.[0];
    const fixed = fix && applyEdits(source, orNothing(fix.edits()));
    const line = fixed?.slice(source.lastIndexOf(']: ', from) + 3).split('\n')[0];
    return `${code} ${source.slice(from, to)}${line === undefined ? '' : ` → ${line}`}`;
  });
}

describe('the form depends on the chamber', () => {
  test.each([
    ['eerste', 'Kamerstukken II 2023/24, 36 471, nr. 96'],
    ['eerste', 'Kamerstukken I 2023/24, 36 471, A, p. 3'],
    ['tweede', 'Kamerstuk 36 410, nr. 31'],
    ['tweede', 'Kamerstukken II 2023/24, 36 471, nr. 96'],
    ['', 'Kamerstuk 36600-XX-52'],
    ['', 'Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137'],
    ['eerste', 'Kamerstukken II 1999/2000, 26 732, nr. 3'],
    ['eerste', 'Stb. 2026, 94'],
    ['eerste', 'Handelingen II 2010/11, nr. 108, item 5, p. 25-36'],
  ])('%s: %s is right', (chamber, citation) => {
    expect(found(chamber, citation, citation.replace(/\d$/, '1'))).toEqual([]);
  });

  test.each([
    ['Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137', 'Kamerstukken II 2023/24, 27 062, nr. 137'],
    [
      'Kamerstukken II, vergaderjaar 2023-2024, 19 637, nr. 3211',
      'Kamerstukken II 2023/24, 19 637, nr. 3211',
    ],
    ['Tweede Kamer, vergaderjaar 1999-2000, 26 732, nr. 3', 'Kamerstukken II 1999/2000, 26 732, nr. 3'],
    ['Eerste Kamer, vergaderjaar 2023–2024, 36 471, A, p. 3', 'Kamerstukken I 2023/24, 36 471, A, p. 3'],
  ])('eerste: %s', (citation, better) => {
    expect(found('eerste', citation)).toEqual([`citation-form ${citation} → ${better}`]);
  });

  test.each([
    'Kamerstuk 36 410, nr. 31',
    'Kamerstuk 36600-XX-52',
    'Kamerstukken, 2022-2023, 29628, nr. 1135',
    'Kamerstukken II 19 637, nr. 3211',
  ])('eerste: %s, where the year or the chamber would be a guess', (citation) => {
    expect(found('eerste', citation)).toEqual([`citation-form ${citation}`]);
  });

  test('tweede: the short form asks for no guess', () => {
    const house = 'Kamerstuk 36 410, nr. 31';
    expect(found('tweede', house, house, 'Kamerstuk 36600-XX-52')).toEqual([
      'citation-form Kamerstuk 36600-XX-52 → Kamerstuk 36 600 XX, nr. 52',
    ]);
    expect(found('tweede', house, house, 'Kamerstukken II 2023/24, 36 471, nr. 96')).toEqual([
      'citation-form Kamerstukken II 2023/24, 36 471, nr. 96 → Kamerstuk 36 471, nr. 96',
    ]);
    // A paper of the upper house has no such form.
    expect(found('tweede', house, house, 'Kamerstukken I 2023/24, 36 471, A')).toEqual([
      'citation-form Kamerstukken I 2023/24, 36 471, A',
    ]);
  });
});

test('dossier numbers are written alike', () => {
  const long = (dossier: string) => `Kamerstukken II 2023/24, ${dossier}, nr. 96`;
  expect(found('eerste', long('36 471'), long('36 471'), long('36471'))).toEqual([
    `citation-form ${long('36471')} → ${long('36 471')}`,
  ]);
  expect(found('eerste', long('36471'), long('36471'), long('36 471'))).toEqual([
    `citation-form ${long('36 471')} → ${long('36471')}`,
  ]);
  expect(found('eerste', long('36471'), 'Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137')).toEqual([
    'citation-form Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137 → Kamerstukken II 2023/24, 27062, nr. 137',
  ]);
});

test.each([
  [
    'Kamerstukken I 2023/24, 36 471, A, p. 84-84',
    'citation-page-range 84-84 → Kamerstukken I 2023/24, 36 471, A, p. 84',
  ],
  ['Kamerstukken I 2023/24, 36 471, A, p. 86-84', 'citation-page-range 86-84'],
  ['Kamerstukken I 2023/25, 36 471, A, p. 8', 'citation-year 2023/25'],
  ['Aanhangsel Handelingen II 2023/2124, nr. 12', 'citation-year 2023/2124'],
  ['Kamerstukken II 2023/24, 19 637, nr. 3.100', 'citation-form Kamerstukken II 2023/24, 19 637, nr. 3.100'],
])('%s', (citation, expected) => {
  expect(found('eerste', citation)).toEqual([expected]);
});

test('in a quoted question a citation stands as the letter has it', () => {
  const source =
    '---\nsoort: antwoord\nkamer: eerste\n---\n\n1. Klopt Kamerstuk 36 410, nr. 31, p. 8-8 nog?\n\nAntwoord: Ja.';
  expect(check(parseBrief(source), alone)).toEqual([]);
});

test('the message shows the citation itself in the other form', () => {
  const source =
    '---\nsoort: antwoord\nkamer: eerste\n---\n\n1. Klopt dit?\n\nAntwoord: Ja, zie Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137.\n';
  const [report] = check(parseBrief(source), alone).filter(({ code }) => code === 'citation-form');
  expect(report.message.nl).toContain('‘Kamerstukken II 2023/24, 27 062, nr. 137’');
});
