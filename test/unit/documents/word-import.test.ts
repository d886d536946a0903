import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importDocument } from '../../../server/src/documents/in/index.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { bodyOf } from './streams.js';
import {
  counted,
  footnote,
  footnoteMark,
  lists,
  paragraph,
  run,
  styled,
  wordFile,
  type WordParts,
} from './word-file.js';

async function filesOf(parts: WordParts) {
  const result = await importDocument(wordFile(parts));
  if (!result.ok) throw new Error(result.reason.en);
  return result;
}

async function bodyIn(parts: WordParts): Promise<string> {
  return bodyOf((await filesOf(parts)).files[0].content).trim();
}

/** Each notice with the line that it stands at. */
async function noticesOf(parts: WordParts): Promise<string[]> {
  const { files, notices } = await filesOf(parts);
  return notices.map(({ file, line, message }) => {
    const { content } = files.find(({ name }) => name === file)!;
    return `${content.split('\n')[line - 1]} | ${message.en}`;
  });
}

const lines = (...texts: string[]) => texts.map((text) => paragraph(text)).join('');
const reply = (body: string) => lines('Vraag 1', 'Klopt dit?', 'Antwoord 1') + body;
const answer = async (body: string, parts: Partial<WordParts> = {}) =>
  (await bodyIn({ ...parts, body: reply(body) })).replace(/^Vraag 1\n\nKlopt dit\?\n\nAntwoord 1\n\n/, '');

describe('the addressee', () => {
  test.each([
    ['Aan de voorzitter van de Tweede Kamer der Staten-Generaal'],
    ['Aan de voorzitter van de Tweede Kamer', 'der Staten-Generaal'],
    ['Aan de voorzitter van de', 'Tweede Kamer der Staten-Generaal'],
    ['Aan de', 'voorzitter van de Tweede Kamer', 'der Staten-Generaal'],
  ])('is named without the address below it: %s', async (...named) => {
    const body = [...named, 'Postbus 20018', '2500 EA DEN HAAG'].map((line) => `<w:t>${line}</w:t>`);
    const { files } = await filesOf({
      body: paragraph(`<w:r>${body.join('<w:br/>')}</w:r>`) + reply(paragraph('Ja.')),
    });
    expect(parseBrief(files[0].content).frontMatter.values.to).toBe(
      'voorzitter van de Tweede Kamer der Staten-Generaal',
    );
    expect(files[0].content).toContain('Postbus 20018');
  });
});

