import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../../server/src/languages/index.js';
import { writeBlocks, writeNotes } from '../../server/src/documents/in/draft/blocks.js';
import type { DraftBlock, DraftInline } from '../../server/src/documents/in/draft/part.js';
import { printed } from '../../server/src/documents/out/build.js';
import type { Inline, Piece } from '../../server/src/documents/out/document.js';
import { parseBrief } from '../../server/src/model/document.js';
import { runsOf } from './runs.js';

const { seed, numRuns } = runsOf(300);

const words = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('warmte', 'net', 'de', 'dorp', 'één', 'KNMI-rapport') },
      fc.constantFrom('*', '**', '_', '`', '[', ']', '](', '[^1]', '<b>', '&amp;', '!', '\\', '#', '|', '>'),
      fc.constantFrom('-', '+', '1.', '2024.', '12)', '---', '~~~', '(', ')', 'a_b', '=', ':', 'www.x.nl'),
      fc.constantFrom(' https://x.nl/_a ', 'a@b.nl ', '^[x]', '“ja”', '.', 'Antwoord:', '<!-- x', ':-|'),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .chain((list) => fc.constantFrom(' ', '').map((glue) => list.join(glue)));

/** Bold and italics of whole words: half a word is not always sayable. */
const text = fc
  .record({ text: words, strong: fc.boolean(), emphasis: fc.boolean(), code: fc.boolean() })
  .map(({ text: one, strong, emphasis, code }): DraftInline => {
    const styled = /^\p{L}[^|]*\p{L}$/u.test(one);
    return {
      kind: 'text',
      text: one,
      strong: strong && styled,
      emphasis: emphasis && styled,
      code: code && styled,
    };
  });
const link = fc
  .tuple(
    fc.constantFrom('hier', 'de [brief]', 'zo!'),
    fc.constantFrom('https://x.nl/a', 'https://x.nl/(b)', 'https://x.nl/a_b?c=*d*'),
  )
  .map(([one, href]): DraftInline => ({ kind: 'text', text: one, href }));
const blank: DraftInline = { kind: 'text', text: ' ' };
const line = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: text }, link, fc.constant<DraftInline>({ kind: 'mark', label: '1' })),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((inlines) => inlines.flatMap((inline) => [inline, blank]).slice(0, -1));
const lines = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((all) => all.flatMap((one, i): DraftInline[] => (i > 0 ? [{ kind: 'break' }, ...one] : one)));

const paragraph = lines.map((inlines): DraftBlock => ({ type: 'paragraph', inlines }));
const list: fc.Arbitrary<DraftBlock> = fc
  .array(fc.tuple(paragraph, fc.option(line, { nil: null })), { minLength: 1, maxLength: 3 })
  .chain((items) =>
    fc.constantFrom('-', ')').map((sign): DraftBlock => ({
      type: 'list',
      items: items.map(([first, inner], i) => ({
        marker: sign === '-' ? '-' : `${i + 1})`,
        blocks: inner
          ? [
              first,
              { type: 'list', items: [{ marker: '-', blocks: [{ type: 'paragraph', inlines: inner }] }] },
            ]
          : [first],
      })),
    })),
  );
const table = fc.tuple(lines, lines, lines, lines).map(([a, b, c, d]): DraftBlock => ({
  type: 'table',
  align: [null, 'right'],
  head: [a, b],
  rows: [[c, d]],
}));
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([level, inlines]): DraftBlock => ({ type: 'heading', level, inlines }));
const quote = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((blocks): DraftBlock => ({ type: 'quote', blocks }));
const block = fc.oneof({ weight: 4, arbitrary: paragraph }, list, table, heading, quote);

/** What is read on paper: words in order, with their style; a blank has none. */
function paperOf(inlines: readonly (DraftInline | Inline)[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind !== 'text') return inline.kind === 'notice' ? '' : '[1]';
      const { strong, emphasis, code } = inline;
      const style = `${strong ? 'S' : ''}${emphasis ? 'E' : ''}${code ? 'C' : ''}`;
      return style ? inline.text.replace(/[^ ]/g, (char) => `${style}${char}`) : inline.text;
    })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

function draftPaper(blocks: readonly DraftBlock[]): string[] {
  return blocks.flatMap((one): string[] => {
    switch (one.type) {
      case 'heading':
        return [`#${one.level} ${paperOf(one.inlines)}`];
      case 'paragraph':
        return [paperOf(one.inlines)];
      case 'list':
        return one.items.flatMap(({ marker, blocks: own }) => [marker, ...draftPaper(own)]);
      case 'table':
        return [one.head, ...one.rows].map((row) => row.map(paperOf).join(' | '));
      case 'quote':
        return ['>', ...draftPaper(one.blocks)];
      default:
        return [];
    }
  });
}

function printedPaper(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((one): string[] => {
    switch (one.type) {
      case 'heading':
        return [`#${one.level} ${paperOf(one.inlines)}`];
      case 'paragraph':
        return [paperOf(one.inlines)];
      case 'list':
        return one.items.flatMap(({ marker, pieces: own }) => [marker, ...printedPaper(own)]);
      case 'table':
        return [one.head, ...one.rows].map((row) => row.map(paperOf).join(' | '));
      case 'quote':
        return ['>', ...printedPaper(one.pieces)];
      case 'group':
      case 'question':
      case 'answer':
        return printedPaper(one.pieces);
      default:
        return [];
    }
  });
}

test('a draft that is written reads back as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
      const { nl } = languages;
      const note = writeNotes(
        [{ label: '1', blocks: [{ type: 'paragraph', inlines: [{ kind: 'text', text: 'Noot.' }] }] }],
        nl,
      );
      const source = `---\nsoort: brief\ntaal: nl\n---\n\n${writeBlocks(blocks, nl).text}\n\n${note.text}\n`;
      const read = printedPaper(printed(parseBrief(source)).pieces);
      // What opens a question or an item of a list may stand in a block of its own.
      const flat = (paper: string[]) => paper.join(' ').split(/\s+/).join(' ');
      expect(flat(read), source).toBe(flat(draftPaper(blocks)));
    }),
    { seed, numRuns },
  );
});
