import type { Tree } from '@lezer/common';
import { NodeProp } from '@lezer/common';
import { tests as commonmark } from 'commonmark-spec';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockParser, inlineParser } from '../../server/src/syntax/markdown.js';
import { runsOf } from './runs.js';
import { text } from './texts.js';

/** The blocks that a tree holds, one within another, without what stands inside a line. */
function blocksOf(tree: Tree): string[] {
  const blocks: string[] = [];
  tree.iterate({
    enter({ type, from, to }) {
      if (type.prop(NodeProp.group)?.some((group) => /Block/.test(group)) || type.name === 'Paragraph')
        blocks.push(`${type.name} ${from}-${to}`);
    },
  });
  return blocks;
}

function parse(parser: typeof blockParser, source: string): Tree {
  const input = {
    length: source.length,
    lineChunks: false,
    chunk: (from: number) => source.slice(from),
    read: (from: number, to: number) => source.slice(from, to),
    isOpenComment: () => false,
  };
  const parsing = parser.startParse(input);
  for (;;) {
    const tree = parsing.advance();
    if (tree) return tree;
  }
}

/** The parser of blocks takes short cuts that the whole parser does not know. */
function expectSame(source: string): void {
  expect(blocksOf(parse(blockParser, source))).toEqual(blocksOf(parse(inlineParser, source)));
}

test('blocks are the same whether what stands inside them is read or not', () => {
  fc.assert(fc.property(text, expectSame), runsOf(1000));
});

test("the blocks of CommonMark's examples are", () => {
  for (const { markdown } of commonmark) expectSame(markdown);
});
