import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { printed } from '../../../server/src/documents/out/build.js';
import { toDocx } from '../../../server/src/documents/out/docx.js';
import { readTemplate, type Template } from '../../../server/src/documents/out/template/read.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { field, house, houseFile, paragraph, part, picture, run } from './house.js';

const reply = `---
soort: antwoord
---

# Brief van de minister

## Vragen van de leden van de fractie van de Dorpspartij

1. Klopt dit?[^1]

Antwoord: Ja, zie de tabel:

| Jaar | Aantal |
| --- | --: |
| 2025 | 3 |

1) Eerst dit.
2) Dan dat.

### Tot slot

\`letterlijk\`

[^1]: Een noot.
`;

function template(file: Uint8Array): Template {
  const result = readTemplate(file);
  if (!result.ok) throw new Error(result.reason.en);
  return result.template;
}

async function dressed(changes: Parameters<typeof houseFile>[0] = {}, source = reply) {
  const bytes = await toDocx(printed(parseBrief(source)), { template: template(houseFile(changes)) });
  const found = unzipSync(bytes);
  const read = (name: string) => (found[name] ? strFromU8(found[name]) : '');
  return { bytes, found, read, body: read('word/document.xml') };
}

const styleIn = (styles: string, name: string) =>
  new RegExp(`<w:style [^>]*w:styleId="([^"]*)"[^>]*><w:name w:val="${name}"/>`).exec(styles)?.[1];
const all = (found: Record<string, Uint8Array>) =>
  Object.entries(found)
    .filter(([path]) => /\.(?:xml|rels)$/.test(path))
    .map(([, data]) => strFromU8(data))
    .join('\n');

