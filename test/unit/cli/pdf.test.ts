import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { importPdf } from '../../../server/src/documents/in/pdf/index.js';
import { toText } from '../../../server/src/documents/out/text.js';
import { toTypst } from '../../../server/src/documents/out/typst.js';
import { typeset } from '../../../server/src/hosts/typst/typesetter.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { hostile } from '../documents/hostile.js';
import { samples } from '../documents/samples.js';
import { readPdf, tagsIn, type ReadPdf } from './pdf.js';
import { Folder } from './program.js';

/** Words in any order, as notes stand at the feet of pages; without the signs of lists and breaks, which are drawn. */
const words = (text: string) =>
  text
    .replace(/\u00ad\s*/g, '')
    .replace(/(?<=\])(?=[\p{L}\d])/gu, ' ')
    .split(/\s+/)
    .filter((word) => !/^[-•–▪*]?$/.test(word))
    .sort();

/** The smallest pictures there are: one dot. */
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const webp = Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=', 'base64');
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('a report as PDF', () => {
  let pdf: ReadPdf;
  let bytes: Buffer;
  let text: string;
  const folder = new Folder();
  const report = resolve('examples/warmtenetten/verslag.brief.md');

  beforeAll(async () => {
    for (const form of ['pdf', 'text'])
      expect(folder.run('export', report, '--to', form, '--out', `v.${form}`).status).toBe(0);
    bytes = readFileSync(`${folder.path}/v.pdf`);
    text = folder.read('v.text');
    pdf = await readPdf(bytes);
  }, 120_000);

  test('has the words of the text, and every note once', () => {
    expect(words(pdf.pages.join('\n'))).toEqual(words(text));
    const notes = text.match(/^\[\d+\] /gm)!;
    expect(notes.length).toBeGreaterThan(10);
    expect(tagsIn(pdf.tags).filter(({ role }) => role === 'Note')).toHaveLength(notes.length);
  });

  test('says what it is, and where its headings are', () => {
    expect(pdf.info).toMatchObject({
      Title: 'Verslag: Voortgangsrapportage warmtenetten 2025',
      Subject: 'Voortgangsrapportage warmtenetten 2025',
      Language: 'nl',
      CreationDate: 'D:20251124000000Z',
    });
    expect(pdf.outline[0]).toBe('VERSLAG VAN EEN SCHRIFTELIJK OVERLEG');
    expect(pdf.outline).toContain('BRIEF VAN DE MINISTER VAN WARMTE EN WONEN');
    expect(pdf.outline.filter((title) => title.endsWith('van GroenLinks-PvdA'))).toHaveLength(2);
  });

  test('is tagged, and its fonts come along', () => {
    expect(pdf.marked).toBe(true);
    const roles = new Set(tagsIn(pdf.tags).map(({ role }) => role));
    for (const role of ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TH', 'TD', 'Note', 'Link'])
      expect(roles).toContain(role);
    const source = bytes.toString('latin1');
    const used = source.match(/\/BaseFont \/[A-Z]{6}\+\S+/g)!;
    expect(used.length).toBeGreaterThan(0);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(new Set(used).size);
  });

  test('is the same, byte by byte, when it is made again', { timeout: 120_000 }, () => {
    folder.run('export', report, '--to', 'pdf', '--out', 'w.pdf');
    expect(readFileSync(`${folder.path}/w.pdf`).equals(bytes)).toBe(true);
  });
});

describe('export to PDF', () => {
  test(
    'a draft with all that can go wrong is made, and says what is open in it',
    { timeout: 120_000 },
    async () => {
      const folder = new Folder();
      folder.write('kaart.png', dot);
      folder.write('stip.gif', gif);
      folder.write('stip.webp', webp);
      folder.write('stuk.png', dot.subarray(0, 40));
      folder.write(
        'antwoord.brief.md',
        `---
soort: antwoord
taal: nl
onderwerp: Proef
---

# Kop met noot[^a]

1. Klopt ≥ € Ω Ж ☐ 中?

Antwoord: PM

2. En dit? ![Een kaart](kaart.png) ![Een stip](stip.gif) ![Nog een](stip.webp) ![Een gat](stuk.png) ![Ver weg](https://voorbeeld.invalid/x.png)

3. ${'x'.repeat(300)}

| Kop | Getal |
|-----|------:|
${'| cel | 1 |\n'.repeat(90)}
[^a]: Noot in de kop, zie ook.[^b] En dit.[^weg]
[^b]: Noot in een noot.
[^c]: Van niemand.
`,
      );
      const { status, stderr } = folder.run('export', 'antwoord.brief.md', '--to', 'pdf', '--out', 'v.pdf');
      expect(status).toBe(0);
      expect(stderr).toContain('an empty box stands there: 中\n');
      expect(stderr).toContain('One image could not be read');
      expect(stderr).toContain('3 questions without an answer');
      const { pages, artifacts, outline, tags } = await readPdf(readFileSync(`${folder.path}/v.pdf`));
      const text = pages.join('\n');
      expect(text).toContain('Antwoord: PM');
      expect(text.match(/\[nog geen antwoord\]/g)).toHaveLength(2);
      for (const note of [
        '[1] Noot in de kop',
        '[2] Noot in een noot.',
        '[3] [deze noot heeft nog geen tekst]',
      ])
        expect(text.replace(/\s+/g, ' ')).toContain(note);
      expect(text).toContain('Van niemand.');
      for (const sign of ['≥', '€', 'Ω', 'Ж', '☐', '[Een gat]', '[Ver weg]']) expect(text).toContain(sign);
      expect(text.match(/x/g)).toHaveLength(300);
      expect(outline).toEqual(['Kop met noot']);
      expect(tagsIn(tags).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))).toEqual([
        'Een kaart',
        'Een stip',
        'Nog een',
      ]);
      // The head of a table stands on each of its pages, and is read aloud once.
      expect(text.match(/Getal/g)).toHaveLength(1);
      expect(artifacts.slice(1).every((seen) => /Kop\s+Getal/.test(seen))).toBe(true);
    },
  );
});

