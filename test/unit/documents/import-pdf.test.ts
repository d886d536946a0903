import { PDFDocument, StandardFonts, degrees } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../server/src/documents/in/index.js';
import { bodyOf } from './streams.js';

/** Words on a page: in points from the left and from the foot, and what differs from plain text of 10 points. */
type Words = [x: number, y: number, text: string, type?: { size?: number; bold?: boolean; turned?: boolean }];

async function pdfOf(...pages: Words[][]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const plain = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  for (const words of pages) {
    const page = document.addPage([500, 700]);
    for (const [x, y, text, type = {}] of words)
      page.drawText(text, {
        x,
        y,
        size: type.size ?? 10,
        font: type.bold ? bold : plain,
        rotate: degrees(type.turned ? 90 : 0),
      });
  }
  return document.save();
}

async function imported(...pages: Words[][]) {
  const result = await importDocument(await pdfOf(...pages));
  if (!result.ok) throw new Error(result.reason.en);
  return {
    body: bodyOf(result.files[0].content).trim(),
    notices: result.notices.map(({ message }) => message.en),
  };
}

/** A question and its answer, from some height on, 14 points a line. */
function asked(y: number, number: number, answer: readonly string[]): Words[] {
  return [
    [50, y, `Vraag ${number}`, { bold: true }],
    [50, y - 14, 'Hoeveel molens draaien er nog?'],
    [50, y - 28, `Antwoord ${number}`, { bold: true }],
    ...answer.map((line, i): Words => [50, y - 42 - i * 14, line]),
  ];
}

describe('notes', () => {
  test('a raised number is a mark, and small type at the foot its note; a square metre is none', async () => {
    const { body, notices } = await imported([
      ...asked(650, 1, ['Er draaien 12 molens, met']),
      [175, 612, '1', { size: 6 }],
      [180, 608, 'een vloer van 40 m'],
      [266, 612, '2', { size: 6 }],
      [272, 608, 'elk.'],
      [50, 80, '1', { size: 6 }],
      [55, 76, 'Molenregister 2024, blad', { size: 8 }],
      [50, 66, '12, kolom 3.', { size: 8 }],
    ]);
    expect(body).toBe(
      `Vraag 1

Hoeveel molens draaien er nog?

Antwoord 1

Er draaien 12 molens, met[^1] een vloer van 40 m2 elk.

[^1]: Molenregister 2024, blad 12, kolom 3.`,
    );
    expect(notices).toEqual([]);
  });

  test('a telephone number in small type at the foot is no note', async () => {
    const { body } = await imported([
      ...asked(650, 1, ['Twaalf in 2024,1 naar ik meen.']),
      [50, 80, '1 Molenregister, te vinden of te bellen op nummer', { size: 8 }],
      [50, 70, '06 12 34 56 78', { size: 8 }],
    ]);
    expect(body).toContain('[^1]: Molenregister, te vinden of te bellen op nummer 06 12 34 56 78');
  });

  test('small digits that do not stand out are read by their running number', async () => {
    const { body, notices } = await imported([
      ...asked(650, 1, ['Twaalf in 2024,1 en elf in 20232 daarvoor.']),
      [50, 80, '1 Molenregister.', { size: 8 }],
      [50, 70, '2 Gemalenregister.', { size: 8 }],
    ]);
    expect(body).toContain('Twaalf in 2024,[^1] en elf in 2023[^2] daarvoor.');
    expect(notices).toEqual([]);
  });

  test('marks are found where another in the same type is an exponent, or is the only one to stand out', async () => {
    const { body, notices } = await imported([
      ...asked(650, 1, ['Van 38 g/m³ lucht.1 Zo zegt de wet.² Zie ook daar.3']),
      [50, 80, '1 Molenregister.', { size: 8 }],
      [50, 70, '2 Gemalenregister.', { size: 8 }],
      [50, 60, '3 Sluizenregister.', { size: 8 }],
    ]);
    expect(body).toContain('Van 38 g/m³ lucht.[^1] Zo zegt de wet.[^2] Zie ook daar.[^3]\n');
    expect(body).toContain('[^1]: Molenregister.\n[^2]: Gemalenregister.\n[^3]: Sluizenregister.');
    expect(notices).toEqual([]);
  });

  test('a note that does not fit goes on at the foot of the next page', async () => {
    const { body } = await imported(
      [
        ...asked(650, 1, ['Twaalf.']),
        [90, 612, '1', { size: 6 }],
        [50, 80, '1 Zie het register van alle molens, dat', { size: 8 }],
      ],
      [...asked(650, 2, ['Elf.']), [50, 80, 'elk jaar verschijnt.', { size: 8 }]],
    );
    expect(body).toContain('[^1]: Zie het register van alle molens, dat elk jaar verschijnt.');
    expect(body).toContain('Elf.\n');
  });

  test('notes that every page counts anew are numbered through', async () => {
    const page = (number: number): Words[] => [
      ...asked(650, number, ['Twaalf.']),
      [90, 612, '1', { size: 6 }],
      [50, 80, `1 Register van ${2020 + number ** 2}.`, { size: 8 }],
    ];
    const { body } = await imported(page(1), page(2), page(3), page(4));
    expect(body).toContain('Twaalf.[^4]');
    expect(body).toContain('[^4]: Register van 2036.');
  });
});

