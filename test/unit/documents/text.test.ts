import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import type { Piece } from '../../../server/src/documents/out/document.js';
import { toText } from '../../../server/src/documents/out/text.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { samples } from './samples.js';

const text = (source: string, files: Record<string, string> = {}) => {
  const briefs = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, parseBrief(file)]));
  return toText(printed(parseBrief(source), (href) => briefs[href] ?? null));
};

test('whatever is written, every word is printed once and in its order', () => {
  fc.assert(
    fc.property(samples, ({ source, body, notes }) => {
      const all = text(source);
      const at = /^\[1\] /m.exec(all)?.index ?? all.length;
      const plain = (part: string) =>
        part
          .replace(/\[\d+\]/g, '')
          .replace(/^\[nog geen antwoord\]$/gm, '')
          .split(/\s+/)
          .filter(Boolean);
      expect(plain(all.slice(0, at))).toEqual(body);
      expect(plain(all.slice(at))).toEqual(notes);
    }),
    runsOf(300),
  );
});

describe('as text', () => {
  test('a reply, as it is printed', () => {
    expect(
      text(`---
soort: antwoord
onderwerp: nooit gedrukt
---

# Brief van de minister

Aan de *voorzitter*

## Vragen van de leden van de fractie van de Tuinpartij

1. Hoeveel tuinen zijn er?[^nota] En waar?
Antwoord: Er zijn er 310.[^telling]

   - in de stad
   - op het land

2. Wat kost dat? <!-- kb werk: stand=navragen -->

a. In euro?
b. In uren?

Antwoord: Zie de tabel.[^nota]

| Jaar | Bedrag |
| :--- | -----: |
| 2025 | 1.200  |
| 2026 |        |

De minister van Tuinen,

A. de Heg

[^telling]: Telling 2025.

    Herzien.

[^nota]: Nota tuinen, p. 4.
`),
    ).toBe(`Brief van de minister

Aan de voorzitter

Vragen van de leden van de fractie van de Tuinpartij

1. Hoeveel tuinen zijn er?[1] En waar?

Antwoord: Er zijn er 310.[2]

- in de stad
- op het land

2. Wat kost dat?

a. In euro?

b. In uren?

Antwoord: Zie de tabel.[1]

Jaar  Bedrag
2025   1.200
2026

De minister van Tuinen,

A. de Heg

[1] Nota tuinen, p. 4.

[2] Telling 2025.

Herzien.
`);
  });

  test.each([
    ['**Vraag 1**\nKlopt dit?\n\n**Antwoord 1**\nJa.', 'Vraag 1\n\nKlopt dit?\n\nAntwoord 1\n\nJa.\n'],
    ['__Antwoord op vragen 3 en 4__\nJa. *Met* dank.', 'Antwoord op vragen 3 en 4\n\nJa. Met dank.\n'],
    ['***Antwoord 5*** <!-- kb werk: -->\nJa.', 'Antwoord 5\n\nJa.\n'],
    ['Antwoord 6[^a]\nJa.\n\n[^a]: Noot.', 'Antwoord 6[1]\n\nJa.\n\n[1] Noot.\n'],
    ['**Antwoord 7:** Ja.\nMet dank.', 'Antwoord 7: Ja. Met dank.\n'],
  ])('a marker that fills its line has one of its own, however it looks: %j', (source, expected) => {
    expect(text(source)).toBe(expected);
  });

  test('what is missing is seen, and no note is lost', () => {
    expect(
      text(`1. Klopt dit?[^weg]

2. En dat?

Antwoord:

3. En dit?

Antwoord: PM

[^over]: Van niemand.
`),
    ).toBe(`1. Klopt dit?[1]

[nog geen antwoord]

2. En dat?

Antwoord:

[nog geen antwoord]

3. En dit?

Antwoord: PM

[1] [deze noot heeft nog geen tekst]

Van niemand.
`);
    expect(text('---\nkind: reply\n---\n\n1. Is it?\n')).toBe('1. Is it?\n\n[no answer yet]\n');
  });

  test('answers without markers are no missing answers', () => {
    const source = [1, 2, 3, 4, 5].map((n) => `${n}. Vraag?\n\nDat is zo.\n\n`).join('');
    expect(text(`---\nsoort: antwoord\n---\n\n${source}`)).not.toContain('[');
  });

  test('nothing that is typed can look like markup, and nothing is lost', () => {
    expect(text('<script>alert(1)</script> & <b>\n\n<img src=x onerror=y>\n')).toBe(
      '<script>alert(1)</script> & <b>\n\n<img src=x onerror=y>\n',
    );
    expect(text('[1]: zie bijlage\n\nEen \u0007 bel en een halve \ud83d.\n')).toBe(
      '[1]: zie bijlage\n\nEen \ufffd bel en een halve \ufffd.\n',
    );
  });
});

