import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { toDocx, type DocxOptions } from '../../../server/src/documents/out/docx.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { runsOf } from '../../property/runs.js';
import { samples } from './samples.js';

/** The files in a Word document made of a text. */
async function files(source: string, options?: DocxOptions, parts: Record<string, string> = {}) {
  const briefs = new Map(Object.entries(parts).map(([name, text]) => [name, parseBrief(text)]));
  const bytes = await toDocx(
    printed(parseBrief(source), (href) => briefs.get(href) ?? null),
    options,
  );
  const found = unzipSync(bytes);
  const read = (name: string) => (found[name] ? strFromU8(found[name]) : '');
  const [body, notes] = [read('word/document.xml'), read('word/footnotes.xml')];
  return { bytes, found, read, body, notes };
}

const decoded = (xml: string) =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** The texts of the paragraphs. */
const paragraphs = (xml: string) =>
  xml
    .split('</w:p>')
    .map((paragraph) =>
      decoded(
        paragraph
          .replace(/<w:br\/>/g, '<w:t> </w:t>')
          .split(/<w:t(?=[ >])/)
          .slice(1)
          .map((text) => text.slice(text.indexOf('>') + 1, text.indexOf('</w:t>')))
          .join(''),
      ),
    )
    .filter((text) => text.trim() !== '');

/** The texts of the notes by their number, without Word's own two. */
const notesOf = (xml: string) =>
  [...xml.matchAll(/<w:footnote w:id="(\d+)">(.*?)<\/w:footnote>/g)].map(([, id, note]) => [
    Number(id),
    paragraphs(note).map((text) => text.trim()),
  ]);

const words = (texts: readonly string[]) => texts.join(' ').split(/\s+/).filter(Boolean);

test('whatever is written, every word is in the document once and in its order, and Word can read it', async () => {
  await fc.assert(
    fc.asyncProperty(samples, async ({ source, body, notes }) => {
      const made = await files(source);
      // Word writes the signs of lists by itself; what is a list and what a question is told elsewhere.
      const isWord = (word: string) => !/^(?:[-*]|\d{1,2}[.)])$/.test(word);
      const shown = paragraphs(made.body).filter((text) => text !== '[nog geen antwoord]');
      expect(words(shown).filter(isWord)).toEqual(body.filter(isWord));
      const texts = notesOf(made.notes);
      expect(texts.map(([id]) => id)).toEqual(texts.map((_note, i) => i + 1));
      expect(words(texts.flatMap(([, lines]) => lines as string[]))).toEqual(notes);
      const marks = [...made.body.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map(([, id]) =>
        Number(id),
      );
      expect(marks).toEqual(texts.map(([id]) => id));
      for (const name of Object.keys(made.found))
        if (name.endsWith('.xml')) expect(unbalanced(made.read(name))).toBeNull();
    }),
    runsOf(60),
  );
});

/** The first tag that is not closed in its turn; `null` for XML that is well-formed in this. */
function unbalanced(xml: string): string | null {
  const open: string[] = [];
  for (const [tag] of xml.matchAll(/<[^<>]*>/g)) {
    if (/^<[?!]|\/>$/.test(tag)) continue;
    const name = /^<\/?([\w:]+)/.exec(tag)![1];
    if (!tag.startsWith('</')) open.push(name);
    else if (open.pop() !== name) return tag;
  }
  return open[0] ?? null;
}

const reply = `---
taal: nl
soort: antwoord
onderwerp: Tuinen & kassen
datum: 3 februari 2026
dossier: "36000"
van:
  naam: A. de Heg
  ambt: minister van Tuinen
---

# Brief

## Vragen van de leden van de fractie van D66

1. Klopt dit?[^1] En dat?[^2] Zie [hier](https://voorbeeld.nl/?a=1&b=2).[^1]

4) vier
5) vijf

- los

Antwoord: PM

| Jaar | Bedrag |
| :--- | -----: |
| 2025 | 10     |

> Een citaat.

[^1]: Noot *een*.

    Tweede alinea.[^3]
[^3]: In een noot.
`;

