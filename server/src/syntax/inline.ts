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
  if (!special.test(text) || countMarks(text) > budget) return marks;
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
        // `[woord]` without an address is an editorial note: its brackets are text.
        if (!url && children) {
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

function countMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 42 || char === 95 || char === 91 || char === 93 || char === 96 || char === 60 || char === 33)
      count++;
  }
  // Addresses cost as much.
  return count + text.split('://').length + text.split('www.').length + text.split('@').length - 3;
}

/** The text with the given ranges blanked: same length, line ends kept, so that positions stay. */
export function blank(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (from < done) continue;
    result += text.slice(done, from) + text.slice(from, to).replace(/[^\n]/g, ' ');
    done = to;
  }
  return result + text.slice(done);
}