describe('questions and answers', () => {
  test.each([
    ['a tab behind the opener', paragraph('<w:r><w:t>Vraag 2</w:t><w:tab/><w:t>En dit?</w:t></w:r>')],
    ['a line end behind the opener', paragraph('<w:r><w:t>Vraag 2</w:t><w:br/><w:t>En dit?</w:t></w:r>')],
    ['bold behind which the question goes on', paragraph(run('Vraag 2', '<w:b/>') + run(' En dit?'))],
    ['stray blanks', paragraph('  Vraag  2   ') + paragraph(' En dit?')],
    ['a hard blank', paragraph('Vraag\u00a02') + paragraph('En dit?')],
    ['cut into runs', paragraph(run('Vra') + run('ag ') + run('2')) + paragraph('En dit?')],
  ])('%s', async (_name, second) => {
    const body =
      lines('Vraag 1', 'Klopt dit?', 'Antwoord 1', 'Ja.') + second + lines('Antwoord op vragen 2', 'Nee.');
    const { files } = await filesOf({ body });
    expect(files.map(({ name }) => name)).toEqual(['antwoord.brief.md']);
    const brief = parseBrief(files[0].content);
    expect(brief.questions.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(brief.answers.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
    expect(files[0].content).toContain('\n\nEn dit?\n');
  });

  test('numbers that Word counts, with a restart in another list', async () => {
    const body =
      paragraph('Klopt dit?', counted(1)) +
      lines('Antwoord: Ja, want:') +
      paragraph('het een;', counted(2)) +
      paragraph('het ander.', counted(2)) +
      paragraph('En dit?', counted(1)) +
      paragraph('en dat', counted(1, 1)) +
      lines('Antwoord: Nee.');
    const numbering = lists(['decimal %1.', 'lowerLetter %2.'], ['decimal %1.']);
    const text = await bodyIn({ body, numbering });
    expect(text).toBe(
      '1. Klopt dit?\n\nAntwoord: Ja, want:\n\n   1. het een;\n   2. het ander.\n\n2. En dit?\n\na. en dat\n\nAntwoord: Nee.',
    );
    expect(parseBrief(text).questions.map(({ numbers }) => numbers)).toEqual([[1], [2]]);
  });

  test('numbers that are typed with a tab', async () => {
    const typed = (number: number, text: string) =>
      paragraph(`<w:r><w:t>${number}</w:t><w:tab/><w:t>${text}</w:t></w:r>`);
    const body =
      typed(1, 'Klopt dit?') + lines('Antwoord', 'Ja.') + typed(2, 'En dit?') + lines('Antwoord', 'Nee.');
    expect(await bodyIn({ body })).toBe('1. Klopt dit?\n\nAntwoord\n\nJa.\n\n2. En dit?\n\nAntwoord\n\nNee.');
    expect((await noticesOf({ body }))[0]).toBe(
      '1. Klopt dit? | the number of the question, ‘1’, was written as ‘1.’',
    );
  });

  test('"Vraag 1" that Word counts', async () => {
    const body =
      paragraph('', counted(1)) +
      lines('Klopt dit?', 'Antwoord 1', 'Ja.') +
      paragraph('En dit?', counted(1)) +
      lines('Antwoord 2', 'Nee.');
    expect(await bodyIn({ body, numbering: lists(['decimal Vraag %1']) })).toBe(
      'Vraag 1\n\nKlopt dit?\n\nAntwoord 1\n\nJa.\n\nVraag 2\n\nEn dit?\n\nAntwoord 2\n\nNee.',
    );
  });

  test('in a table that only gives them their places', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Vraag 1')}${cell('Klopt dit?')}</w:tr><w:tr>${cell('Antwoord')}${cell('Ja.')}</w:tr></w:tbl>`;
    expect(await bodyIn({ body })).toBe('Vraag 1\n\nKlopt dit?\n\nAntwoord\n\nJa.');
    expect(await noticesOf({ body })).toEqual([
      'Vraag 1 | this text stood in a table with questions or answers, or in a frame',
    ]);
  });

  test('a missing answer is reported as missing', async () => {
    const { files } = await filesOf({
      body: lines('Vraag 1', 'Klopt dit?', 'Antwoord', 'Ja.', 'Vraag 2', 'En dit?'),
    });
    expect(parseBrief(files[0].content).questions.map(({ answers }) => answers.length)).toEqual([1, 0]);
  });
});

describe('headings', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/><w:basedOn w:val="Kop2"/></w:style>';

  test.each(['Kop2', 'Eigen'])('of the style %s', async (style) => {
    expect(
      await bodyIn({ styles, body: paragraph('Tarieven', styled(style)) + reply(lines('Ja.')) }),
    ).toContain('## Tarieven\n\nVraag 1');
  });

  test('that are only bold, before a question; and of a group, by its words', async () => {
    const body =
      paragraph(run('Tarieven', '<w:b/>')) +
      reply(lines('Ja.')) +
      lines('Vragen van de leden van de PVV-fractie', 'Vraag 2', 'En dit?', 'Antwoord 2', 'Nee.');
    const text = await bodyIn({ body });
    expect(text).toContain('## Tarieven\n\nVraag 1');
    expect(text).toContain('## Vragen van de leden van de PVV-fractie\n\nVraag 2');
  });
});

