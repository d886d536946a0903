import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pasted } from '../../../server/src/documents/in/html/paste.js';
import { printed } from '../../../server/src/documents/out/build.js';
import { toHtml } from '../../../server/src/documents/out/html.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { applyEdits } from '../../../server/src/text/text.js';
import { runsOf } from '../../property/runs.js';

/** The text after a paste; `|` is the cursor, or two of them the selection. `null` where the paste is left to the editor. */
function paste(picture: string, html: string, plain = ''): string | null {
  const from = picture.indexOf('|');
  const last = picture.lastIndexOf('|');
  const to = last > from ? last - 1 : from;
  const source = picture.replaceAll('|', '');
  const made = pasted(parseBrief(source), { from, to }, html, plain);
  return made && applyEdits(source, [{ from, to, insert: made.insert }, ...made.elsewhere]);
}

/** What Word puts on the clipboard around what was selected. */
const word = (inside: string) =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=Generator content="Microsoft Word 15"><style><!-- @font-face {font-family:Wingdings;} p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026"/></xml><![endif]--></head><body lang=NL link="#467886" style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->${inside}<!--EndFragment--></body></html>`;

const wordItem = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;

const wordMark = (number: number) =>
  `<a style='mso-footnote-id:ftn${number}' href="#_ftn${number}" name="_ftnref${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:9.0pt'>[${number}]</span></span><![endif]></span></span></a>`;
const wordNote = (number: number, text: string) =>
  `<div style='mso-element:footnote' id=ftn${number}><p class=MsoFootnoteText><a style='mso-footnote-id:ftn${number}' href="#_ftnref${number}" name="_ftn${number}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span>[${number}]</span></span><![endif]></span></span></a> ${text}<o:p></o:p></p></div>`;
const wordNotes = (...notes: string[]) =>
  `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>${notes.join('')}</div>`;

describe('pasted from Word', () => {
  test('bold and italics in a sentence stand in the sentence', () => {
    expect(
      paste(
        'De leden vragen |.',
        word(
          "<p class=MsoNormal>of <b>alle</b>\nburen het <i style='mso-bidi-font-style:normal'>weten</i><o:p></o:p></p>",
        ),
      ),
    ).toBe('De leden vragen of **alle** buren het *weten*.');
  });

  test('paragraphs get an empty line between them, and what is plain is not touched', () => {
    expect(
      paste(
        'Eerst.\n\n|',
        word(
          '<p class=MsoNormal>Een.</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Twee.</p>',
        ),
      ),
    ).toBe('Eerst.\n\nEen.\n\nTwee.');
    expect(paste('|', word('<p class=MsoNormal>Alleen tekst.</p>'))).toBeNull();
  });

  test('lists by their level, numbers as enumerations, letters as they are shown', () => {
    const list = [
      wordItem(1, '1.', 'De <b>eerste</b>'),
      wordItem(2, '·', 'met een punt'),
      wordItem(2, 'o', 'en nog een'),
      wordItem(1, '2.', 'De tweede'),
    ].join('');
    expect(paste('|', word(list))).toBe('1) De **eerste**\n   - met een punt\n   - en nog een\n2) De tweede');
    expect(paste('|', word(wordItem(1, 'a)', 'Ja?') + wordItem(1, 'b)', 'Nee?')))).toBe('a) Ja?\n\nb) Nee?');
  });

  test('footnotes get a label of their own, and their texts stand with the others', () => {
    const html = word(
      `<p class=MsoNormal>Dat bleek uit onderzoek${wordMark(1)} en een brief.${wordMark(2)}</p>${wordNotes(wordNote(1, 'Kamerstukken II 2023/24, 36 471, nr. 96.'), wordNote(2, 'Brief van de <i>burgemeester</i>.'))}`,
    );
    expect(paste('Al bekend.[^brief-burgemeester] |\n\n[^brief-burgemeester]: Een oude brief.\n', html)).toBe(
      'Al bekend.[^brief-burgemeester] Dat bleek uit onderzoek[^kst-36471-96] en een brief.[^brief-burgemeester-2]\n\n[^brief-burgemeester]: Een oude brief.\n\n[^kst-36471-96]: Kamerstukken II 2023/24, 36 471, nr. 96.\n[^brief-burgemeester-2]: Brief van de *burgemeester*.\n',
    );
  });

  test('a table, with its head and its sides', () => {
    const cell = (text: string, side = '') =>
      `<td valign=top><p class=MsoNormal ${side}>${text}<o:p></o:p></p></td>`;
    const right = "align=right style='text-align:right'";
    const html = word(
      `<table class=MsoTableGrid border=1><tr>${cell('<b>Jaar</b>')}${cell('<b>Aantal</b>', right)}</tr><tr>${cell('2024')}${cell('3 | 4', right)}</tr></table>`,
    );
    expect(paste('Zie:\n|\nDaarna.', html)).toBe(
      'Zie:\n\n| Jaar | Aantal |\n| --- | --: |\n| 2024 | 3 \\| 4 |\n\nDaarna.',
    );
  });

  test('what was deleted, hidden, or said in the margin is no text', () => {
    const html = word(
      "<p class=MsoNormal>Dit <del><span class=msoDel>niet</span></del><b>wel</b><span style='mso-hide:all'>geheim</span><a style='mso-comment-reference:AB_1'><span class=MsoCommentReference>[AB1]</span></a></p><div style='mso-element:comment-list'><div style='mso-element:comment'><p>Klopt dit?</p></div></div>",
    );
    expect(paste('|', html)).toBe('Dit **wel**');
  });
});

