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
  const visit = (elements: readonly InlineElement[]): void => {
    for (const element of elements) {
      const { from, to, children } = element;
      const name = nameOf(element);
      if (name === 'FootnoteReference')
        marks.references.push({ from, to, label: text.slice(from + 2, to - 1) });
      else if (name === 'InlineFootnote') marks.inlineNotes.push({ from, to });
      else if (name === 'Comment') marks.comments.push({ from, to });
      if (name === 'Link' || name === 'Image') {
        const url = children?.find((child) => nameOf(child) === 'URL');
        marks.links.push({ from, to, href: url ? { from: url.from, to: url.to } : null });
        // `[woord]` without an address is an editorial note: its brackets are text. A footnote may follow it.
        if (!url && children) {
          for (const child of children) {
            const label = nameOf(child) === 'LinkLabel' && labelOf(text, child);
            if (label) marks.references.push({ from: child.from, to: child.to, label });
          }
          visit(children.filter((child) => nameOf(child) !== 'LinkMark'));
          continue;
        }
      }
      if (hiddenNodes.has(name)) marks.hidden.push({ from, to });
      else if (children) visit(children);
    }
  };
  visit(elementsOf(text));
  return marks;
}

/** The parser's elements, whose children its types leave out. */
export interface InlineElement extends Range {
  type: number;
  children?: readonly InlineElement[];
}

export function elementsOf(text: string): readonly InlineElement[] {
  return inlineParser.parseInline(text, 0) as unknown as readonly InlineElement[];
}

export function nameOf({ type }: InlineElement): string {
  return inlineParser.nodeSet.types[type].name;
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
export function labelOf(text: string, { from, to }: Range): string | null {
  return /^\[\^([^\s[\]]{1,999})\]$/.exec(text.slice(from, to))?.[1] ?? null;
}

/** Whether a text has more marks than any letter: it is read as plain text then. */
export function isOverBudget(text: string): boolean {
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
