import type { DraftBlock, DraftInline, DraftNote, DraftTable } from '../draft/part.js';
import { isSpacer, lookIn, pictured, textIn, type Look } from './inlines.js';
import { nested, signOf, type Item } from './lists.js';
import type { Notes } from './notes.js';
import {
  allIn,
  attribute,
  elementsIn,
  isElement,
  isSilent,
  styleOf,
  textOf,
  type Element,
  type Node,
} from './tree.js';

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);

/** What is read stands here: paragraphs, and items of lists that the source writes as paragraphs. */
type Found = DraftBlock | { type: 'item'; item: Item };

/** Reads the blocks of HTML, with the notes that their marks lead to. */
export class BlockReader {
  private readonly labels = new Map<Element, string>();
  private readonly texts = new Map<string, Element>();
  private readonly holders = new Set<Element>();

  /** @param labelFor gives a note a label of its own, from its text */
  constructor(
    private readonly body: Element,
    private readonly notes: Notes,
    private readonly labelFor: (text: string) => string,
  ) {
    this.findHolders(body);
  }

  run(): { blocks: DraftBlock[]; notes: DraftNote[] } {
    const blocks = this.blocks([this.body], {});
    const notes: DraftNote[] = [];
    // A note can refer to another.
    for (const [label, element] of this.texts) {
      this.notes.apart.delete(element);
      notes.push({ label, blocks: withoutMark(this.blocks(element.childNodes, {})) });
    }
    return { blocks, notes };
  }

  /** Elements that hold blocks, however deep; others are running text. */
  private findHolders(element: Element): boolean {
    let holds = blockTags.has(element.tagName);
    for (const child of elementsIn(element)) if (this.findHolders(child)) holds = true;
    if (holds) this.holders.add(element);
    return holds;
  }

  private blocks(nodes: readonly Node[], look: Look): DraftBlock[] {
    const found: Found[] = [];
    this.read(nodes, look, found);
    const blocks: DraftBlock[] = [];
    for (let i = 0; i < found.length;) {
      const items: Item[] = [];
      for (let one = found[i]; one?.type === 'item'; one = found[++i]) items.push(one.item);
      if (items.length > 0) blocks.push(...nested(items));
      else blocks.push(found[i++] as DraftBlock);
    }
    return blocks;
  }

  private read(nodes: readonly Node[], look: Look, found: Found[]): void {
    let inlines: DraftInline[] = [];
    const end = () => {
      found.push(...paragraphsOf(inlines));
      inlines = [];
    };
    for (const node of nodes) {
      if (isElement(node) && this.holders.has(node)) {
        end();
        this.readBlock(node, look, found);
      } else this.inline(node, look, false, inlines);
    }
    end();
  }

  private readBlock(element: Element, look: Look, found: Found[]): void {
    const { tagName } = element;
    if (this.isApart(element)) {
      if (!this.isNote(element))
        for (const child of elementsIn(element)) if (this.isApart(child)) this.readBlock(child, look, found);
      return;
    }
    const own = lookIn(element, look);
    const level = headingLevel(element);
    if (level) {
      const inlines = this.inlines(element, { ...own, strong: false });
      if (isShown(inlines)) found.push({ type: 'heading', level, inlines: onOneLine(inlines) });
    } else if (tagName === 'hr') found.push({ type: 'break' });
    else if (tagName === 'pre') found.push({ type: 'code', text: textOf(element).replace(/^\n/, '') });
    else if (tagName === 'blockquote') {
      const blocks = this.blocks(element.childNodes, own);
      if (blocks.length > 0) found.push({ type: 'quote', blocks });
    } else if (tagName === 'table') this.readTable(element, own, found);
    else if (tagName === 'ul' || tagName === 'ol') found.push(...nested(this.items(element, own, 1)));
    else if (tagName === 'li')
      found.push({
        type: 'item',
        item: { level: 1, sign: '•', blocks: this.blocks(element.childNodes, own) },
      });
    else if (/mso-list:l\d+level\d/.test(styleOf(element)))
      found.push({ type: 'item', item: this.wordItem(element, own) });
    else this.read(element.childNodes, own, found);
  }

