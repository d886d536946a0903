import type { Words } from '../../../languages/messages.js';
import type { DraftInline, DraftRemark, DraftText } from '../draft/part.js';
import type { Cell, Item, ParagraphItem, TableItem } from './items.js';
import { told } from './notices.js';
import type { Numbering } from './numbering.js';
import type { Relationship } from './package.js';
import type { Styles } from './styles.js';
import { symbolOf } from './symbols.js';
import { childOf, elementsOf, switchOf, textIn, under, valueOf, type Element } from './xml.js';

/** What the parts of one file share while they are read. */
export interface Reading {
  styles: Styles;
  numbering: Numbering;
  /** Comments by id. */
  comments: ReadonlyMap<string, DraftRemark>;
  /** The label of a note, by its kind and id; made when its mark is met. */
  labelOf(kind: 'footnote' | 'endnote', id: string): string;
  /** The label of a note whose mark stands in a bookmark. */
  bookmarked: Map<string, string>;
}

interface Field {
  code: string;
  inCode: boolean;
  href: string | undefined;
  /** What it shows is not kept. */
  drops: boolean;
}

/** Raised digits stay so: of a square, or of a mark that was typed and is no footnote of Word. */
function raised(text: string): string {
  return /^\d{1,3}$/.test(text) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]) : text;
}

type Format = Pick<DraftText, 'strong' | 'emphasis' | 'code'>;

/** Elements that only stand around others. */
const around = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
  'mc:Choice',
  'mc:Fallback',
]);

/** Reads what stands in one part of the file: the text, a header, a note. */
export class Reader {
  private readonly fields: Field[] = [];
  private readonly bookmarks = new Map<string, string>();
  private changes = 0;
  private struck = false;
  private inlines: DraftInline[] = [];
  private remarks: DraftRemark[] = [];
  private boxes: Item[] = [];
  private anchors: string[] = [];
  private href: string | undefined;
  /** Ids of headers and footers. */
  readonly margins: string[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly relationships: ReadonlyMap<string, Relationship>,
  ) {}

  blocks(parent: Element): Item[] {
    const items: Item[] = [];
    let joins = false;
    for (const element of elementsOf(parent)) {
      switch (element.name) {
        case 'w:p': {
          const own = this.paragraph(element);
          const last = items.at(-1);
          const [first, ...rest] = own;
          if (joins && last?.kind === 'paragraph' && first?.kind === 'paragraph') {
            last.inlines.push(...first.inlines);
            last.remarks.push(...first.remarks);
            items.push(...rest);
          } else items.push(...own);
          joins = isGone(under(element, 'w:pPr', 'w:rPr'));
          continue;
        }
        case 'w:tbl':
          items.push(this.table(element));
          break;
        case 'w:sdt':
          items.push(
            ...(isContents(element) ? this.contents() : this.blocks(under(element, 'w:sdtContent'))),
          );
          break;
        case 'mc:AlternateContent':
          items.push(...this.blocks(chosen(element)));
          break;
        case 'w:sectPr':
          this.section(element);
          break;
        case 'w:altChunk':
          items.push(this.bare([{ kind: 'notice', message: told.embedded }, plain('[…]')]));
          break;
        default:
          if (around.has(element.name)) items.push(...this.blocks(element));
      }
    }
    return items;
  }

  private contents(): Item[] {
    return [this.bare([{ kind: 'notice', message: told.contents }])];
  }

  private section(element: Element): void {
    for (const { name, attributes } of elementsOf(element))
      if ((name === 'w:headerReference' || name === 'w:footerReference') && attributes['r:id'])
        this.margins.push(attributes['r:id']);
  }

  private bare(inlines: DraftInline[]): ParagraphItem {
    const style = this.reading.styles.style();
    return {
      kind: 'paragraph',
      inlines,
      style,
      level: null,
      number: null,
      isLine: false,
      indent: 0,
      anchors: [],
      remarks: [],
    };
  }

