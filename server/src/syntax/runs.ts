import type { Range } from '../text/text.js';
import { elementsOf, isOverBudget, labelOf, mayHaveMarks, nameOf, type InlineElement } from './inline.js';

/** A stretch of running text of one kind, as it is printed. Positions count from the start of the text that was read. */
export interface Run extends Range {
  /** `reference` and `note` are footnotes: a label, or the text of a note in the running text. */
  kind: 'text' | 'break' | 'reference' | 'note' | 'image';
  /** Words; the label; the note's text, as Markdown; what an image shows. */
  text: string;
  strong: boolean;
  emphasis: boolean;
  code: boolean;
  /** `[woord]`: added by the one who quotes. */
  editorial: boolean;
  /** The address of a link or an image. */
  href: string | null;
}

type Style = Pick<Run, 'strong' | 'emphasis' | 'code' | 'editorial' | 'href'>;

const plain: Style = { strong: false, emphasis: false, code: false, editorial: false, href: null };

/**
 * Reads one paragraph, heading or cell as it is printed, without comments. A `text` run as long as its stretch stands there
 * character by character. Markup that is no Markdown of the dialect is text.
 */
export function readRuns(text: string): Run[] {
  const reading = new Reading(text);
  const elements = mayHaveMarks(text) && !isOverBudget(text) ? elementsOf(text) : [];
  reading.visit(elements, 0, text.length, plain);
  return reading.runs;
}

/** Goes through the elements in order: what stands between them is text. */
class Reading {
  readonly runs: Run[] = [];

  constructor(private readonly text: string) {}

  visit(elements: readonly InlineElement[], from: number, to: number, style: Style): void {
    let done = from;
    for (const element of elements) {
      this.literal(done, element.from, style);
      this.one(element, style);
      done = element.to;
    }
    this.literal(done, to, style);
  }

  private one(element: InlineElement, style: Style): void {
    const { from, to } = element;
    const children = element.children ?? [];
    const source = this.text.slice(from, to);
    const inside = (more: Partial<Style>) => this.visit(children, from, to, { ...style, ...more });
    switch (nameOf(element)) {
      case 'StrongEmphasis':
        return inside({ strong: true });
      case 'Emphasis':
        return inside({ emphasis: true });
      case 'InlineCode':
        return this.push('text', element, codeOf(source), { ...style, code: true });
      case 'Escape':
        return this.push('text', element, source.slice(1), style);
      case 'Entity':
        return this.push('text', element, characterOf(source), style);
      case 'HardBreak':
        return this.push('break', element, '', style);
      case 'HTMLTag':
        return /^<br ?\/?>$/i.test(source)
          ? this.push('break', element, '', style)
          : this.literal(from, to, style);
      case 'Comment':
      case 'EmphasisMark':
        return;
      case 'FootnoteReference':
        return this.push('reference', element, source.slice(2, -1), style);
      case 'InlineFootnote':
        return this.push('note', element, source.slice(2, -1), style);
      case 'Autolink':
        return this.push('text', element, source.slice(1, -1), { ...style, href: hrefOf(source) });
      case 'Link':
        return this.link(element, children, style);
      case 'Image':
        return this.image(element, children, style);
      default:
        return this.literal(from, to, style);
    }
  }

  private link({ from, to }: Range, children: readonly InlineElement[], style: Style): void {
    const marks = children.filter((child) => nameOf(child) === 'LinkMark');
    // An address between the brackets is text.
    const url = children.find((child) => nameOf(child) === 'URL' && child.from >= marks[1].to);
    if (url) {
      const [open, close] = marks;
      const own = children.filter((child) => child.from >= open.to && child.to <= close.from);
      this.visit(own, open.to, close.from, { ...style, href: hrefOf(this.text.slice(url.from, url.to)) });
      return;
    }
    const label = children.find((child) => nameOf(child) === 'LinkLabel');
    const end = label?.from ?? to;
    const own = children.filter((child) => child !== label && !marks.includes(child));
    this.visit(own, from, end, { ...style, editorial: true });
    const name = label && labelOf(this.text, label);
    if (name) this.push('reference', label, name, style);
    else this.literal(end, to, style);
  }

  private image({ from, to }: Range, children: readonly InlineElement[], style: Style): void {
    const url = children.find((child) => nameOf(child) === 'URL');
    if (!url) return this.literal(from, to, style);
    const [open, close] = children.filter((child) => nameOf(child) === 'LinkMark');
    const before = this.runs.length;
    const own = children.filter((child) => child.from >= open.to && child.to <= close.from);
    this.visit(own, open.to, close.from, style);
    const alt = this.runs
      .splice(before)
      .map((run) => run.text)
      .join('');
    this.push('image', { from, to }, alt, { ...style, href: hrefOf(this.text.slice(url.from, url.to)) });
  }

  private literal(from: number, to: number, style: Style): void {
    this.push('text', { from, to }, this.text.slice(from, to), style);
  }

  private push(kind: Run['kind'], { from, to }: Range, words: string, style: Style): void {
    if (to > from) this.runs.push({ kind, from, to, text: words, ...style });
  }
}

function codeOf(source: string): string {
  const fence = /^`+/.exec(source)![0].length;
  const code = source.slice(fence, -fence).replace(/\n/g, ' ');
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}

function hrefOf(source: string): string {
  const href = /^<.*>$/.test(source) ? source.slice(1, -1) : source;
  return href.replace(/\\(?=[!"#$%&'()*+,./:;<=>?@[\\\]^_`{|}~-])/g, '').replaceAll('&amp;', '&');
}

const characters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** `&amp;` and `&#8364;`; a name that is not known is printed as it is typed. */
function characterOf(entity: string): string {
  const name = entity.slice(1, -1);
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!name.startsWith('#')) return characters[name] ?? entity;
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '\ufffd';
}