  private items(list: Element, look: Look, level: number): Item[] {
    const items: Item[] = [];
    const isOrdered = list.tagName === 'ol';
    let number = Number.parseInt(attribute(list, 'start'), 10);
    if (!(number >= 0)) number = 1;
    const style = (element: Element) => /list-style(?:-type)?:([a-z-]+)/.exec(styleOf(element))?.[1];
    for (const child of list.childNodes) {
      if (!isElement(child)) {
        const blocks = this.blocks([child], look);
        if (blocks.length > 0) items.push({ level, sign: '•', blocks });
        continue;
      }
      if (this.isApart(child)) continue;
      // Some programs put a list in a list, beside its item.
      if (child.tagName === 'ul' || child.tagName === 'ol') items.push(...this.items(child, look, level + 1));
      else {
        const value = Number.parseInt(attribute(child, 'value'), 10);
        if (value >= 0) number = value;
        const type = style(child) ?? style(list) ?? attribute(list, 'type');
        const shown = elementsIn(child).find(isSign);
        const sign = shown ? textOf(shown).trim() : isOrdered && type !== 'none' ? signOf(type, number) : '•';
        items.push({ level, sign, blocks: this.blocks(child.childNodes, lookIn(child, look)) });
        number++;
      }
    }
    return items;
  }

  /** Word writes an item as a paragraph that shows its sign. */
  private wordItem(element: Element, look: Look): Item {
    const level = Number(/level(\d)/.exec(styleOf(element))![1]) || 1;
    const sign = allIn(element).find((one) => isSign(one));
    const text = sign ? textOf(sign).replace(/\s+/g, '') : '';
    const inlines = this.inlines(element, look);
    return { level, sign: text || '•', blocks: paragraphsOf(inlines) };
  }

  private readTable(table: Element, look: Look, found: Found[]): void {
    const rows = rowsOf(table).map((row) =>
      elementsIn(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
    );
    const width = Math.max(
      0,
      ...rows.map((cells) => cells.reduce((sum, cell) => sum + spanOf(cell, 'colspan'), 0)),
    );
    // A table of one column only places its text.
    if (width < 2) {
      for (const row of rows) for (const cell of row) this.read(cell.childNodes, look, found);
      return;
    }
    const grid = gridOf(rows, width).map((cells) =>
      cells.map((cell) => (cell ? this.cell(cell, lookIn(cell, look)) : [])),
    );
    const shown = grid.filter((cells) => cells.some(isShown));
    const [head, ...rest] = shown;
    if (!head) return;
    const sides =
      rows.find((cells) => cells.length === width && cells.every(({ tagName }) => tagName === 'td')) ?? [];
    const align = Array.from({ length: width }, (_, i) => sideOf(sides[i]));
    found.push({ type: 'table', align, head: head.map(withoutBold), rows: rest });
  }

  /** A cell is one line: its paragraphs stand below each other in it. */
  private cell(cell: Element, look: Look): DraftInline[] {
    const lines = flat(this.blocks(cell.childNodes, look));
    return lines.flatMap((line, i) => (i > 0 ? [{ kind: 'break' } as const, ...line] : line));
  }

  private inlines(element: Element, look: Look): DraftInline[] {
    const inlines: DraftInline[] = [];
    for (const node of element.childNodes) this.inline(node, look, isSpacer(element), inlines);
    return inlines;
  }

  private inline(node: Node, look: Look, spaces: boolean, into: DraftInline[]): void {
    if (!isElement(node)) {
      if (node.nodeName === '#text') into.push(...textIn(node, look, spaces));
      return;
    }
    if (this.notes.back.has(node) || this.isApart(node) || isSign(node)) return;
    const note = this.markIn(node);
    if (note) {
      into.push({ kind: 'mark', label: this.label(note) });
      return;
    }
    const picture = pictured(node, look);
    if (picture) {
      into.push(...picture);
      return;
    }
    const own = lookIn(node, look);
    for (const child of node.childNodes) this.inline(child, own, spaces || isSpacer(node), into);
  }

  /** The note that a link leads to; what raises a link goes with it. */
  private markIn(element: Element): Element | undefined {
    const direct = this.notes.marks.get(element);
    if (direct || element.tagName !== 'sup') return direct;
    const [only, ...others] = elementsIn(element);
    return only && others.length === 0 && textOf(only) === textOf(element).trim()
      ? this.notes.marks.get(only)
      : undefined;
  }

  private label(note: Element): string {
    const known = this.labels.get(note);
    if (known) return known;
    const text = textOf(note)
      .replace(/\s+/g, ' ')
      .replace(/^\s?[[(]?\d{1,4}[\])]?(?=\s)/, '')
      .trim();
    const label = this.labelFor(text);
    this.labels.set(note, label);
    this.texts.set(label, note);
    return label;
  }

  private isApart(element: Element): boolean {
    return this.notes.apart.has(element) || isSilent(element);
  }

  private isNote(element: Element): boolean {
    return [...this.notes.marks.values()].includes(element) || isSilent(element);
  }
}

function headingLevel(element: Element): number {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level) return Number(level);
  return element.tagName === 'p' && /\bMsoTitle\b/.test(attribute(element, 'class')) ? 1 : 0;
}

