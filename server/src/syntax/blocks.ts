import { Tree, TreeFragment, type ChangedRange, type Input } from '@lezer/common';
import type { Text } from '../text/text.js';
import { blockParser, type CommentInput } from './markdown.js';

/** A block of the tree that facts are read from: a top-level block, or an item of a top-level list. */
export interface BlockNode {
  node: Tree;
  from: number;
}

/** Presents the lines of a text from `start` on to the parser, so that the text need not be joined first. */
class LineInput implements Input, CommentInput {
  readonly lineChunks = true;
  readonly length: number;

  constructor(
    private readonly text: Text,
    private readonly start: number,
  ) {
    this.length = text.length - start;
  }

  /** The rest of the line at `from`. */
  chunk(from: number): string {
    const line = this.text.lineAt(this.start + from);
    return line.text.slice(this.start + from - line.from);
  }

  read(from: number, to: number): string {
    return this.text.sliceString(this.start + from, this.start + to);
  }

  isOpenComment(from: number): boolean {
    const lines = this.text.iterRange(this.start + from + 2);
    while (!lines.next().done) {
      if (lines.lineBreak) continue;
      const end = lines.value.indexOf('-->');
      const next = lines.value.indexOf('<!--');
      if (end >= 0 || next >= 0) return end < 0 || (next >= 0 && next < end);
    }
    return true;
  }
}

/** Whole text, from `start` on. Positions of the tree count from there. */
export function parseBlocks(text: Text, start: number, fragments: readonly TreeFragment[] = []): Tree {
  return blockParser.parse(new LineInput(text, start), fragments);
}

/** How many lines the parser looks ahead or back: a table at the line after its first, a list at the line before. */
const lookAround = 2;

/**
 * What stays usable of fragments after a change, told in offsets of the body.
 * @param before the text before the change
 * @param start where the body starts in it
 */
export function fragmentsAfter(
  fragments: readonly TreeFragment[],
  before: Text,
  start: number,
  { fromA, toA, toB }: Pick<ChangedRange, 'fromA' | 'toA' | 'toB'>,
): readonly TreeFragment[] {
  const first = before.line(Math.max(1, before.lineAt(start + fromA).number - lookAround));
  const last = before.line(Math.min(before.lines, before.lineAt(start + toA).number + lookAround));
  const from = Math.max(0, first.from - start);
  const to = last.to - start;
  return TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: toB + to - toA }]);
}

/** The blocks of a tree in order. */
export function blocksOf(tree: Tree): BlockNode[] {
  const blocks: BlockNode[] = [];
  collect(tree, 0, blocks);
  return blocks;
}

function collect(tree: Tree, from: number, blocks: BlockNode[]): void {
  for (let i = 0; i < tree.children.length; i++) {
    const child = tree.children[i];
    if (!(child instanceof Tree)) continue;
    const at = from + tree.positions[i];
    const { name, isAnonymous } = child.type;
    if (isAnonymous || name === 'OrderedList' || name === 'BulletList') collect(child, at, blocks);
    else blocks.push({ node: child, from: at });
  }
}
