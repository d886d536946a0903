import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml"`;

/** A square of one red dot. */
const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

export const part = (name: string, inside: string) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${spaces}>${inside}</w:${name}>`;

export const picture = (link: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="720000" cy="720000"/><wp:docPr id="1" name="Beeldmerk" descr="Beeldmerk"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Beeldmerk"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

export const paragraph = (inside: string, style = 'Koptekst') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${inside}</w:p>`;
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const field = (instruction: string, shown: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const style = (type: string, id: string, name: string, inside = '') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${inside}</w:style>`;
const link = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;
const links = (...inside: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;

const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** The template of a house that works in Dutch, file by file: wide pages, numbered headings, a mark on the first page. */
export const house: Record<string, string | Uint8Array> = {
  '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main}.template.main+xml"/></Types>`,
  '_rels/.rels': links(link('rId1', 'officeDocument', 'word/document.xml')),
  'word/document.xml': part(
    'document',
    `<w:body>${paragraph(run('Plak hier uw tekst'), 'Standaard')}<w:sectPr><w:headerReference w:type="default" r:id="rId11"/><w:headerReference w:type="first" r:id="rId12"/><w:footerReference w:type="default" r:id="rId13"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="2268" w:right="2000" w:bottom="1134" w:left="2240" w:header="709" w:footer="709" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body>`,
  ),
  'word/_rels/document.xml.rels': links(
    link('rId1', 'styles', 'styles.xml'),
    link('rId2', 'settings', 'settings.xml'),
    link('rId3', 'numbering', 'numbering.xml'),
    link('rId4', 'vbaProject', 'vbaProject.bin'),
    link('rId11', 'header', 'header1.xml'),
    link('rId12', 'header', 'header2.xml'),
    link('rId13', 'footer', '/word/footer1.xml'),
  ),
  'word/styles.xml': part(
    'styles',
    [
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>',
      '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style>',
      style(
        'paragraph',
        'Kop1',
        'heading 1',
        '<w:basedOn w:val="Standaard"/><w:rPr><w:color w:val="154273"/></w:rPr>',
      ),
      style(
        'paragraph',
        'Kop2',
        'heading 2',
        '<w:aliases w:val="Fractie"/><w:basedOn w:val="Standaard"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:b/><w:color w:val="154273"/></w:rPr>',
      ),
      style('paragraph', 'Koptekst', 'header'),
      style('paragraph', 'Voetnoottekst', 'footnote text', '<w:rPr><w:sz w:val="14"/></w:rPr>'),
      style(
        'character',
        'Voetnootmarkering',
        'footnote reference',
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
      ),
      style('paragraph', 'HuisVraag', 'Question', '<w:basedOn w:val="Standaard"/><w:rPr><w:i/></w:rPr>'),
      style('character', 'Answer', 'Huisantwoord'),
      style('table', 'Tabelraster', 'Table Grid'),
    ].join(''),
  ),
  'word/settings.xml': part(
    'settings',
    '<w:attachedTemplate r:id="rId1"/><w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop w:val="284"/><w:autoHyphenation w:val="1"/>',
  ),
  'word/_rels/settings.xml.rels': links(
    link('rId1', 'attachedTemplate', 'https://sjablonen.example/huis.dotm', ' TargetMode="External"'),
  ),
  'word/numbering.xml': part(
    'numbering',
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Kop2"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  ),
  'word/header1.xml': part('hdr', paragraph(run('Ministerie van Voorbeelden'))),
  'word/header2.xml': part(
    'hdr',
    paragraph(
      picture('rId1') +
        run('Eerste bladzijde ') +
        field('INCLUDEPICTURE "https://beeld.example/merk.png"', 'Ons merk'),
    ),
  ),
  'word/_rels/header2.xml.rels': links(
    link('rId1', 'image', 'media/merk.png'),
    link('rId2', 'image', 'https://beeld.example/merk.png', ' TargetMode="External"'),
  ),
  'word/footer1.xml': part('ftr', paragraph(run('Bladzijde ') + field('PAGE', '1'))),
  'word/media/merk.png': dot,
  'word/vbaProject.bin': new Uint8Array([1, 2, 3]),
};

/** A template as one file; `null` leaves a file out. */
export function houseFile(changes: Record<string, string | Uint8Array | null> = {}): Uint8Array {
  const files = Object.entries({ ...house, ...changes }).flatMap(([path, content]) =>
    content === null ? [] : [[path, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(files));
}
