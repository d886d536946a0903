import { Tree, type Input } from '@lezer/common';
import type { Range, Text } from '../text/text.js';
import { blockParser, type CommentInput } from './markdown.js';

/** A block that facts are read from: a top-level block, or an item of a top-level list. */
export interface BlockNode {
  node: Tree;
  /** Offset in the text; behind the indentation, if there is any. */
  from: number;
}

/** Presents the lines of a text to the parser, so that the text need not be joined first. */
class LineInput implements Input, CommentInput {
  readonly lineChunks = true;
  readonly length: number;
  /** The line that was asked for last, and those that follow it: the parser goes from one to the next. */
  private from = -1;
  private line = '';
  private following: Iterator<string> | null = null;

  constructor(private readonly text: Text) {
    this.length = text.length;
  }

  /** The rest of the line at `from`. */
  chunk(from: number): string {
    if (from === this.from) return this.line;
    if (this.following && from === this.from + this.line.length + 1)
      this.line = this.following.next().value ?? '';
    else {
      const { number, text, from: start } = this.text.lineAt(from);
      this.line = text.slice(from - start);
      this.following = number < this.text.lines ? this.text.iterLines(number + 1)[Symbol.iterator]() : null;
    }
    this.from = from;
    return this.line;
  }

  read(from: number, to: number): string {
    return this.text.sliceString(from, to);
  }

  isOpenComment(from: number): boolean {
    const lines = this.text.iterRange(from + 2);
    while (!lines.next().done) {
      if (lines.lineBreak) continue;
      const end = lines.value.indexOf('-->');
      const next = lines.value.indexOf('<!--');
      if (end >= 0 || next >= 0) return end < 0 || (next >= 0 && next < end);
    }
    return true;
  }
}

/**
 * Parses the blocks from `from`, up to and including the one that `to` lies in. Where a block begins, nothing that
 * stands before it matters any more: parsed from there, blocks are what they are in the whole text.
 * @param from the start of the body, or of a line in which a block begins
 */
export function parseBlocks(text: Text, from: number, to: number): BlockNode[] {
  const parse = blockParser.startParse(new LineInput(text), [], [{ from, to: text.length }]);
  parse.stopAt(to);
  let tree: Tree | null = null;
  while (!tree) tree = parse.advance();
  const blocks: BlockNode[] = [];
  collect(tree, from, blocks);
  return blocks;
}

/** How far the parser looks ahead for where a block begins, in lines: a table is known by its second line. */
const lookAhead = 1;

/** Nodes for the blocks from index `from` up to `to`. */
export interface Replacement extends Range {
  nodes: BlockNode[];
}

/**
 * Parses what a change can have reached: from a block that stands clear of it, to one that begins where it began before.
 * @param old all blocks before the change
 * @param start of the body
 * @param change told in the text before
 * @param shift by which what follows the change has moved
 * @param doubtful index of the last block before the change that may be otherwise for what follows far below; or -1
 */
export function parseChange(
  old: readonly BlockNode[],
  before: Text,
  after: Text,
  start: number,
  change: Range,
  shift: number,
  doubtful: number,
): Replacement {
  const clear = before.lineAt(change.from).number - lookAhead - 1;
  const beside = clear < 1 ? -1 : lastBefore(old, before.line(clear).to);
  const first = doubtful < 0 ? beside : Math.min(beside, doubtful);
  const next = lastBefore(old, before.lineAt(change.to).to) + 1;
  const startLine = first < 0 ? start : before.lineAt(old[first].from).from;
  for (let reach = 0; ; reach = reach * 8 + 8) {
    const stop = old.at(next + reach);
    const nodes = parseBlocks(after, startLine, stop ? stop.from + shift : after.length);
    const end = meet(old, next, nodes, shift) ?? (stop ? null : { to: old.length, count: nodes.length });
    if (!end) continue;
    let from = Math.max(0, first);
    let kept = 0;
    const most = doubtful < 0 ? end.to : Math.min(end.to, doubtful);
    while (from < most && kept < end.count && isUntouched(old[from], nodes[kept], change.from)) {
      from++;
      kept++;
    }
    return { from, to: end.to, nodes: nodes.slice(kept, end.count) };
  }
}

/** The first of the old blocks, from `next` on, where a node begins as well; `count` nodes stand before it. */
function meet(
  old: readonly BlockNode[],
  next: number,
  nodes: readonly BlockNode[],
  shift: number,
): { to: number; count: number } | null {
  let count = 0;
  for (let to = next; to < old.length; to++) {
    const from = old[to].from + shift;
    while (count < nodes.length && nodes[count].from < from) count++;
    if (count === nodes.length) return null;
    if (nodes[count].from === from) return { to, count };
  }
  return null;
}

/** Whether a block that ends before `end` is parsed as it was before. */
function isUntouched(old: BlockNode, { node, from }: BlockNode, end: number): boolean {
  return (
    old.from === from &&
    old.node.type === node.type &&
    old.node.length === node.length &&
    from + node.length < end
  );
}

/** The index of the last block that begins at or before an offset; -1 if there is none. */
export function lastBefore(blocks: readonly { from: number }[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle].from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
