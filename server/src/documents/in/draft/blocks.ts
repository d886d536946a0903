import type { Language } from '../../../languages/language.js';
import { writeInlines } from './inlines.js';
import type { DraftBlock, DraftInline, DraftItem, DraftList, DraftNote, DraftTable } from './part.js';
import { indented, joined, type Written } from './written.js';

/** Blocks as Markdown of the dialect, with an empty line between them. */
export function writeBlocks(blocks: readonly DraftBlock[], language: Language): Written {
  return joined(
    blocks.map((block) => writeBlock(block, language)),
    '\n\n',
  );
}

/** The texts of notes. */
export function writeNotes(notes: readonly DraftNote[], language: Language): Written {
  return joined(
    notes.map(({ label, blocks }) => {
      const [first] = blocks;
      // A list or a table does not begin on the line of its mark.
      const opens = first?.type === 'paragraph' || blocks.length === 0;
      const text = writeBlocks(blocks, language);
      return opens
        ? indented(text, text.text ? `[^${label}]: ` : `[^${label}]:`, '    ')
        : joined([{ text: `[^${label}]:`, notices: [] }, indented(text, '    ', '    ')], '\n\n');
    }),
    '\n',
  );
}

function writeBlock(block: DraftBlock, language: Language): Written {
  switch (block.type) {
    case 'heading':
      return indented(writeInlines(block.inlines, 'heading'), `${'#'.repeat(block.level)} `, '');
    case 'paragraph':
      return writeInlines(block.inlines, 'paragraph');
    case 'list':
      return writeList(block, language);
    case 'table':
      return writeTable(block);
    case 'quote':
      return quoted(writeBlocks(block.blocks, language));
    case 'code':
      return { text: fenced(block.text), notices: [] };
    case 'break':
      return { text: '* * *', notices: [] };
    case 'remark':
      return { text: remark(block.author, block.text, language), notices: [] };
  }
}

/** So many blanks make a list of numbers no run of questions. */
const margin = '   ';

/** Items stand close together, unless one holds several blocks. */
function writeList({ items, indented: isIndented }: DraftList, language: Language): Written {
  const isTight = items.every(
    ({ blocks }) => blocks.length < 2 || blocks.slice(1).every(({ type }) => type === 'list'),
  );
  const list = joined(
    items.map((item) => writeItem(item, isTight, language)),
    isTight ? '\n' : '\n\n',
  );
  return isIndented ? indented(list, margin, margin) : list;
}

function writeItem({ marker, blocks }: DraftItem, isTight: boolean, language: Language): Written {
  const text = joined(
    blocks.map((block) => writeBlock(block, language)),
    isTight ? '\n' : '\n\n',
  );
  return indented(text, `${marker}${text.text ? ' ' : ''}`, ' '.repeat(marker.length + 1));
}

const lines = { left: ':--', center: ':-:', right: '--:' };

function writeTable({ align, head, rows }: DraftTable): Written {
  const row = (cells: readonly DraftInline[][]): Written => {
    const written = cells.map((cell) => writeInlines(cell, 'cell'));
    return {
      text: `| ${written.map(({ text }) => text).join(' | ')} |`,
      notices: written.flatMap(({ notices }) => notices),
    };
  };
  const line = { text: `| ${align.map((side) => (side ? lines[side] : '---')).join(' | ')} |`, notices: [] };
  return joined([row(head), line, ...rows.map(row)], '\n');
}

function quoted({ text, notices }: Written): Written {
  return { text: text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>'), notices };
}

function fenced(text: string): string {
  const longest = (text.match(/^`{3,}/gm) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

/** A work note of the dialect, in which nothing ends the comment early. */
function remark(author: string, text: string, { directives }: Language): string {
  const plain = (words: string) =>
    words.replace(/\s+/g, ' ').trim().replace(/-->/g, '-- >').replace(/<!--/g, '<! --');
  const owner = author ? `${directives.owner}=${plain(author).replace(/[;=]/g, ' ')}; ` : '';
  return `<!-- kb ${directives.work}: ${owner}${directives.remark}=${plain(text)} -->`;
}