describe('a report', () => {
  const letter =
    '---\nsoort: brief\n---\n\n# Brief\n\n## Vragen\n\nKlopt dit?[^1]\n\n[^1]: Noot van de brief.\n';
  const reply =
    '# Antwoord\n\n1. Klopt dit?\n\nAntwoord: Ja.[^1]^[In de tekst.]\n\n[^1]: Noot van het antwoord.\n';

  test('has its parts in their places, with notes that run on', () => {
    expect(
      text(
        `# Verslag

De commissie.[^1]

## De brief

[Brief](brief.md)

[Antwoord](antwoord.md)

Slot.[^2]

[^2]: Laatste.
[^1]: Eerste.
`,
        { 'brief.md': letter, 'antwoord.md': reply },
      ),
    ).toBe(`Verslag

De commissie.[1]

De brief

Brief

Vragen

Klopt dit?[2]

Antwoord

1. Klopt dit?

Antwoord: Ja.[3][4]

Slot.[5]

[1] Eerste.

[2] Noot van de brief.

[3] Noot van het antwoord.

[4] In de tekst.

[5] Laatste.
`);
  });

  test('gives the headings of a part their depth', () => {
    const levels = (source: string) =>
      printed(parseBrief(source), () => parseBrief(letter)).pieces.flatMap((piece) =>
        piece.type === 'part'
          ? piece.pieces.flatMap((inner) => (inner.type === 'heading' ? inner.level : []))
          : piece.type === 'heading'
            ? piece.level
            : [],
      );
    expect(levels('# Verslag\n\n[Brief](brief.md)\n')).toEqual([1, 2, 3]);
    expect(levels('# Verslag\n\n## Deel\n\n[Brief](brief.md)\n')).toEqual([1, 2, 3, 4]);
    expect(levels('Verslag\n\n[Brief](brief.md)\n')).toEqual([1, 2]);
    // A question can be a heading as well.
    const spelled = printed(parseBrief('# Verslag\n\n[A](a.md)\n'), () =>
      parseBrief('# Vraag 1\n\nZo?\n\n# Antwoord\n\nJa.\n'),
    );
    expect(JSON.stringify(spelled.pieces, ['pieces', 'level']).match(/"level":\d/g)).toEqual([
      '"level":1',
      '"level":2',
      '"level":2',
    ]);
  });

  test('says which part is not there, and never goes round', () => {
    const loop = '---\nsoort: verslag\n---\n\nKop\n\n[Zelf](zelf.md)\n';
    const own = parseBrief(loop);
    expect(toText(printed(own, () => own))).toBe(
      'Kop\n\n[het bestand ‘zelf.md’ verwijst naar zichzelf terug]\n',
    );
    expect(text(loop)).toBe('Kop\n\n[het bestand ‘zelf.md’ is niet gevonden]\n');
    const [a, b] = [parseBrief('[b](b.md)\n'), parseBrief('[a](a.md)\n')];
    expect(toText(printed(a, (href) => (href === 'a.md' ? a : b)))).toContain('zichzelf');
    // Ten parts, each ten times in the next: that is no report.
    const files: Record<string, string> = {};
    for (let i = 0; i < 10; i++) files[`${i}.md`] = `[x](${i + 1}.md)\n\n`.repeat(10);
    expect(text('[x](0.md)\n', files).length).toBeLessThan(100_000);
  });

  test('a link in a reply is a link', () => {
    expect(
      text('---\nsoort: antwoord\n---\n\n1. Waar?\n\nAntwoord:\n\n[In de bijlage](bijlage.md)\n'),
    ).toContain('In de bijlage');
  });
});

describe('notes after the last answer', () => {
  const source = (whose: string) => `---
soort: antwoord
slotnoten: ${whose}
---

Vraag 1

Klopt dit?[^v]

Antwoord 1

Ja.[^m]

Toelichting: geen.[^t]

[^v]: Van de vrager.
[^m]: Van de minister.
[^t]: Bij de toelichting.
`;

  test('are those of the questioners, a series of their own', () => {
    expect(text(source('questioners'))).toBe(`Vraag 1

Klopt dit?[1)]

Antwoord 1

Ja.[1]

[1)] Van de vrager.

Toelichting: geen.[2]

[1] Van de minister.

[2] Bij de toelichting.
`);
  });

  test('or those of the one who answers', () => {
    expect(text(source('own'))).toMatch(
      /Klopt dit\?\[1\][\s\S]*Ja\.\[1\)\][\s\S]*\n\[1\)\] Van de minister\.\n\n\[2\)\] Bij/,
    );
  });
});

test('a group, its questions and their answers are known', () => {
  const shape = (piece: Piece): unknown =>
    'pieces' in piece
      ? {
          [piece.type]: 'numbers' in piece ? [piece.numbers.join(), piece.status] : '',
          of: piece.pieces.map(shape),
        }
      : piece.type;
  const brief = parseBrief(
    '# Kop\n\n## Vragen van de leden van de fractie van D66\n\n1. Zo?\n\n2. En zo?\n\nAntwoord op vragen 1 en 2: Ja.\n\n* * *\n\nSlot.\n',
  );
  expect(printed(brief).pieces.map(shape)).toEqual([
    'heading',
    {
      group: '',
      of: [
        'heading',
        { question: ['1', 'answered'], of: ['paragraph'] },
        { question: ['2', 'answered'], of: ['paragraph'] },
        { answer: ['1,2', 'answered'], of: ['paragraph'] },
      ],
    },
    'break',
    'paragraph',
  ]);
});

test('a mark right behind an editorial note is a mark', () => {
  const brief = parseBrief('Zo staat het er [sic][^1].\n\n[^1]: Noot.\n');
  expect(brief.references.length).toBe(1);
  expect(toText(printed(brief))).toBe('Zo staat het er [sic][1].\n\n[1] Noot.\n');
});