describe('a PDF that was made here, imported again', () => {
  const folder = new Folder();
  const again = (source: string) => {
    folder.write('a.brief.md', source);
    expect(folder.run('export', 'a.brief.md', '--to', 'pdf', '--out', 'a.pdf').status).toBe(0);
    expect(folder.run('import', 'a.pdf', '--out', '.', '--force').status).toBe(0);
    return folder.read('antwoord.brief.md').split('---\n\n')[1];
  };

  test.each(['38 g/m³ lucht', '12 km² groot'])(
    'has its notes, also behind %s',
    { timeout: 60_000 },
    (unit) => {
      const source = `1. Klopt dit?\n\nAntwoord: Het is ${unit}.[^1] Dit volgt uit de wet.[^2]\n\n[^1]: Bron een.\n[^2]: Bron twee.\n`;
      expect(again(source)).toBe(source);
    },
  );

  test.each([
    ['aligned to the right', '--:', 3],
    ['aligned to the left', '---', 3],
    ['of one row', '---', 1],
  ])('has the columns of a table %s', { timeout: 60_000 }, (_name, side, count) => {
    const rows = ['| Gelderland | 4 | 6 | 9 |', '| Drenthe | 1 | 1 | 2 |', '| Noord-Brabant | 3 | 2 | 7 |'];
    const source = (form: string) =>
      `1. Klopt dit?\n\nAntwoord: Zie de tabel.\n\n| Provincie | 2022 | 2023 | 2024 |\n| --- | ${form} | ${form} | ${form} |\n${rows.slice(0, count).join('\n')}\n\nDat was het.\n`;
    expect(again(source(side))).toBe(source('---'));
  });
});

/** Set as the parts of one report, which takes no longer than one of them. */
async function setAll(sources: readonly string[]) {
  const links = sources.map((_source, i) => `[Deel](${i}.brief.md)\n`);
  const briefs = sources.map((source) => parseBrief(source));
  const report = parseBrief(`---\nsoort: verslag\n---\n\n${links.join('\n')}`);
  const document = printed(report, (href) => briefs[parseInt(href, 10)]);
  return { document, made: await typeset(resolve('dist'), toTypst(document)) };
}