describe('pasted from other programs', () => {
  test('LibreOffice Writer', () => {
    const html =
      '<html><head><meta name="generator" content="LibreOffice 7.4"/></head><body lang="nl-NL" dir="ltr"><h2 class="western">Vragen</h2><p style="line-height: 100%">Zin<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> <strong>vet</strong></p><ol type="a"><li><p>Een</p></li><li><p>Twee</p></li></ol><div id="sdfootnote1"><p class="sdfootnote-western"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>\n\tStb. 2026, 94.</p></div></body></html>';
    expect(paste('|', html)).toBe(
      '## Vragen\n\nZin[^stb-2026-94] **vet**\n\na) Een\n\nb) Twee\n\n[^stb-2026-94]: Stb. 2026, 94.\n',
    );
  });

  test('Google Docs, which switches off the bold that it stands in', () => {
    const html =
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-size:11pt;font-weight:400;">Dit is </span><span style="font-weight:700;">vet</span><span style="font-style:italic;font-weight:400"> schuin</span></p><br /><ul><li dir="ltr" aria-level="1"><p role="presentation"><span style="font-weight:400">boven</span></p></li><ul><li aria-level="2"><p><span>onder</span></p></li></ul></ul></b>';
    expect(paste('|', html)).toBe('Dit is **vet** *schuin*\n\n- boven\n  - onder');
  });

  test('a web page, whose addresses the browser made whole', () => {
    const html =
      '<meta charset=\'utf-8\'><p>Zie <a href="https://voorbeeld.nl/stuk">het stuk</a>.<sup id="cite_ref-1" class="reference"><a href="https://voorbeeld.nl/p#cite_note-1"><span>[</span>1<span>]</span></a></sup> Het is 5 m<sup>2</sup>.</p><ol class="references"><li id="cite_note-1"><span><b><a href="https://voorbeeld.nl/p#cite_ref-1">^</a></b></span> <span>De bron van vandaag.</span></li></ol>';
    expect(paste('|', html)).toBe(
      'Zie [het stuk](https://voorbeeld.nl/stuk).[^bron-vandaag] Het is 5 m².\n\n[^bron-vandaag]: De bron van vandaag.\n',
    );
  });

  test('a mark whose note was not copied stays to be seen', () => {
    expect(paste('|', '<p><b>Zin.</b><sup><a href="#fn9">[9]</a></sup></p>')).toBe('**Zin.**[9]');
  });

  test('our own web page comes back as it was', () => {
    const source =
      '# Brief\n\nEen *zin* met **nadruk**.[^krant]\n\n1) een\n2) twee\n\n| Jaar | Aantal |\n| --- | --: |\n| 2025 | 3 |\n\n[^krant]: Krant van gisteren.\n';
    const html = toHtml(printed(parseBrief(source), () => null));
    expect(paste('|', html)).toBe(
      source.replaceAll('[^krant]', '[^krant-gisteren]').replace('--: |', '--- |'),
    );
  });
});

