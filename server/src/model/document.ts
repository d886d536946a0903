import { TreeFragment, type Tree } from '@lezer/common';
import { languages, type Language } from '../languages/index.js';
import { blocksOf, fragmentsAfter, parseBlocks, type BlockNode } from '../syntax/blocks.js';
import { textOf, type Text, type TextEdit } from '../text/text.js';
import type { Block, Brief } from './brief.js';
import { fold } from './fold.js';
import { readFrontMatter, type FrontMatter, type Kind } from './front-matter.js';
import { readFacts } from './read.js';

export interface DocumentOptions {
  /** The kind to take when front matter does not say; otherwise it follows from the text. */
  kind?: Kind;
}

/** Draws the model of a text from nothing. */
export function parseBrief(source: string, options: DocumentOptions = {}): Brief {
  return new BriefDocument(source, options).brief;
}

/**
 * A document under edit. A change is parsed where it stands; the facts of untouched blocks are kept; and the model is
 * drawn anew only when a changed block says something else to the rest of the document than before.
 */
export class BriefDocument {
  text: Text;
  brief!: Brief;
  private frontMatter!: FrontMatter;
  private tree!: Tree;
  private blocks!: Block[];

  constructor(
    source: string,
    private readonly options: DocumentOptions = {},
  ) {
    this.text = textOf(source);
    this.reset();
  }

  /**
   * Applies changes one after the other, as the protocol sends them.
   * @returns whether the model was drawn anew; if not, only words changed, and every place, question and finding drawn
   * before is still valid
   */
  update(changes: readonly TextEdit[]): boolean {
    let { tree } = this;
    let fragments: readonly TreeFragment[] | null = null;
    // Whether a comment is left open depends on text far below it.
    if (this.blocks.some(({ facts }) => facts.openComments.length > 0)) fragments = [];
    const bodyStart = this.frontMatter.block.length;
    let inBody = true;
    let shift = 0;
    for (const { from, to, insert } of changes) {
      const lines = textOf(insert);
      const before = this.text;
      this.text = before.replace(from, to, lines);
      if (to < bodyStart + shift && from > 0) shift += lines.length - (to - from);
      else if (from >= bodyStart + shift) {
        const offset = bodyStart + shift;
        const change = { fromA: from - offset, toA: to - offset, toB: from - offset + lines.length };
        fragments = fragmentsAfter(fragments ?? TreeFragment.addTree(tree), before, offset, change);
      } else inBody = false;
    }
    const front = frontMatterEnd(this.text);
    const language = front === 0 ? guessLanguage(this.text) : this.frontMatter.language;
    if (
      !inBody ||
      front !== bodyStart + shift ||
      language !== this.frontMatter.language ||
      (front === 0 && isUnclosed(this.text) !== this.frontMatter.problems.length > 0)
    ) {
      this.reset();
      return true;
    }
    if (shift !== 0 || changes.some(({ from }) => from < bodyStart)) {
      this.frontMatter = this.readFrontMatter(front);
      if (this.frontMatter.language !== language) {
        this.reset();
        return true;
      }
      for (const block of this.blocks) block.from += shift;
    }
    const frontChanged = changes.some(({ from }) => from < bodyStart);
    if (fragments) tree = parseBlocks(this.text, front, fragments);
    this.tree = tree;
    const redraw = this.takeBlocks(blocksOf(tree), front) || frontChanged || this.dependsOnWords();
    if (redraw) this.brief = fold(this.text, this.blocks, this.frontMatter, this.options.kind);
    else this.brief.text = this.text;
    return redraw;
  }

  private reset(): void {
    const start = frontMatterEnd(this.text);
    this.tree = parseBlocks(this.text, start);
    this.frontMatter = this.readFrontMatter(start);
    this.blocks = [];
    this.takeBlocks(blocksOf(this.tree), start);
    this.brief = fold(this.text, this.blocks, this.frontMatter, this.options.kind);
  }

  private readFrontMatter(end: number): FrontMatter {
    return readFrontMatter(
      this.text.sliceString(0, end),
      end === 0 ? guessLanguage(this.text) : languages.nl,
    );
  }