test('a rule at the foot of a page leaves its notes to be read aloud', { timeout: 120_000 }, async () => {
  const heights = Array.from({ length: 40 }, (_, lines) => lines);
  const note = '[^a]: Noot.\n\n    Met meer.\n\n    En nog meer.\n';
  const { made } = await setAll(
    heights.map((lines) => `Regel[^a].\n\n${'Regel.\n\n'.repeat(lines)}* * *\n\n# Kop\n\nRegel.\n\n${note}`),
  );
  if ('problem' in made) throw new Error(made.problem);
  const { artifacts, tags } = await readPdf(made.pdf);
  expect(artifacts.join('\n')).not.toContain('Noot.');
  expect(tagsIn(tags).filter(({ role }) => role === 'Note')).toHaveLength(heights.length);
});

test('who signs stands on one page', { timeout: 120_000 }, async () => {
  const heights = Array.from({ length: 40 }, (_, lines) => lines);
  const { made } = await setAll(
    heights.map((lines) => `Regel.\n\n${'Regel.\n\n'.repeat(lines)}De minister van Wegen,\n\nP. de Brug\n`),
  );
  if ('problem' in made) throw new Error(made.problem);
  const { pages } = await readPdf(made.pdf);
  expect(pages.length).toBeGreaterThan(heights.length);
  expect(pages.filter((page) => page.includes('De minister') !== page.includes('P. de Brug'))).toEqual([]);
});

test('the mark of a note in a table is no digit of a number', { timeout: 60_000 }, async () => {
  const source =
    '1. Klopt dit?\n\nAntwoord: Zie de tabel.\n\n| Jaar | Bedrag |\n| --- | --- |\n| 2025 | 11,5 |\n| 2026 | 12,5^[Raming.] |\n| 2027 | 13,5 |\n\nDat is 3 m³.\n';
  const { made } = await setAll([source]);
  if ('problem' in made) throw new Error(made.problem);
  const { pages } = await readPdf(made.pdf);
  expect(pages.join('\n')).toContain('m³');
  const result = await importPdf(made.pdf);
  if (!result.ok) throw new Error(result.reason.en);
  expect(result.files.map(({ content }) => content).join('\n')).toContain('12,5[^1]');
});

test('the mark of a note stands on the line of its word', { timeout: 120_000 }, async () => {
  const ends = Array.from({ length: 60 }, (_, i) => `Het staat in de brief van dit ${'i '.repeat(i)}jaar?`);
  const marked = (mark: string) => ends.map((end, i) => `${i + 1}. ${end}${mark}\n\n`).join('');
  const { made } = await setAll([
    marked('^[Noot.]'),
    `${marked('[^n]')}[^n]: Noot.\n`,
    `---\nsoort: antwoord\nslotnoten: vragenstellers\n---\n\n${marked('[^n]')}[^n]: Noot.\n`,
  ]);
  if ('problem' in made) throw new Error(made.problem);
  const { pages } = await readPdf(made.pdf);
  const text = pages.join('\n');
  expect(text.match(/^\[?\d+\)?\]?$/gm)).toBeNull();
  expect(text.match(/jaar\?\[?\d+\)?\]?/g)).toHaveLength(3 * ends.length);
});

test('whatever is written, every word is in the PDF', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(samples, { minLength: 20, maxLength: 20 }), async (parts) => {
      const { document, made } = await setAll(parts.map(({ source }) => source));
      if ('problem' in made) throw new Error(made.problem);
      const { pages } = await readPdf(made.pdf);
      expect(words(pages.join('\n'))).toEqual(words(toText(document)));
    }),
    runsOf(2),
  );
});

test('whatever is typed can be set', { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 80, maxLength: 80 }), async (sources) => {
      const { made } = await setAll(sources);
      expect('problem' in made ? made.problem : null).toBeNull();
    }),
    runsOf(1),
  );
});

test('a typesetter that is not there or does not understand says so', { timeout: 60_000 }, async () => {
  const job = { source: '#nothing("known")', files: {} };
  expect(await typeset(resolve('nowhere'), job)).toMatchObject({
    problem: expect.stringMatching(/typst\.js/),
  });
  expect(await typeset(resolve('dist'), job)).toMatchObject({
    problem: expect.stringMatching(/unknown variable/),
  });
});