  /** The paragraph, with the text boxes that are anchored in it behind it. */
  private paragraph(element: Element): Item[] {
    const properties = childOf(element, 'w:pPr');
    const style = this.reading.styles.style(valueOf(properties, 'w:pStyle'));
    const { inlines: above, remarks: others, boxes: before, anchors: names, struck } = this;
    const outer = { inlines: above, remarks: others, boxes: before, anchors: names, struck };
    this.inlines = [];
    this.remarks = [];
    this.boxes = [];
    this.anchors = [];
    this.struck = false;
    this.changes = isGone(under(properties, 'w:rPr')) ? 1 : 0;
    this.section(under(properties, 'w:sectPr'));
    this.content(element, {});
    if (this.changes > 0) this.inlines.unshift({ kind: 'notice', message: told.changes(this.changes) });
    if (this.struck) this.inlines.unshift({ kind: 'notice', message: told.struck });
    const outline = valueOf(properties, 'w:outlineLvl');
    const ownList = childOf(properties, 'w:numPr');
    const list = valueOf(ownList, 'w:numId') ?? style.numbering?.list;
    const level = valueOf(ownList, 'w:ilvl');
    const { inlines, remarks, boxes, anchors } = this;
    Object.assign(this, outer);
    const isEmpty = inlines.every((inline) => inline.kind === 'text' && inline.text.trim() === '');
    const number =
      list === undefined || list === '0'
        ? null
        : this.reading.numbering.next(
            list,
            level === undefined ? (style.numbering?.level ?? null) : Number(level),
            style.id,
          );
    const indent = childOf(properties, 'w:ind');
    const isContents = /^(?:toc|inhopg) ?\d$/i.test(style.name);
    const item: ParagraphItem = {
      kind: 'paragraph',
      inlines: isContents ? [{ kind: 'notice', message: told.contents }] : inlines,
      style,
      level: outline === undefined ? style.level : Number(outline) < 9 ? Number(outline) + 1 : null,
      number,
      isLine: isEmpty && !number && childOf(childOf(properties, 'w:pBdr'), 'w:bottom') !== undefined,
      indent: Number(indent?.attributes['w:left'] ?? indent?.attributes['w:start'] ?? 0) || 0,
      anchors,
      remarks,
    };
    return [item, ...boxes];
  }

  private content(parent: Element, format: Format): void {
    for (const element of elementsOf(parent)) this.inline(element, format);
  }

  private inline(element: Element, format: Format): void {
    const { name, attributes } = element;
    switch (name) {
      case 'w:r':
        return this.run(element, format);
      case 'w:del':
      case 'w:moveFrom':
        this.changes++;
        return;
      case 'w:hyperlink':
        return this.hyperlink(element, format);
      case 'w:fldSimple': {
        this.fields.push(fieldOf(attributes['w:instr'] ?? '', false));
        if (!this.repeatedNote()) this.content(element, format);
        this.fields.pop();
        return;
      }
      case 'w:sdt':
        return this.content(under(element, 'w:sdtContent'), format);
      case 'mc:AlternateContent':
        return this.content(chosen(element), format);
      case 'w:bookmarkStart':
        if (attributes['w:id'] && attributes['w:name']) {
          this.bookmarks.set(attributes['w:id'], attributes['w:name']);
          this.anchors.push(attributes['w:name']);
        }
        return;
      case 'w:bookmarkEnd':
        this.bookmarks.delete(attributes['w:id'] ?? '');
        return;
      case 'm:oMath':
      case 'm:oMathPara':
        this.tell(told.math);
        return this.put(textIn(element), format);
    }
    if (!around.has(name)) return;
    if (name === 'w:ins' || name === 'w:moveTo') this.changes++;
    this.content(element, format);
  }

  private hyperlink(element: Element, format: Format): void {
    const { 'r:id': id, 'w:anchor': anchor } = element.attributes;
    const closing = anchor === undefined ? undefined : this.reading.bookmarked.get(anchor);
    if (closing !== undefined) {
      this.mark(closing);
      return;
    }
    const target = id === undefined ? undefined : this.relationships.get(id);
    const outer = this.href;
    if (target?.external) this.href = target.target + (anchor ? `#${anchor}` : '');
    this.content(element, format);
    this.href = outer;
  }

