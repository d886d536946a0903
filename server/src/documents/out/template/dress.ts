import { strFromU8, strToU8 } from 'fflate';
import { readXml, writeXml, type Document } from '../../office/xml.js';
import { mergeNumbering } from './numbering.js';
import type { TemplatePart } from './parts.js';
import type { Template } from './read.js';
import { mergeSettings } from './settings.js';
import { mergeStyles, setLanguage } from './styles.js';

type Files = Record<string, Uint8Array>;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** What our own files do not hold already. */
const moreTypes: Record<string, string> = {
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
};

/**
 * A document for Word in the looks of a house: its styles, theme, fonts, lists, page setup, headers and footers. The text is
 * that of the document.
 * @param files of a document as we make them
 * @param locale of the document
 */
export function dressed(files: Files, template: Template, locale: string): Files {
  return new Dresser(files, template).run(locale);
}

class Dresser {
  private readonly files: Files;
  private readonly copied = new Map<string, string>();
  private links = 0;

  constructor(
    files: Files,
    private readonly template: Template,
  ) {
    this.files = { ...files };
  }

  run(locale: string): Files {
    const { page, numbering, styles, theme, fonts, settings } = this.template;
    if (page) this.pages(page);
    if (numbering) this.lists(numbering);
    if (styles) this.styles(styles, locale);
    if (settings) this.changeXml('word/settings.xml', (ours) => mergeSettings(ours, settings));
    if (theme) this.put('word/theme/theme1.xml', theme);
    if (fonts) this.put('word/fontTable.xml', fonts);
    for (const [ending, type] of Object.entries(moreTypes))
      this.change('[Content_Types].xml', (xml) =>
        xml.replace(/(?=<Override)/, `<Default ContentType="${type}" Extension="${ending}"/>`),
      );
    return this.files;
  }

  /** Our own page number stays where the house has nothing above or below its pages. */
  private pages({ margins, elements, parts }: NonNullable<Template['page']>): void {
    const names = new Map<string, string>();
    const references = margins.map(({ name, type, link }) => {
      if (!names.has(link))
        names.set(link, this.addMargin(name === 'headerReference' ? 'header' : 'footer', parts.get(link)!));
      return `<w:${name} w:type="${type}" r:id="${names.get(link)}"/>`;
    });
    const setup = elements.map((element) => strFromU8(writeXml(element))).join('');
    this.change('word/document.xml', (xml) => {
      const from = xml.lastIndexOf('<w:sectPr');
      const own = /<w:footerReference [^<>]*\/>/.exec(xml.slice(from))?.[0] ?? '';
      return `${xml.slice(0, from)}<w:sectPr>${references.join('') || own}${setup}</w:sectPr></w:body></w:document>`;
    });
    if (references.length > 0) this.drop('word/footer1.xml');
  }

  private addMargin(kind: 'header' | 'footer', part: TemplatePart): string {
    const link = `rIdHouse${++this.links}`;
    const name = `house${this.links}.xml`;
    this.put(`word/${name}`, part);
    this.change('word/_rels/document.xml.rels', (xml) => withLink(xml, link, `${office}/${kind}`, name));
    this.change('[Content_Types].xml', (xml) =>
      xml.replace(
        '</Types>',
        `<Override ContentType="${wordTypes}.${kind}+xml" PartName="/word/${name}"/></Types>`,
      ),
    );
    return link;
  }

  private lists({ part, xml: house }: NonNullable<Template['numbering']>): void {
    const xml = house.cloneNode(true) as Document;
    const step = mergeNumbering(xml, readXml(this.files['word/numbering.xml']));
    this.put('word/numbering.xml', { ...part, data: writeXml(xml) });
    for (const path of texts)
      this.change(path, (own) =>
        own.replace(
          /(<w:numId w:val=")(\d{1,9})(?=")/g,
          (_all, open: string, id: string) => `${open}${Number(id) + step}`,
        ),
      );
  }

  private styles(house: Document, locale: string): void {
    const styles = house.cloneNode(true) as Document;
    const reference = /(<w:(?:pStyle|rStyle|tblStyle) w:val=")([^"]{1,200})(?=")/g;
    const used = texts.flatMap((path) => [...this.text(path).matchAll(reference)].map(([, , id]) => id));
    const mapped = mergeStyles(styles, readXml(this.files['word/styles.xml']), new Set(used));
    setLanguage(styles, locale);
    this.files['word/styles.xml'] = writeXml(styles);
    for (const path of texts)
      this.change(path, (xml) =>
        xml.replace(reference, (_all, open: string, id: string) => open + attribute(mapped.get(id) ?? id)),
      );
  }

  /** A file of the template, with the files that it refers to. */
  private put(path: string, { data, links }: TemplatePart): void {
    this.files[path] = data;
    const at = path.lastIndexOf('/') + 1;
    const up = '../'.repeat(path.split('/').length - 2);
    const relations = links.reduce(
      (xml, link) => withLink(xml, link.id, `${office}/${link.type}`, up + this.copy(link.path)),
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    );
    this.files[`${path.slice(0, at)}_rels/${path.slice(at)}.rels`] = strToU8(relations);
  }

  /** @returns where the file stands, seen from the folder of the text */
  private copy(path: string): string {
    if (!this.copied.has(path)) {
      const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
      const name = `media/house${this.copied.size + 1}.${ending}`;
      this.files[`word/${name}`] = this.template.file(path);
      this.copied.set(path, name);
    }
    return this.copied.get(path)!;
  }

  private drop(path: string): void {
    const name = path.slice(path.lastIndexOf('/') + 1);
    delete this.files[path];
    delete this.files[`word/_rels/${name}.rels`];
    const without = (xml: string) =>
      xml.replace(new RegExp(`<(?:Override|Relationship) [^<>]*"(?:/word/)?${name}"[^<>]*/>`), '');
    this.change('word/_rels/document.xml.rels', without);
    this.change('[Content_Types].xml', without);
  }

  private text(path: string): string {
    return this.files[path] ? strFromU8(this.files[path]) : '';
  }

  private change(path: string, edit: (xml: string) => string): void {
    if (this.files[path]) this.files[path] = strToU8(edit(this.text(path)));
  }

  private changeXml(path: string, edit: (xml: Document) => void): void {
    const xml = readXml(this.files[path]);
    edit(xml);
    this.files[path] = writeXml(xml);
  }
}

/** Where styles and lists of ours are used. */
const texts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml', 'word/footer1.xml'];

function withLink(xml: string, id: string, type: string, target: string): string {
  const link = `<Relationship Id="${attribute(id)}" Type="${type}" Target="${target}"/>`;
  return xml.replace('</Relationships>', () => `${link}</Relationships>`);
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
