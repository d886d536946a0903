import { strToU8, zipSync } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const others =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a Word file is made of: the inner XML of its parts. */
export interface WordParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  header?: string;
  /** Addresses of links, by relationship id. */
  links?: Record<string, string>;
}

/** A Word file as a program writes it, with no more in it than is said. */
export function wordFile({ body, links = {}, header, ...parts }: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, xml: string) => (files[path] = strToU8(head + xml));
  const roots = {
    styles: 'styles',
    numbering: 'numbering',
    footnotes: 'footnotes',
    endnotes: 'endnotes',
    comments: 'comments',
  } as const;
  const relationships: string[] = [];
  for (const [name, root] of Object.entries(roots)) {
    const xml = parts[name as keyof typeof parts];
    if (xml === undefined) continue;
    put(`word/${name}.xml`, `<w:${root} ${w} ${others}>${xml}</w:${root}>`);
    relationships.push(`<Relationship Id="rId-${name}" Type="${types}/${name}" Target="${name}.xml"/>`);
  }
  for (const [id, address] of Object.entries(links))
    relationships.push(
      `<Relationship Id="${id}" Type="${types}/hyperlink" Target="${xmlText(address)}" TargetMode="External"/>`,
    );
  let section = '';
  if (header !== undefined) {
    put('word/header1.xml', `<w:hdr ${w} ${others}>${header}</w:hdr>`);
    relationships.push(`<Relationship Id="rId-header" Type="${types}/header" Target="header1.xml"/>`);
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId-header"/></w:sectPr>';
  }
  put('word/document.xml', `<w:document ${w} ${others}><w:body>${body}${section}</w:body></w:document>`);
  put(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationships.join('')}</Relationships>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  return zipSync(files);
}

export function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A run of text; `format` is what stands in its properties. */
export function run(text: string, format = ''): string {
  return `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
}

/** A paragraph of runs, or of plain text; `properties` is what stands in its properties. */
export function paragraph(content: string, properties = ''): string {
  const inner = content.startsWith('<') || content === '' ? content : run(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
}

export const styled = (id: string) => `<w:pStyle w:val="${id}"/>`;
export const counted = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** Lists that count: for each its levels, as `decimal %1.`. */
export function lists(...all: string[][]): string {
  const abstracts = all.map(
    (levels, i) =>
      `<w:abstractNum w:abstractNumId="${i + 1}">${levels
        .map((level, depth) => {
          const [format, ...text] = level.split(' ');
          return `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text.join(' ')}"/></w:lvl>`;
        })
        .join('')}</w:abstractNum>`,
  );
  const nums = all.map(
    (_levels, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 1}"/></w:num>`,
  );
  return abstracts.join('') + nums.join('');
}

export const footnote = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`;
export const footnoteMark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