test('at the end of the text its notes stand behind it', () => {
  const html = '<b>vet</b><sup><a href="#a">1</a></sup><p id="a">Een krant.</p>';
  expect(paste('Antwoord: |', html)).toBe('Antwoord: **vet**[^krant]\n\n[^krant]: Een krant.\n');
  expect(paste('Antwoord: Ja.\n\n|\n', html)).toBe(
    'Antwoord: Ja.\n\n**vet**[^krant]\n\n[^krant]: Een krant.\n\n',
  );
});

describe('a paste is left to the editor', () => {
  test('of code, which has colours and no more', () => {
    expect(
      paste(
        '|',
        '<meta charset="utf-8"><div style="color: #ccc;font-family: Menlo, monospace;white-space: pre;"><div><span style="color:#f00">**vet**</span></div><div>twee</div></div>',
      ),
    ).toBeNull();
  });

  test('in the details above the text and in code', () => {
    const html = '<p><b>vet</b></p>';
    expect(paste('---\nsoort: brief|\n---\n\nTekst.\n', html)).toBeNull();
    expect(paste('```\na|b\n```\n', html)).toBeNull();
    expect(paste('---\nsoort: brief\n---\n\nTekst |.\n', html)).toContain('Tekst **vet**.');
  });

  test('of what never ends', () => {
    expect(paste('|', '<div><b>'.repeat(50_000) + 'x')).toBeNull();
    expect(paste('|', Array.from({ length: 50_000 }, (_, i) => `<p><b id=${i}></p>`).join(''))).toBeNull();
    expect(paste('|', `<p><b>x</b>${' '.repeat(6_000_000)}</p>`)).toBeNull();
  });
});

test('nothing is run or fetched', () => {
  const text = paste(
    '|',
    '<p onclick="x()"><b>vet</b> <script>weg()</script><style>p{}</style><a href="javascript:x()">knop</a> <a href="file:///etc/passwd">pad</a> <img src="https://beeld.example/x.png" alt="kaart"><iframe src="https://x.example"></iframe></p>',
  );
  expect(text).toBe('**vet** knop pad [kaart]');
});

test('blanks at the ends are kept in a sentence', () => {
  expect(paste('een|twee', '<b>vet</b> ', ' vet ')).toBe('een **vet** twee');
});

test('whatever the HTML, every word of it arrives once', () => {
  const words = fc.array(fc.constantFrom('huis', 'boom', 'vis', '*', '1.', '_a_', '[b]', '#', '|'), {
    minLength: 1,
    maxLength: 5,
  });
  const tag = fc.constantFrom(
    'p',
    'b',
    'i',
    'span',
    'li',
    'ul',
    'ol',
    'td',
    'table',
    'div',
    'h2',
    'blockquote',
    'a',
    'sup',
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words.map((list) => list.join(' ')),
      fc
        .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inside]) => `<${name}>${inside.join(' ')}</${name}>`),
    ),
  }));
  const count = (text: string) => (text.match(/huis|boom|vis/g) ?? []).sort().join();
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
      const html = trees.join('');
      const text = paste('|', html);
      if (text !== null) expect(count(text)).toBe(count(html));
    }),
    runsOf(300),
  );
});