  /** Takes over the blocks of a new tree. @returns whether they say something else than the ones before */
  private takeBlocks(nodes: readonly BlockNode[], start: number): boolean {
    const old = this.blocks;
    let head = 0;
    const most = Math.min(old.length, nodes.length);
    while (head < most && old[head].node === nodes[head].node && old[head].from === start + nodes[head].from)
      head++;
    let tail = 0;
    while (tail < most - head && old[old.length - 1 - tail].node === nodes[nodes.length - 1 - tail].node)
      tail++;
    const fresh: Block[] = [];
    for (let i = head; i < nodes.length - tail; i++) fresh.push(this.readBlock(nodes[i], start));
    for (let i = 1; i <= tail; i++) old[old.length - i].from = start + nodes[nodes.length - i].from;

    const replaced = old.slice(head, old.length - tail);
    let changed = replaced.length !== fresh.length;
    if (!changed && fresh.length <= 64) {
      fresh.forEach((block, i) => {
        if (!takeOver(replaced[i], block)) changed = true;
      });
      if (!changed) return this.measureApart(old, head, old.length - tail + 1);
    }
    this.blocks = [...old.slice(0, head), ...fresh, ...old.slice(old.length - tail)];
    this.measureApart(this.blocks, head, this.blocks.length - tail + 1);
    return true;
  }

  private readBlock({ node, from }: BlockNode, start: number): Block {
    const at = start + from;
    const facts = readFacts(node, this.text.sliceString(at, at + node.length), this.frontMatter.language);
    return { from: at, length: node.length, node, facts, apart: true };
  }

  /** @returns whether an empty line came or went */
  private measureApart(blocks: readonly Block[], from: number, to: number): boolean {
    let changed = false;
    for (let i = from; i < Math.min(to, blocks.length); i++) {
      const above = blocks[i - 1];
      const apart =
        !above ||
        !/^(?:Paragraph|ListItem)$/.test(above.node.type.name) ||
        this.text
          .sliceString(above.from + above.length, Math.min(blocks[i].from, above.from + above.length + 200))
          .split('\n').length > 2;
      if (apart !== blocks[i].apart) changed = true;
      blocks[i].apart = apart;
    }
    return changed;
  }

  /** Words cut by a hyphen are judged by the words of the whole document: then no block's words are its own affair. */
  private dependsOnWords(): boolean {
    return this.blocks.some(({ facts }) => facts.segments.some(({ brokenWords }) => brokenWords.length > 0));
  }
}

const longestFrontMatter = 400;

/** Front matter that begins and never ends is body text, and is reported. */
function isUnclosed(text: Text): boolean {
  return (
    /^---[ \t]*$/.test(text.line(1).text) &&
    text.lines > 1 &&
    /^[\p{L}-]{2,30}:(?: |$)/u.test(text.line(2).text)
  );
}

/** Where the body starts: behind front matter between lines of `---`, or at 0 when there is none. */
function frontMatterEnd(text: Text): number {
  if (!/^---[ \t]*$/.test(text.line(1).text)) return 0;
  for (let i = 2; i <= Math.min(text.lines, longestFrontMatter); i++) {
    const line = text.line(i);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line.text)) return Math.min(line.to + 1, text.length);
  }
  return 0;
}

/** The language of a text without front matter, by its most common small words. */
export function guessLanguage(text: Text): Language {
  const sample = text.sliceString(0, 4000).toLowerCase();
  const score = (words: RegExp) => (sample.match(words) ?? []).length;
  const scores: [Language, number][] = [
    [languages.nl, score(/\b(?:de|het|een|van|antwoord|vraag|leden|op)\b/g)],
    [languages.en, score(/\b(?:the|of|and|to|answer|question|members)\b/g)],
    [languages.de, score(/\b(?:der|die|das|und|antwort|frage|bundesregierung)\b/g)],
  ];
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** Moves what was newly read into the block that stood there, if it says the same. */
function takeOver(block: Block, fresh: Block): boolean {
  if (keyOf(block) !== keyOf(fresh)) return false;
  refresh(block.facts, fresh.facts);
  block.from = fresh.from;
  block.length = fresh.length;
  block.node = fresh.node;
  return true;
}

const placeNames = new Set(['at', 'body', 'mark', 'target']);

/** All that a block says, places aside. */
function keyOf({ facts, node }: Block): string {
  return (
    node.type.name +
    JSON.stringify(facts, (name, value) =>
      placeNames.has(name) && typeof value === 'object' ? undefined : value,
    )
  );
}

/** Copies the places of equal facts. */
function refresh(old: object, fresh: object): void {
  for (const [name, value] of Object.entries(old)) {
    if (typeof value !== 'object' || value === null) continue;
    const other = (fresh as Record<string, object>)[name];
    if (placeNames.has(name)) Object.assign(value, other);
    else refresh(value, other);
  }
}