describe('what stands in a paragraph', () => {
  test('bold, italics and links', async () => {
    const body = paragraph(
      `${run('Zie ')}${run('dit ', '<w:b/>')}${run('en ', '<w:b/><w:i/>')}<w:hyperlink r:id="rId9">${run('hier')}</w:hyperlink>${run('.')}`,
    );
    expect(await answer(body, { links: { rId9: 'https://voorbeeld.nl/a' } })).toBe(
      'Zie **dit *en*** [hier](https://voorbeeld.nl/a).',
    );
  });

  test('the bold of half a word, which Markdown cannot say, is named', async () => {
    const body = reply(paragraph(run('net') + run('(werk)', '<w:b/>') + run('en')));
    expect(await noticesOf({ body })).toEqual([
      'net(werk)en | Part of a word was bold or italic here, which cannot be: this paragraph stands without bold and italics.',
    ]);
  });

  test('raised digits stay raised: of a square, or of a mark that is typed', async () => {
    const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>');
    expect(
      await answer(paragraph(run('Dat is 12 m') + raised('2') + run(', zie het rapport.') + raised('3'))),
    ).toBe('Dat is 12 m², zie het rapport.³');
  });

  test('footnotes and endnotes in place, with several paragraphs', async () => {
    const body = paragraph(
      `${run('Ja')}${footnoteMark(7)}${run(', nee')}<w:r><w:endnoteReference w:id="3"/></w:r>${run('.')}`,
    );
    const footnotes = `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="7">${paragraph(
      `<w:r><w:footnoteRef/></w:r>${run(' Zie A.')}`,
    )}${paragraph('En B.')}</w:footnote>`;
    const endnotes = footnote(3, 'Zie C.').replaceAll('w:footnote', 'w:endnote');
    expect(await answer(body, { footnotes, endnotes })).toBe(
      'Ja[^1], nee[^2].\n\n[^1]: Zie A.\n\n    En B.\n[^2]: Zie C.',
    );
  });

  test('tracked changes as accepted, told once a paragraph', async () => {
    const body =
      paragraph(
        `${run('Er zijn ')}<w:del w:id="1"><w:r><w:delText>vijf</w:delText></w:r></w:del><w:ins w:id="2">${run('zes')}</w:ins>${run(' dorpen.')}`,
      ) +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('Een zin die ')}</w:p>` +
      paragraph('doorloopt.');
    expect(await answer(body)).toBe('Er zijn zes dorpen.\n\nEen zin die doorloopt.');
    expect(await noticesOf({ body: reply(body) })).toEqual([
      'Er zijn zes dorpen. | 2 tracked changes were brought in here as if they were accepted',
      'Een zin die doorloopt. | a tracked change was brought in here as if it were accepted',
    ]);
  });

  test('a comment as a work note behind its paragraph', async () => {
    const body = paragraph(
      `<w:commentRangeStart w:id="4"/>${run('Ja.')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>`,
    );
    const comments = `<w:comment w:id="4" w:author="J. Smit">${lines('Klopt dit --> wel?', 'Graag nakijken.')}</w:comment>`;
    expect(await answer(body, { comments })).toBe(
      'Ja.\n\n<!-- kb werk: eigenaar=J. Smit; opmerking=Klopt dit -- > wel? / Graag nakijken. -->',
    );
    expect(await noticesOf({ body: reply(body), comments })).toEqual([
      'Ja. | the comment by J. Smit was kept as a work note, which is not printed',
    ]);
  });

  test('the result of a field, and never its code', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const body = paragraph(
      run('Zie ') +
        field('begin') +
        code(' HYPERLINK "https://x.nl/b" ') +
        field('separate') +
        run('daar') +
        field('end') +
        run('.'),
    );
    expect(await answer(body)).toBe('Zie [daar](https://x.nl/b).');
  });

  test('text boxes, pictures, formulas and hidden text are named', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('In een kader.')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('In een kader.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Kaart van het net"/><a:graphic><a:graphicData><a:blip r:embed="rId3"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
    const body =
      paragraph(run('Boven.') + box) +
      paragraph(picture) +
      paragraph(`<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>`) +
      paragraph(run('Zichtbaar.') + run('geheim', '<w:vanish/>'));
    expect(await answer(body)).toBe(
      'Boven.\n\nIn een kader.\n\n[Kaart van het net]\n\na=b\n\nZichtbaar.\n\n<!-- kb werk: opmerking=geheim -->',
    );
    expect(
      (await noticesOf({ body: reply(body) })).map((notice) => notice.replace(/ \| (.{12}).*/, ' | $1')),
    ).toEqual([
      'In een kader. | this text st',
      '[Kaart van het net] | the Word fil',
      'a=b | this formula',
      'Zichtbaar. | hidden text ',
    ]);
  });
});

describe('lists and tables', () => {
  test('lists in lists', async () => {
    const body =
      paragraph('een', counted(1)) +
      paragraph('daarin', counted(1, 1)) +
      paragraph('twee', counted(1)) +
      lines('Slot.');
    expect(await answer(body, { numbering: lists(['bullet •', 'decimal %2)']) })).toBe(
      '- een\n  1) daarin\n- twee\n\nSlot.',
    );
  });

  test('cells that were merged are named', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('Naam', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('a|b')}${cell('3')}</w:tr></w:tbl>`;
    expect(await answer(body)).toBe('| Naam |  |\n| --- | --- |\n| a\\|b | 3 |');
    expect((await noticesOf({ body: reply(body) }))[0]).toMatch(/^\| Naam \|.*cells were merged/);
  });
});