  private run(element: Element, outer: Format): void {
    const properties = childOf(element, 'w:rPr');
    const style = this.reading.styles.style(valueOf(properties, 'w:rStyle') ?? '');
    const own = style.id === 'Lead' ? { strong: false, emphasis: false } : style;
    const format: Format = {
      strong: switchOf(properties, 'w:b') ?? (own.strong || outer.strong),
      emphasis: switchOf(properties, 'w:i') ?? (own.emphasis || outer.emphasis),
      code: style.id === 'CodeText',
    };
    if (switchOf(properties, 'w:vanish')) {
      const hidden = textIn(element);
      if (hidden.trim() && !this.isDropped()) {
        this.remarks.push({ type: 'remark', author: '', text: hidden });
        this.tell(told.hidden);
      }
      return;
    }
    if (switchOf(properties, 'w:strike') || switchOf(properties, 'w:dstrike')) this.struck = true;
    const isRaised = valueOf(properties, 'w:vertAlign') === 'superscript';
    // The sign of a note's own choosing follows its mark.
    let followsMark = false;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const { name, attributes } = child;
      switch (name) {
        case 'w:t':
          if (!followsMark) this.put(isRaised ? raised(textIn(child)) : textIn(child), format);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.put('\t', format);
          break;
        case 'w:br':
          if (attributes['w:type'] === undefined || attributes['w:type'] === 'textWrapping') this.lineEnd();
          else this.put(' ', format);
          break;
        case 'w:cr':
          this.lineEnd();
          break;
        case 'w:noBreakHyphen':
          this.put('-', format);
          break;
        case 'w:sym': {
          const { text, sure } = symbolOf(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
          if (!sure) this.tell(told.symbol);
          this.put(text, format);
          break;
        }
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
          if (attributes['w:id'] !== undefined && !this.isDropped()) this.note(kind, attributes['w:id']);
          followsMark = ['1', 'true', 'on'].includes(attributes['w:customMarkFollows'] ?? '');
          break;
        }
        case 'w:commentReference': {
          const remark = this.reading.comments.get(attributes['w:id'] ?? '');
          if (remark) {
            this.remarks.push(remark);
            this.tell(told.remark(remark.author));
          }
          break;
        }
        case 'w:fldChar':
          this.field(attributes['w:fldCharType']);
          break;
        case 'w:instrText': {
          const field = this.fields.at(-1);
          if (field?.inCode) field.code += textIn(child);
          break;
        }
        case 'mc:AlternateContent':
          this.drawing(chosen(child), format);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.drawing(child, format);
          break;
        case 'w:ruby':
          this.content(under(child, 'w:rubyBase'), format);
      }
    }
  }

  private lineEnd(): void {
    if (!this.isDropped()) this.inlines.push({ kind: 'break' });
  }

  private note(kind: 'footnote' | 'endnote', id: string): void {
    const label = this.reading.labelOf(kind, id);
    for (const name of this.bookmarks.values()) this.reading.bookmarked.set(name, label);
    this.mark(label);
  }

  /** Two marks have a comma between them, to be told apart. */
  private mark(label: string): void {
    const last = this.inlines.at(-1);
    if (last?.kind === 'text' && last.text === ',' && this.inlines.at(-2)?.kind === 'mark')
      this.inlines.pop();
    this.inlines.push({ kind: 'mark', label });
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(fieldOf('', true));
    else if (type === 'end') this.fields.pop();
    else if (type === 'separate') {
      const field = this.fields.at(-1);
      if (!field) return;
      Object.assign(field, fieldOf(field.code, false));
      if (this.repeatedNote()) field.drops = true;
    }
  }

  /** A field that repeats the mark of a note is another mark of that note. */
  private repeatedNote(): boolean {
    const name = /^\s*NOTEREF\s+(\S+)/.exec(this.fields.at(-1)?.code ?? '')?.[1];
    const label = name === undefined ? undefined : this.reading.bookmarked.get(name);
    if (label === undefined) return false;
    this.mark(label);
    return true;
  }

  private isDropped(): boolean {
    return this.fields.some(({ inCode, drops }) => inCode || drops);
  }

  private put(text: string, format: Format): void {
    if (text === '' || this.isDropped()) return;
    const clean = text.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/\u2011/g, '-');
    const href = this.href ?? this.fields.findLast((field) => field.href !== undefined)?.href;
    this.inlines.push({ kind: 'text', text: clean, ...format, ...(href ? { href } : {}) });
  }

  private tell(message: Words): void {
    if (!this.isDropped()) this.inlines.push({ kind: 'notice', message });
  }

  /** Text boxes follow the paragraph; of a picture its description stands in it. */
  private drawing(element: Element, format: Format): void {
    const boxes = findAll(element, 'w:txbxContent');
    for (const box of boxes) {
      const items = this.blocks(box).filter((item) => item.kind === 'table' || hasWords(item));
      const first = items.find((item) => item.kind === 'paragraph');
      if (first?.kind === 'paragraph') first.inlines.unshift({ kind: 'notice', message: told.box });
      this.boxes.push(...items);
    }
    if (boxes.length > 0 || this.isDropped()) return;
    const shown = findAll(element, 'a:blip').length + findAll(element, 'v:imagedata').length;
    const isFigure = shown > 0 || findAll(element, 'a:graphicData').length > 0 || element.name === 'w:object';
    // Lines and frames are no words.
    if (!isFigure) return;
    const [described] = [...findAll(element, 'wp:docPr'), ...findAll(element, 'v:shape')];
    const { descr, title, alt } = described?.attributes ?? {};
    this.tell(element.name === 'w:object' && shown === 0 ? told.embedded : told.image);
    this.put(`[${(descr || title || alt || '…').replace(/\s+/g, ' ').trim()}]`, format);
  }

  private table(element: Element): TableItem {
    const rows: Cell[][] = [];
    let hasHead = false;
    const addRows = (parent: Element): void => {
      for (const row of elementsOf(parent)) {
        if (row.name === 'w:tr') {
          const properties = childOf(row, 'w:trPr');
          if (childOf(properties, 'w:del')) continue;
          if (rows.length === 0) hasHead = switchOf(properties, 'w:tblHeader') ?? false;
          const cells: Cell[] = [];
          this.cells(row, cells);
          if (cells.length > 0) rows.push(cells);
        } else if (row.name === 'w:sdt') addRows(under(row, 'w:sdtContent'));
        else if (around.has(row.name)) addRows(row);
      }
    };
    addRows(element);
    return { kind: 'table', rows, hasHead };
  }

  private cells(row: Element, cells: Cell[]): void {
    for (const cell of elementsOf(row)) {
      if (cell.name === 'w:sdt') this.cells(under(cell, 'w:sdtContent'), cells);
      else if (around.has(cell.name)) this.cells(cell, cells);
      if (cell.name !== 'w:tc') continue;
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      const span = Number(valueOf(properties, 'w:gridSpan') ?? 1);
      cells.push({
        items: this.blocks(cell),
        span: span >= 1 && span <= 64 ? Math.floor(span) : 1,
        merged: merge !== undefined && merge.attributes['w:val'] !== 'restart',
        align: alignOf(valueOf(under(cell, 'w:p', 'w:pPr'), 'w:jc')),
      });
    }
  }
}