describe('the template of a house', () => {
  test('gives its styles under their own names, whatever its language; what it lacks is added in its letter', async () => {
    const { read, body } = await dressed();
    const used = (id: string) => body.includes(`<w:pStyle w:val="${id}"/>`);
    expect(['Kop1', 'Kop2', 'HuisVraag'].map(used)).toEqual([true, true, true]);
    expect(read('word/footnotes.xml')).toContain('<w:pStyle w:val="Voetnoottekst"/>');
    expect(body).toContain('<w:rStyle w:val="Voetnootmarkering"/>');
    expect(body).toContain('<w:tblStyle w:val="Tabelraster"/>');
    const styles = read('word/styles.xml');
    expect(styles).toContain('w:ascii="Georgia"');
    expect(styles.match(/w:val="heading 1"/gi)).toHaveLength(1);
    expect(styles).not.toContain('Verdana');
    // Theirs is a style of characters: ours stands beside it.
    expect(styleIn(styles, 'Huisantwoord')).toBe('Answer');
    expect(used(styleIn(styles, 'Antwoord \\(Kamerbrief\\)')!)).toBe(true);
    expect(used(styleIn(styles, 'Heading 3')!)).toBe(true);
    expect(styles).toContain('<w:basedOn w:val="Standaard"/>');
    expect(styles).toContain('Consolas');
    expect(styles).not.toContain('toc 1');
  });

  test('every style that is used is there', async () => {
    const { read, body } = await dressed();
    const there = new Set([...read('word/styles.xml').matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id));
    const used = [...(body + read('word/footnotes.xml')).matchAll(/<w:(?:p|r|tbl)Style w:val="([^"]*)"/g)];
    expect(used.map(([, id]) => id).filter((id) => !there.has(id))).toEqual([]);
    expect(used.length).toBeGreaterThan(8);
  });

  test('gives its pages, headers and footers, with their pictures and first page', async () => {
    const { read, body, found } = await dressed();
    const section = body.slice(body.indexOf('<w:sectPr'));
    expect(section).toContain('w:w="12240"');
    expect(section).toContain('w:left="2240"');
    expect(section).toContain('<w:titlePg');
    const target = (kind: string, type: string) => {
      const id = new RegExp(`<w:${kind}Reference w:type="${type}" r:id="([^"]*)"`).exec(section)![1];
      return `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(read('word/_rels/document.xml.rels'))![1]}`;
    };
    expect(read(target('header', 'default'))).toContain('Ministerie van Voorbeelden');
    const first = target('header', 'first');
    expect(read(first)).toContain('Eerste bladzijde');
    const image = /Target="([^"]*)"/.exec(read(first.replace('word/', 'word/_rels/') + '.rels'))![1];
    expect(found[`word/${image}`]).toEqual(house['word/media/merk.png']);
    expect(read(target('footer', 'default'))).toContain(' PAGE ');
    expect(body).not.toContain('Plak hier uw tekst');
    // As wide as a line of theirs.
    expect(body).toContain('<w:tblW w:type="dxa" w:w="8000"/>');
  });

  test('keeps our page number where it has nothing around its pages', async () => {
    const plain = (house['word/document.xml'] as string).replace(/<w:(?:header|footer)Reference [^>]*>/g, '');
    const { body, read } = await dressed({ 'word/document.xml': plain });
    expect(body).toMatch(/<w:footerReference [^>]*\/><w:pgSz/);
    expect(read('word/footer1.xml')).toContain('PAGE');
  });

  test('keeps its lists beside ours', async () => {
    const { read, body } = await dressed();
    const numbering = read('word/numbering.xml');
    expect(numbering).toContain('upperRoman');
    const ids = [...numbering.matchAll(/<w:num w:numId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const kinds = [...numbering.matchAll(/<w:abstractNum w:abstractNumId="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(numbering.lastIndexOf('<w:abstractNum ')).toBeLessThan(numbering.indexOf('<w:num '));
    const list = /<w:numId w:val="(\d+)"\/>/.exec(body)![1];
    const kind = new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"/>`).exec(
      numbering,
    )![1];
    expect(numbering.split(`w:abstractNumId="${kind}"`)[1]).toMatch(/^.*?<w:lvlText w:val="%1\)"\/>/);
  });

  test('says how pages look, not who may write in them; the language is that of the document', async () => {
    const { read } = await dressed();
    const settings = read('word/settings.xml');
    expect(settings).toContain('<w:autoHyphenation w:val="1"');
    expect(settings).toContain('<w:defaultTabStop w:val="284"');
    expect(settings).not.toContain('documentProtection');
    expect(read('word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
    expect(read('word/styles.xml')).not.toContain('fr-FR');
  });

  test('makes the same bytes each time, of files that are whole', async () => {
    const [one, two] = [await dressed(), await dressed()];
    expect(Buffer.from(one.bytes).equals(two.bytes)).toBe(true);
    for (const [path, data] of Object.entries(one.found))
      if (/\.(?:xml|rels)$/.test(path))
        new DOMParser({
          onError: (level, message) => {
            throw new Error(`${path}: ${level} ${message}`);
          },
        }).parseFromString(strFromU8(data), 'text/xml');
    const types = one.read('[Content_Types].xml');
    for (const [, name] of types.matchAll(/PartName="\/([^"]*)"/g))
      expect(Object.keys(one.found)).toContain(name);
  });
});

describe('what a template brings that is not its looks', () => {
  test('macros and all that lies outside it stay behind; the words stay', async () => {
    const header = part(
      'hdr',
      paragraph(
        field('DDEAUTO cmd "/c calc"', 'oude waarde') +
          '<w:fldSimple w:instr=" INCLUDETEXT \\\\server\\stuk.docx "><w:r><w:t>ingevoegd</w:t></w:r></w:fldSimple>' +
          '<w:hyperlink r:id="rId7"><w:r><w:t>onze site</w:t></w:r></w:hyperlink>' +
          '<w:r><w:object><v:shape><v:imagedata r:id="rId8" src="https://beeld.example/x.png"/></v:shape></w:object></w:r>' +
          '<w:r><w:pict><v:shape><v:imagedata r:id="rId8" src="https://beeld.example/y.png"/></v:shape></w:pict></w:r>' +
          picture('rId8') +
          run('slot'),
      ),
    );
    const { found, read } = await dressed({
      'word/header1.xml': header,
      'word/_rels/header1.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="x/hyperlink" Target="https://site.example/" TargetMode="External"/><Relationship Id="rId8" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId9" Type="x/image" Target="../../../../etc/passwd"/></Relationships>',
    });
    const text = all(found);
    expect(text).not.toMatch(
      /TargetMode="External"|\.example|DDE|INCLUDE|passwd|attachedTemplate|w:object|vbaProject/,
    );
    expect(Object.keys(found).filter((path) => path.endsWith('.bin'))).toEqual([]);
    for (const words of ['oude waarde', 'ingevoegd', 'onze site', 'slot', 'Ons merk'])
      expect(text).toContain(words);
    expect(read('[Content_Types].xml')).toContain('wordprocessingml.document.main+xml');
  });
});

describe('a template that cannot be read', () => {
  const reason = (file: Uint8Array) => {
    const result = readTemplate(file);
    return result.ok ? 'read' : result.reason.en;
  };

  test('is refused with what is wrong', () => {
    expect(reason(strToU8('geen zip'))).toContain('damaged');
    expect(reason(new Uint8Array())).toContain('damaged');
    expect(reason(houseFile().slice(0, 3000))).toContain('damaged');
    expect(reason(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('password');
    expect(reason(zipSync({ 'a.xml': strToU8('<a/>') }))).toContain('no Word template');
    expect(reason(houseFile({ 'word/styles.xml': '<w:styles' }))).toContain('damaged');
    expect(reason(houseFile({ 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }))).toContain(
      'damaged',
    );
    expect(reason(houseFile({ 'word/header1.xml': '<w:p>'.repeat(100_000) }))).toContain('damaged');
    const strict = (house['word/document.xml'] as string).replace(
      /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/,
      'http://purl.oclc.org/ooxml/wordprocessingml/main',
    );
    expect(reason(houseFile({ 'word/document.xml': strict }))).toContain('Strict');
  });

  test('nesting without end is refused, closed or not', () => {
    const deep = `${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}`;
    expect(reason(houseFile({ 'word/header1.xml': part('hdr', deep) }))).toContain('damaged');
  });

  test('a small file that would grow without end is not unpacked', () => {
    const blanks = new Uint8Array(80_000_000);
    const bomb = zipSync({ 'word/a.xml': blanks, 'word/b.xml': blanks });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(reason(bomb)).toContain('damaged');
  });

  test('what a header or list says that it is not does no harm', async () => {
    const { body } = await dressed({
      'word/header1.xml': null,
      'word/numbering.xml': null,
      'word/settings.xml': null,
    });
    expect(body).not.toContain('headerReference w:type="default"');
    expect(body).toContain('Klopt dit?');
  });
});
