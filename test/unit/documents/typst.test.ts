import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { toTypst, type TypstOptions } from '../../../server/src/documents/out/typst.js';
import { typstStyle } from '../../../server/src/documents/out/typst-style.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { hostile } from './hostile.js';

/** What is said of the document itself, without the styles. */
const body = (source: string, options?: TypstOptions) =>
  toTypst(printed(parseBrief(source)), options)
    .source.replace(typstStyle, '')
    .split('\n');

/** What is left of a source when its strings are taken out. */
const code = (lines: readonly string[]) => lines.join('\n').replace(/"(?:[^"\\]|\\["\\])*"/g, 'S');

describe('the source of a PDF', () => {
  test('says what the document is', () => {
    expect(
      body(`---
soort: antwoord
taal: nl
onderwerp: Tuinen en "kassen"
dossier: 36 100
datum: 3 februari 2026
van:
  naam: A. de Heg
  ambt: minister van Tuinen
---

Dag.
`),
    ).toEqual([
      '#set document(title: "Antwoord: Tuinen en \\"kassen\\"", author: "A. de Heg, minister van Tuinen", description: "Tuinen en \\"kassen\\"", keywords: "36 100", date: datetime(year: 2026, month: 2, day: 3))',
      '#let late = ()',
      '',
      '#set text(lang: "nl")',
      '#show raw: set text(lang: "nl")',
      '#p("Dag.")',
    ]);
  });

  test('has headings, questions, answers and what is open', () => {
    expect(
      body(
        '## Vragen van de leden van de fractie van D66\n\n1. Klopt *dit*?\n\nAntwoord: PM\n\n2. En dit?\n',
      ).slice(5),
    ).toEqual([
      '#head(1, "Vragen van de leden van de fractie van D66")',
      '#p(lead("1."), " Klopt ", emph("dit"), "?")',
      '#open(p(lead("Antwoord:"), " PM"))',
      '#gap(2em)',
      '#p(lead("2."), " En dit?")',
      '#notice("[nog geen antwoord]")',
    ]);
  });

  test('has each note once, where it is first referred to', () => {
    expect(
      body('# Kop[^a]\n\nTekst[^b][^a].\n\n[^a]: Een, zie ook[^c].\n[^b]: Twee.\n[^c]: Drie.\n').slice(5),
    ).toEqual([
      '#head(1, "Kop", aside(note("1", "note-1", "Een, zie ook", note("3", "note-3", "Drie."), ".")))',
      '#p("Tekst", note("2", "note-2", "Twee."), super(","), again("1", "note-1"), ".")',
    ]);
  });

  test('a chain of notes ends in a list', () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `[^n${i}]: tekst${i}[^n${i + 1}]`).join('\n');
    const lines = body(`Tekst[^n0]\n\n${chain}\n`);
    const late = lines.filter((line) => line.startsWith('#entry'));
    expect(late).toHaveLength(666);
    expect(lines[1]).toBe(`#let late = (${late.map((line) => `${/"note-\d+"/.exec(line)![0]},`).join(' ')})`);
    const texts = lines.join('\n').match(/"tekst\d+"/g)!;
    expect(texts).toEqual(Array.from({ length: 2000 }, (_, i) => `"tekst${i}"`));
  });

  test('deep lists and quotes go no deeper than a page is wide', () => {
    const deep = `${Array.from({ length: 20 }, (_, i) => `${'  '.repeat(i)}- diep${i}`).join('\n')}\n\n${'> '.repeat(20)}citaat\n`;
    const source = body(deep).join('\n');
    for (let i = 0; i < 20; i++) expect(source).toContain(`"diep${i}"`);
    expect(source).toContain('"citaat"');
    expect(source.match(/bullets\(/g)).toHaveLength(8);
    expect(source.match(/cited\(/g)).toHaveLength(8);
  });

  test('whatever is typed stands in strings', () => {
    const known =
      /^[\s#(),\d.]*(?:(?:p|alone|head|lead|all|away|raw|emph|strong|super|linebreak|note|again|aside|to|entry|small|signs|box|open|notice|rule|bullets|numbers|enum\.item|cited|code|grid-of|gap|left|center|right|S)[\s(),\d.em#]*)*$/;
    fc.assert(
      fc.property(hostile, (source) => {
        expect(code(body(source).slice(5)).replace(/\dpt\b/g, '0')).toMatch(known);
      }),
      runsOf(500),
    );
  });

  test('a wide sign out of a published file is a plain one, and a word without end can be broken', () => {
    expect(body(`Asiel \uff06 ${'x'.repeat(90)}\n`).at(-1)).toBe(
      `#p("Asiel & ${'x'.repeat(40)}\u200b${'x'.repeat(40)}\u200b${'x'.repeat(10)}")`,
    );
  });

  test('a table with many numbers has smaller letters, and no number runs into the next', () => {
    const row = (text: string, count: number) => `|${` ${text} |`.repeat(count)}`;
    const table = (text: string, count: number) =>
      body(`${row('2026', count)}\n${row('---', count)}\n${row(text, count)}\n`).at(-1)!;
    expect(table('12,5', 12)).toContain('grid-of(12, 1.00,');
    const wide = table('12345678', 12);
    expect(wide).toContain(`grid-of((${'37.8pt, '.repeat(12).trim()}), 0.70,`);
    expect(wide).toContain('all("12345678")');
    // Only where the smallest letters are too wide, a number goes on below.
    expect(table('12345678', 24)).toContain('all("12345\u200b678")');
  });

  test('what is left of the width goes to the column with much text', () => {
    const text = 'De dijk wordt in het najaar verhoogd. '.repeat(5);
    expect(
      body(`| Jaar | Bedrag | Uitleg |\n| --- | --- | --- |\n| 2026 | 12,5 | ${text}|\n`).at(-1),
    ).toContain('grid-of((34.3pt, 44.8pt, 374.0pt,), 1.00,');
  });

  test('images are measured and kept apart, and an image that is not there is named', () => {
    const png = new Uint8Array(24);
    png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    png.set([0, 0, 4, 0, 0, 0, 2, 0], 16);
    const { source, files } = toTypst(
      printed(parseBrief('![Een "kaart"](kaart.png) ![Weg](weg.png) ![](weg.png)\n')),
      {
        picture: ({ href }) => (href === 'kaart.png' ? { data: png } : null),
      },
    );
    expect(source).toContain(
      '#p(picture("/1", "Een \\"kaart\\"", 453.0pt, emph("[Een \\"kaart\\"]")), " ", emph("[Weg]"), " ", emph("[…]"))',
    );
    expect(files).toEqual({ '/1': png });
  });

  test('a part speaks its own language', () => {
    const part = parseBrief('---\nkind: reply\nlanguage: en\n---\n\n1. Is it?\n');
    const { source } = toTypst(printed(parseBrief('---\nsoort: verslag\n---\n\n[Deel](a.md)\n'), () => part));
    expect(source).toContain(
      '#within("en", part(gap(2em), p(lead("1."), " Is it?"), notice("[no answer yet]")))',
    );
  });
});