function plain(text: string): DraftText {
  return { kind: 'text', text };
}

export function hasWords(item: ParagraphItem): boolean {
  return item.inlines.some((inline) => inline.kind !== 'text' || inline.text.trim() !== '');
}

/** The paragraph's end was deleted: the next one goes on behind it. */
function isGone(run: Element): boolean {
  return childOf(run, 'w:del') !== undefined || childOf(run, 'w:moveFrom') !== undefined;
}

function isContents(element: Element): boolean {
  const gallery = valueOf(under(element, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery');
  return gallery === 'Table of Contents';
}

/** Word writes newer forms beside older ones: the first that is there is what it shows. */
function chosen(element: Element): Element {
  return childOf(element, 'mc:Choice') ?? under(element, 'mc:Fallback');
}

function alignOf(value: string | undefined): Cell['align'] {
  if (value === 'center') return 'center';
  if (value === 'right' || value === 'end') return 'right';
  return value === 'left' || value === 'start' ? 'left' : null;
}

/** Fields that count pages or gather headings show nothing that is text. */
function fieldOf(code: string, inCode: boolean): Field {
  const href = /^\s*HYPERLINK\s+"([^"]*)"/.exec(code)?.[1];
  return {
    code,
    inCode,
    href: href || undefined,
    drops: /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|TOC)\b/.test(code),
  };
}

function findAll(element: Element, name: string): Element[] {
  const found: Element[] = [];
  const look = (parent: Element): void => {
    for (const child of elementsOf(parent)) {
      if (child.name === name) found.push(child);
      else look(child.name === 'mc:AlternateContent' ? chosen(child) : child);
    }
  };
  look(element);
  return found;
}

/** The texts of notes, by id; those that are only lines are none. */
export function noteElements(root: Element | undefined, name: string): Map<string, Element> {
  const notes = new Map<string, Element>();
  for (const element of elementsOf(root)) {
    const { 'w:id': id, 'w:type': type } = element.attributes;
    if (element.name === name && id !== undefined && (type === undefined || type === 'normal'))
      notes.set(id, element);
  }
  return notes;
}
