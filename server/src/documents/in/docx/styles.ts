import { childOf, elementsOf, switchOf, under, valueOf, type Element } from './xml.js';

/** What a style says that matters here, that of the styles it is based on included. */
export interface Style {
  id: string;
  name: string;
  /** Of a heading: 1 to 9. */
  level: number | null;
  numbering: { list: string; level: number | null } | null;
  strong: boolean;
  emphasis: boolean;
}

const plain: Style = { id: '', name: '', level: null, numbering: null, strong: false, emphasis: false };
/** No style is based on more others. */
const longestChain = 30;

export class Styles {
  private readonly elements = new Map<string, Element>();
  private readonly known = new Map<string, Style>();
  private readonly standard: string | undefined;

  constructor(root: Element | undefined) {
    for (const element of elementsOf(root)) {
      const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = element.attributes;
      if (element.name !== 'w:style' || id === undefined) continue;
      if (!this.elements.has(id)) this.elements.set(id, element);
      if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) this.standard = id;
    }
  }

  has(id: string): boolean {
    return this.elements.has(id);
  }

  /** @param id of a paragraph or character style; without it the one that paragraphs have by themselves */
  style(id: string | undefined = this.standard): Style {
    if (id === undefined) return plain;
    let style = this.known.get(id);
    if (!style) this.known.set(id, (style = this.read(id)));
    return style;
  }

  private read(id: string): Style {
    const result: Style = { ...plain, id };
    const known = { level: false, numbering: false, strong: false, emphasis: false };
    let at: string | undefined = id;
    for (let i = 0; i < longestChain && at !== undefined; i++) {
      const element = this.elements.get(at);
      const name = valueOf(element, 'w:name') ?? at;
      if (i === 0) result.name = name;
      const paragraph = childOf(element, 'w:pPr');
      const outline = valueOf(paragraph, 'w:outlineLvl');
      const heading = headingOf(name) ?? headingOf(at);
      if (!known.level && (outline !== undefined || heading !== null)) {
        const level = outline === undefined ? heading! : Number(outline) + 1;
        result.level = level >= 1 && level <= 9 ? level : null;
        known.level = true;
      }
      const list = valueOf(childOf(paragraph, 'w:numPr'), 'w:numId');
      if (!known.numbering && list !== undefined) {
        const level = valueOf(under(paragraph, 'w:numPr'), 'w:ilvl');
        result.numbering = list === '0' ? null : { list, level: level === undefined ? null : Number(level) };
        known.numbering = true;
      }
      const run = childOf(element, 'w:rPr');
      for (const [key, property] of [
        ['strong', 'w:b'],
        ['emphasis', 'w:i'],
      ] as const) {
        const value = switchOf(run, property);
        if (!known[key] && value !== undefined) {
          result[key] = value;
          known[key] = true;
        }
      }
      at = valueOf(element, 'w:basedOn');
    }
    return result;
  }
}

/** Styles of headings have these names in files of any language; programs that translate them are known too. */
function headingOf(name: string): number | null {
  if (/^(?:title|titel)$/i.test(name)) return 1;
  const found = /^(?:heading|kop|überschrift|berschrift|titre) ?([1-9])$/i.exec(name);
  return found ? Number(found[1]) : null;
}