/** What Word, or our own page, shows before an item. */
function isSign(element: Element): boolean {
  return styleOf(element).includes('mso-list:ignore') || attribute(element, 'class') === 'marker';
}

function isShown(inlines: readonly DraftInline[]): boolean {
  return inlines.some((one) => one.kind === 'mark' || (one.kind === 'text' && one.text.trim() !== ''));
}

/** Two breaks after each other end a paragraph. */
function paragraphsOf(inlines: readonly DraftInline[]): DraftBlock[] {
  const paragraphs: DraftInline[][] = [[]];
  let breaks = 0;
  for (const inline of inlines) {
    if (inline.kind === 'break') {
      breaks++;
      continue;
    }
    if (inline.kind === 'text' && inline.text.trim() === '' && breaks > 0) continue;
    if (breaks > 1) paragraphs.push([]);
    else if (breaks === 1) paragraphs.at(-1)!.push({ kind: 'break' });
    breaks = 0;
    paragraphs.at(-1)!.push(inline);
  }
  return paragraphs.filter(isShown).map((own) => ({ type: 'paragraph', inlines: own }));
}

function onOneLine(inlines: readonly DraftInline[]): DraftInline[] {
  return inlines.map((inline) => (inline.kind === 'break' ? { kind: 'text', text: ' ' } : inline));
}

/** The head of a table is bold by itself. */
function withoutBold(inlines: readonly DraftInline[]): DraftInline[] {
  return inlines.map((inline) => (inline.kind === 'text' ? { ...inline, strong: false } : inline));
}

/** A note whose mark stands in its text, not in a link of its own. */
function withoutMark(blocks: readonly DraftBlock[]): DraftBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph') return [...blocks];
  const [opening, ...others] = first.inlines;
  if (opening?.kind !== 'text') return [...blocks];
  const text = opening.text.replace(/^\s*(?:\[\d{1,4}\]|\^|\d{1,4}[.)]?(?=\s*$))\s*/, '').trimStart();
  const inlines = text ? [{ ...opening, text }, ...others] : others;
  return isShown(inlines) ? [{ ...first, inlines }, ...rest] : rest;
}

function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((one) =>
    one.tagName === 'tr'
      ? [one]
      : /^t(?:head|body|foot)$/.test(one.tagName)
        ? elementsIn(one).filter(({ tagName }) => tagName === 'tr')
        : [],
  );
}

const widest = 100;

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  return Math.min(widest, Math.max(1, Number.parseInt(attribute(cell, name), 10) || 1));
}

/** Cells in their columns: one that spans several fills the first. */
function gridOf(rows: readonly Element[][], width: number): (Element | null)[][] {
  const grid: (Element | null | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y][x] !== undefined) x++;
      for (let down = 0; down < spanOf(cell, 'rowspan') && y + down < rows.length; down++)
        for (let right = 0; right < spanOf(cell, 'colspan'); right++)
          grid[y + down][x + right] = down === 0 && right === 0 ? cell : null;
    }
  });
  return grid.map((cells) =>
    Array.from({ length: Math.max(width, ...grid.map(({ length }) => length)) }, (_, x) => cells[x] ?? null),
  );
}

function sideOf(cell: Element | undefined): DraftTable['align'][number] {
  if (!cell) return null;
  const side = /(?:^|;)text-align:(\w+)/;
  const found = [cell, ...elementsIn(cell)]
    .map((one) => side.exec(styleOf(one))?.[1] ?? attribute(one, 'align').toLowerCase())
    .find(Boolean);
  return found === 'right' || found === 'center' ? found : null;
}

/** The lines of blocks, for a place that has no blocks. */
function flat(blocks: readonly DraftBlock[]): DraftInline[][] {
  return blocks.flatMap((block): DraftInline[][] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [block.inlines];
      case 'list':
        return block.items.flatMap(({ marker, blocks: inner }) => {
          const [first = [], ...rest] = flat(inner);
          return [[{ kind: 'text', text: `${marker} ` }, ...first], ...rest];
        });
      case 'quote':
        return flat(block.blocks);
      case 'table':
        return [block.head, ...block.rows].map((row) =>
          row.flatMap((cell, i): DraftInline[] => (i > 0 ? [{ kind: 'text', text: ' ' }, ...cell] : cell)),
        );
      case 'code':
        return [[{ kind: 'text', text: block.text }]];
      default:
        return [];
    }
  });
}