test('headers say something of the frame, and are no text', async () => {
  const header = lines('Ministerie van Wonen', 'Ons kenmerk: 2025-0001', 'Den Haag, 3 maart 2025');
  const { files, notices } = await filesOf({ body: reply(lines('Ja.')), header });
  expect(parseBrief(files[0].content).frontMatter.values).toMatchObject({
    reference: '2025-0001',
    place: 'Den Haag',
    date: '2025-03-03',
  });
  expect(bodyOf(files[0].content)).not.toContain('Ministerie');
  expect(notices).toMatchObject([
    { line: 1, message: { en: expect.stringContaining('Ministerie van Wonen') } },
  ]);
});

test('a letterhead with each detail below its name', async () => {
  const header = lines(
    'Datum',
    '3 maart 2025',
    'Onze referentie',
    '2025-0000123',
    'Uw kenmerk',
    '2025Z01234',
  );
  const { files } = await filesOf({ body: reply(lines('Ja.')), header });
  expect(parseBrief(files[0].content).frontMatter.values).toMatchObject({
    date: '2025-03-03',
    reference: '2025-0000123',
    theirReference: '2025Z01234',
  });
});

describe('what cannot be read is refused', () => {
  const refused = async (bytes: Uint8Array) => {
    const result = await importDocument(bytes);
    return result.ok ? 'imported' : result.reason.en;
  };
  const zipped = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
  const root = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

  test.each([
    ['cut off', () => wordFile({ body: lines('Ja.') }).subarray(0, 200), /damaged/],
    ['no XML', () => zipped('<w:document'), /damaged/],
    [
      'a document type',
      () => zipped(`<!DOCTYPE d [<!ENTITY a "b">]><w:document ${root}>&a;</w:document>`),
      /damaged/,
    ],
    [
      'no Word file',
      () => zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<a/>') }),
      /no Word document/,
    ],
    [
      'nested without end',
      () => zipped(`<w:document ${root}>${'<w:p>'.repeat(100_000)}</w:document>`),
      /too large or too complex/,
    ],
    [
      'a zip bomb',
      () => zipped(`<w:document ${root}>${' '.repeat(60_000_000)}</w:document>`),
      /too large or too complex/,
    ],
    [
      'elements without end',
      () => zipped(`<w:document ${root}>${'<w:p/>'.repeat(2_000_000)}</w:document>`),
      /too large or too complex/,
    ],
    ['protected', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /password/],
    ['rich text', () => strToU8('{\\rtf1 Ja.}'), /RTF/],
    ['a web page', () => strToU8('\ufeff<!-- -->\n<!DOCTYPE html><p>Vraag 1</p>'), /web page.*docx/],
    ['a web page without a declaration', () => strToU8('<html lang="nl"><p>Vraag 1</p>'), /web page.*docx/],
    ['without words', () => wordFile({ body: '<w:p/>' }), /no text/],
  ])('%s', async (_name, bytes, reason) => {
    expect(await refused(bytes())).toMatch(reason);
  });

  test('an address outside the file is never opened: only links stay', async () => {
    const body = paragraph(`<w:hyperlink r:id="rId1">${run('daar')}</w:hyperlink>`);
    expect(await answer(body, { links: { rId1: 'file:///etc/passwd' } })).toContain('daar');
  });
});