describe('a Word document', () => {
  test('has real footnotes, and a mark that repeats keeps up with its note', async () => {
    const { body, notes } = await files(reply);
    expect(notesOf(notes)).toEqual([
      [1, ['Noot een.', 'Tweede alinea. [In een noot.]']],
      [2, ['[deze noot heeft nog geen tekst]']],
    ]);
    expect(body).toMatch(
      /<w:bookmarkStart w:name="running_1" w:id="\d+"\/>.{0,200}<w:footnoteReference w:id="1"\/>/,
    );
    expect(body).toContain('w:instr=" NOTEREF running_1 \\f \\h "');
  });

  test('a note that a note refers to stands in the text once', async () => {
    const { body, notes } = await files(
      'Dag.[^een] Nacht.[^twee]\n\n[^een]: Eerst, zie ook[^twee].\n[^twee]: Daarna, anders dan[^een].\n',
    );
    expect(notesOf(notes)).toEqual([
      [1, ['Eerst, zie ook2.']],
      [2, ['Daarna, anders dan1.']],
    ]);
    expect(notes.match(/NOTEREF running_\d/g)).toEqual(['NOTEREF running_2', 'NOTEREF running_1']);
    expect(body.match(/w:bookmarkStart w:name="running_\d"/g)).toHaveLength(2);
  });

  test('notes that refer to each other in a circle come to an end', async () => {
    const { notes } = await files('Dag.[^a]\n\n[^a]: Een[^b].\n[^b]: Twee[^c].\n[^c]: Drie[^b].\n');
    expect(notesOf(notes)).toEqual([[1, ['Een [Twee [Drie […].].].']]]);
  });

  test('who signs stands on the page of the name', async () => {
    const { body } = await files('Dag.\n\nDe minister van Wegen,\n\nP. de Brug\n');
    expect(body.match(/<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/g)).toEqual([
      '<w:p>',
      '<w:p><w:pPr><w:keepNext/></w:pPr>',
      '<w:p>',
    ]);
  });

  test('a list in a note has the small letters of the note', async () => {
    const { notes } = await files('Dag.[^a]\n\n[^a]: Zie:\n\n    - hier;\n    - daar.\n');
    expect(notes.match(/<w:pStyle w:val="FootnoteText"\/>/g)).toHaveLength(3);
    expect(notes.match(/<w:numPr>/g)).toHaveLength(2);
    expect(notes).not.toContain('ListParagraph');
  });

  test('has headings, lists, tables and styles with names', async () => {
    const { body, read } = await files(reply);
    expect(body.match(/<w:pStyle w:val="(?:Heading\d|Question|Answer|Quote|TableHead)"\/>/g)).toEqual(
      ['Heading1', 'Heading2', 'Question', 'Answer', 'TableHead', 'TableHead', 'Quote'].map(
        (style) => `<w:pStyle w:val="${style}"/>`,
      ),
    );
    expect(read('word/styles.xml')).toContain('<w:name w:val="Antwoord"/>');
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:jc w:val="right"/>');
    expect((await files('1. Zo?\n\nAntwoord: PM\n')).body).toContain('<w:highlight w:val="yellow"/>');
    const numbering = read('word/numbering.xml');
    expect(numbering).toMatch(
      /<w:start w:val="4"\/><w:numFmt w:val="decimal"\/>.{0,60}<w:lvlText w:val="%1\)"\/>/,
    );
    expect(body.match(/<w:numPr>/g)?.length).toBe(3);
    expect(read('word/footer1.xml')).toContain('PAGE');
  });

  test('a column is as wide as its text needs, and many numbers have smaller letters', async () => {
    const columns = ({ body }: { body: string }) =>
      [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    const text = 'De dijk wordt in het najaar verhoogd. '.repeat(5);
    const uneven = await files(`| Jaar | Bedrag | Uitleg |\n| --- | --- | --- |\n| 2026 | 12,5 | ${text}|\n`);
    expect(columns(uneven)).toEqual([728, 952, 7390]);
    expect(uneven.body).not.toContain('<w:sz ');
    // The head stands on the page of the first row.
    expect(uneven.body.match(/<w:pStyle w:val="TableHead"\/><w:keepNext\/>/g)).toHaveLength(3);
    const row = (cell: string) => `|${` ${cell} |`.repeat(12)}`;
    const wide = await files(`${row('2026')}\n${row('---')}\n${row('12345678[^a]')}\n\n[^a]: Noot.\n`);
    expect(columns(wide)).toEqual(Array.from({ length: 12 }, () => 755));
    expect(wide.body).toContain('<w:sz w:val="11"/>');
    expect(wide.notes).not.toContain('<w:sz ');
  });

  test('has its language and its properties, and no date but its own', async () => {
    const { read } = await files(reply);
    expect(read('word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
    const core = read('docProps/core.xml');
    expect(core).toContain('<dc:title>Antwoord: Tuinen &amp; kassen</dc:title>');
    expect(core).toContain('<dc:creator>A. de Heg, minister van Tuinen</dc:creator>');
    expect(core.match(/\d{4}-\d{2}-\d{2}T/g)).toEqual(['2026-02-03T', '2026-02-03T']);
    expect((await files('Kop\n')).read('docProps/core.xml')).not.toContain('dcterms:created');
  });

  test('is the same, byte for byte, each time', async () => {
    const [one, two] = [await files(reply), await files(reply)];
    expect(one.bytes).toEqual(two.bytes);
  });

  test('only web and mail addresses are links', async () => {
    const { read } = await files(
      '[a](https://a.nl) [b](javascript:x) [c](file:///etc/passwd) [d](\\\\host\\share)',
    );
    expect(read('word/_rels/document.xml.rels').match(/Target="[^"]*" TargetMode/g)).toEqual([
      'Target="https://a.nl" TargetMode',
    ]);
  });

  test('a part begins a page, says its language, and its notes run on', async () => {
    const { body, notes } = await files(
      '# Verslag[^1]\n\n[Deel](a.md)\n\n[^1]: Een.\n',
      {},
      {
        'a.md':
          '---\nlanguage: en\nkind: reply\n---\n\n# Letter\n\n1. Is it?[^1]\n\nAnswer: Yes.\n\n[^1]: Two.\n',
      },
    );
    expect(body.match(/<w:pageBreakBefore\/>/g)?.length).toBe(1);
    expect(body).toMatch(/<w:pStyle w:val="Heading2"\/>(?:<w:\w+\/>)?<w:pageBreakBefore\/>/);
    expect(body).toContain('<w:lang w:val="en-GB"/>');
    expect(notesOf(notes)).toEqual([
      [1, ['Een.']],
      [2, ['Two.']],
    ]);
  });

  test('the notes after the last answer are a series of their own', async () => {
    const { body, notes } = await files(
      '---\nsoort: antwoord\nslotnoten: questioners\n---\n\n1. Zo?[^v]\n\nAntwoord: Ja.[^m]\n\nSlot.\n\n[^v]: Vrager.\n[^m]: Minister.\n',
    );
    expect(paragraphs(body)).toContain('1) Vrager.');
    expect(body).toMatch(/<w:hyperlink [^<>]*w:anchor="closing_1_1"/);
    expect(notesOf(notes)).toEqual([[1, ['Minister.']]]);
  });

  test('a picture keeps its form, and one that cannot be shown is named', async () => {
    const png = new Uint8Array(33);
    png.set([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0, 0, 0, 2, 0,
    ]);
    const { body, found } = await files('![Kaart](a.png) ![Stuk](b.png) ![](c.png)', {
      picture: ({ href }) => ({ type: 'png', data: href === 'a.png' ? png : new Uint8Array(3) }),
    });
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(body)!;
    expect(Number(width) / Number(height)).toBeCloseTo(2, 1);
    expect(Object.keys(found).filter((name) => name.startsWith('word/media/')).length).toBe(1);
    expect(body).toContain('descr="Kaart"');
    expect(paragraphs(body).join()).toContain('[Stuk]');
    expect(paragraphs(body).join()).toContain('[…]');
  });

  test('nothing that is typed breaks the file', async () => {
    const { body } = await files('a \u0001 & < > " \ud800 &#1; ]]> <w:p>\n\n<?xml x?>\n');
    expect(unbalanced(body)).toBeNull();
    expect(paragraphs(body)).toEqual(['a \ufffd & < > " \ufffd \ufffd ]]> <w:p>', '<?xml x?>']);
    expect((await files('')).body).toContain('<w:sectPr');
  });
});