describe('the edges of pages', () => {
  const page = (number: number): Words[] => [
    [50, 680, 'Kamerstuk 36 999, nr. 7', { size: 8 }],
    ...asked(640, number, ['Twaalf.']),
    [240, 30, `Pagina ${number} van 3`, { size: 8 }],
  ];

  test('running heads and page numbers go, and what went is named', async () => {
    const { body, notices } = await imported(page(1), page(2), page(3));
    expect(body).not.toContain('36 999');
    expect(body).not.toContain('Pagina');
    expect(notices).toEqual([
      '‘Kamerstuk 36 999, nr. 7’ stands at the edge of 3 pages and was left out as a running head or foot',
    ]);
  });

  test('text on its side is named', async () => {
    const { body, notices } = await imported([...page(1), [20, 100, 'kst-36999-7', { turned: true }]]);
    expect(body).not.toContain('kst-36999-7');
    expect(notices).toEqual([
      'page 1 has text that does not stand upright, which was left out: ‘kst-36999-7’',
    ]);
  });
});

test('the column beside the text of a letter stands apart from it', async () => {
  const beside: Words[] = [
    [390, 655, 'Ministerie van Molens', { size: 7 }],
    [390, 640, 'Ons kenmerk', { size: 7, bold: true }],
    [390, 630, '2024-0001234', { size: 7 }],
  ];
  const { body } = await imported([...asked(650, 1, ['Twaalf molens', 'draaien nog.']), ...beside]);
  expect(body).toBe(
    'Ministerie van Molens\n\nOns kenmerk\n\n2024-0001234\n\nVraag 1\n\nHoeveel molens draaien er nog?\n\nAntwoord 1\n\nTwaalf molens draaien nog.',
  );
});

test('rows cut by gaps at the same places are a table, which asks for a look', async () => {
  const row = (y: number, cells: readonly string[]) => cells.map((cell, i): Words => [50 + i * 120, y, cell]);
  const { body, notices } = await imported([
    ...asked(650, 1, ['Het aantal daalt:']),
    ...row(590, ['Jaar', 'Molens', 'Gemalen']),
    ...row(576, ['2023', '12', '']),
    ...row(562, ['2024', '11', '3']),
    [50, 530, 'Die daling zet door.'],
  ]);
  expect(body).toContain(`Het aantal daalt:

| Jaar | Molens | Gemalen |
| --- | --- | --- |
| 2023 | 12 |  |
| 2024 | 11 | 3 |

Die daling zet door.`);
  expect(notices).toEqual([
    'this table (page 1 of the PDF) was built from the places of its words; please check its columns',
  ]);
});

test('the first heading, in the largest letters, is the title; others in bold are headings', async () => {
  const { body } = await imported([
    [50, 680, 'Nota over molens', { size: 16, bold: true }],
    [50, 650, 'Draaiende molens', { bold: true }],
    ...asked(630, 1, ['Twaalf.']),
  ]);
  expect(body).toMatch(/^# Nota over molens\n\n## Draaiende molens\n\nVraag 1\n/);
});

test('words over line ends are whole, where words are cut', async () => {
  const { body } = await imported([
    ...asked(650, 1, ['Twaalf, en volgens de molen-', 'stichting en de KNMI-', 'cijfers meer.']),
  ]);
  expect(body).toContain('Twaalf, en volgens de molenstichting en de KNMI-cijfers meer.');
});

describe('what cannot be read is refused', () => {
  async function reasonOf(bytes: Uint8Array): Promise<string> {
    const result = await importDocument(bytes);
    return result.ok ? 'imported' : result.reason.en;
  }

  test('a scan has no letters', async () => {
    expect(await reasonOf(await pdfOf([]))).toContain('holds pictures only');
  });

  test('another kind of text', async () => {
    expect(await reasonOf(await pdfOf([[50, 600, 'Boodschappen: melk en brood.']]))).toContain(
      'does not look like a consultation',
    );
  });

  test('a file that was cut off, and one with noise in it', async () => {
    const whole = await pdfOf(asked(650, 1, ['Twaalf.']));
    expect(await reasonOf(whole.slice(0, 200))).toContain('damaged');
    const noisy = whole.map((byte, i) => (i > 40 ? (byte * 7 + i) % 256 : byte));
    expect(await reasonOf(noisy)).toContain('damaged');
  });

  test('a password', async () => {
    // The entry alone: the library asks for the password before it reads further.
    const locked = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
3 0 obj <</Filter /Standard /V 1 /R 2 /P -44 /O <${'a1'.repeat(32)}> /U <${'b2'.repeat(32)}>>> endobj
trailer <</Root 1 0 R /Encrypt 3 0 R /ID [<${'c3'.repeat(16)}> <${'c3'.repeat(16)}>]>>
%%EOF`;
    expect(await reasonOf(new TextEncoder().encode(locked))).toContain('password');
  });
});
