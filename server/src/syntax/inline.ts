import { mapMatches } from '../text/matches.js';
import type { Range } from '../text/text.js';
import { inlineParser } from './markdown.js';

/** What stands inside a block besides plain words. Positions count from the start of the text that was read. */
export interface InlineMarks {
  references: (Range & { label: string })[];
  inlineNotes: Range[];
  comments: Range[];
  links: (Range & { href: Range | null })[];
  /** Code, addresses, comments and markup: no words of the letter. */
  hidden: Range[];
}

/** So many marks in one block are no letter but an attack; beyond it the block is read as plain text. */
const budget = 1500;

const special = /[`<[\\^*_!&@]|:\/\/|www\./;
/** A reference as the parser has it, and what is none: most blocks hold no other marks, and need no parser. */
const reference = /\[\^([^\s\p{Cc}[\]]{1,1000})\]/gu;
const otherMarks = /[`<\\*_!&@]|\^\[|\[(?!\^[^\s\p{Cc}[\]]{1,1000}\])|:\/\/|www\./u;

export function noMarks(): InlineMarks {
  return { references: [], inlineNotes: [], comments: [], links: [], hidden: [] };
}

/** Whether a text may hold marks at all. */
export function mayHaveMarks(text: string): boolean {
  return special.test(text);
}

/** Reads one paragraph, heading or cell. Time is linear in its length, thanks to the budget. */
export function readInline(text: string): InlineMarks {
  const marks = noMarks();
  if (!special.test(text) || isOverBudget(text)) return marks;
  if (!otherMarks.test(text)) {
    marks.references = mapMatches(text, reference, ({ index: from, 0: mark, 1: label }) => ({
      from,
      to: from + mark.length,
      label,
    }));
    marks.hidden = marks.references.map(({ from, to }) => ({ from, to }));
    return marks;
  }
  const node = inlineParser.nodeSet.types;
  const visit = (elements: readonly InlineElement[]): void => {
    for (const { type, from, to, children } of elements) {
      const name = node[type].name;
      if (name === 'FootnoteReference')
        marks.references.push({ from, to, label: text.slice(from + 2, to - 1) });
      else if (name === 'InlineFootnote') marks.inlineNotes.push({ from, to });
      else if (name === 'Comment') marks.comments.push({ from, to });
      if (name === 'Link' || name === 'Image') {
        const url = children?.find((child) => node[child.type].name === 'URL');
        marks.links.push({ from, to, href: url ? { from: url.from, to: url.to } : null });
        // `[woord]` without an address is an editorial note: its brackets are text. A footnote may follow it.
        if (!url && children) {
          for (const child of children) {
            const label = node[child.type].name === 'LinkLabel' && labelOf(text, child);
            if (label) marks.references.push({ from: child.from, to: child.to, label });
          }
          visit(children.filter((child) => node[child.type].name !== 'LinkMark'));
          continue;
        }
      }
      if (hiddenNodes.has(name)) marks.hidden.push({ from, to });
      else if (children) visit(children);
    }
  };
  visit(inlineParser.parseInline(text, 0) as unknown as readonly InlineElement[]);
  return marks;
}

/** The parser's elements, whose children its types leave out. */
interface InlineElement extends Range {
  type: number;
  children?: readonly InlineElement[];
}

const hiddenNodes = new Set([
  'InlineCode',
  'Comment',
  'HTMLTag',
  'ProcessingInstruction',
  'URL',
  'Autolink',
  'FootnoteReference',
  'InlineFootnote',
  'EmphasisMark',
  'LinkMark',
  'LinkLabel',
  'LinkTitle',
  'Escape',
  'Entity',
]);

/** `[^label]` behind a bracket, where the parser sees the label of a link. */
function labelOf(text: string, { from, to }: Range): string | null {
  return /^\[\^([^\s[\]]{1,999})\]$/.exec(text.slice(from, to))?.[1] ?? null;
}

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

/**
 * Reads one paragraph, heading or cell as it is printed, without comments. A `text` run as long as its stretch stands there
 * character by character. Markup that is no Markdown of the dialect is text.
 */
export function readRuns(text: string): Run[] {
  const runs: Run[] = [];
  const node = inlineParser.nodeSet.types;
  const plain: Style = { strong: false, emphasis: false, code: false, editorial: false, href: null };
  if (special.test(text) && !isOverBudget(text))
    visit(inlineParser.parseInline(text, 0) as unknown as readonly InlineElement[], 0, text.length, plain);
  else push('text', { from: 0, to: text.length }, text, plain);
  return runs;

  function push(kind: Run['kind'], { from, to }: Range, words: string, style: Style): void {
    if (to > from) runs.push({ kind, from, to, text: words, ...style });
  }

  function literal(from: number, to: number, style: Style): void {
    push('text', { from, to }, text.slice(from, to), style);
  }

  function visit(elements: readonly InlineElement[], from: number, to: number, style: Style): void {
    let done = from;
    for (const element of elements) {
      literal(done, element.from, style);
      one(element, style);
      done = element.to;
    }
    literal(done, to, style);
  }

  function one(element: InlineElement, style: Style): void {
    const { type, from, to } = element;
    const children = element.children ?? [];
    const source = text.slice(from, to);
    const inside = (more: Partial<Style>) => visit(children, from, to, { ...style, ...more });
    switch (node[type].name) {
      case 'StrongEmphasis':
        return inside({ strong: true });
      case 'Emphasis':
        return inside({ emphasis: true });
      case 'InlineCode':
        return push('text', element, codeOf(source), { ...style, code: true });
      case 'Escape':
        return push('text', element, source.slice(1), style);
      case 'Entity':
        return push('text', element, characterOf(source), style);
      case 'HardBreak':
        return push('break', element, '', style);
      case 'HTMLTag':
        return /^<br ?\/?>$/i.test(source) ? push('break', element, '', style) : literal(from, to, style);
      case 'Comment':
      case 'EmphasisMark':
        return;
      case 'FootnoteReference':
        return push('reference', element, source.slice(2, -1), style);
      case 'InlineFootnote':
        return push('note', element, source.slice(2, -1), style);
      case 'Autolink':
        return push('text', element, source.slice(1, -1), { ...style, href: hrefOf(source) });
      case 'Link':
        return link(element, children, style);
      case 'Image':
        return image(element, children, style);
      default:
        return literal(from, to, style);
    }
  }

  function link({ from, to }: Range, children: readonly InlineElement[], style: Style): void {
    const marks = children.filter((child) => node[child.type].name === 'LinkMark');
    // An address between the brackets is text.
    const url = children.find((child) => node[child.type].name === 'URL' && child.from >= marks[1].to);
    if (url) {
      const [open, close] = marks;
      const own = children.filter((child) => child.from >= open.to && child.to <= close.from);
      visit(own, open.to, close.from, { ...style, href: hrefOf(text.slice(url.from, url.to)) });
      return;
    }
    const label = children.find((child) => node[child.type].name === 'LinkLabel');
    const end = label?.from ?? to;
    const own = children.filter((child) => child !== label && !marks.includes(child));
    visit(own, from, end, { ...style, editorial: true });
    const name = label && labelOf(text, label);
    if (name) push('reference', label, name, style);
    else literal(end, to, style);
  }

  function image({ from, to }: Range, children: readonly InlineElement[], style: Style): void {
    const url = children.find((child) => node[child.type].name === 'URL');
    if (!url) return literal(from, to, style);
    const [open, close] = children.filter((child) => node[child.type].name === 'LinkMark');
    const before = runs.length;
    const own = children.filter((child) => child.from >= open.to && child.to <= close.from);
    visit(own, open.to, close.from, style);
    const alt = runs
      .splice(before)
      .map((run) => run.text)
      .join('');
    push('image', { from, to }, alt, { ...style, href: hrefOf(text.slice(url.from, url.to)) });
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

function isOverBudget(text: string): boolean {
  if (text.length <= budget) return false;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 42 || char === 95 || char === 91 || char === 93 || char === 96 || char === 60 || char === 33)
      count++;
  }
  // Addresses cost as much.
  count += text.split('://').length + text.split('www.').length + text.split('@').length - 3;
  return count > budget;
}

/** The text with the given ranges blanked: same length, line ends kept, so that positions stay. */
export function blank(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result +=
      text.slice(done, from) + text.slice(from, to).replace(/[^\n]+/g, ({ length }) => ' '.repeat(length));
    done = to;
  }
  return result + text.slice(done);
}
