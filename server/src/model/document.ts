import { languages, type Language } from '../languages/index.js';
import { parseBlocks, parseChange, type BlockNode } from '../syntax/blocks.js';
import { textOf, type Range, type Text, type TextEdit } from '../text/text.js';
import type { Block, Brief } from './brief.js';
import { addTopics, takeOver, type Topic } from './changes.js';
import { fold, refold } from './fold.js';
import { renewList } from './lists.js';
import { readFrontMatter, type FrontMatter } from './front-matter/read.js';
import type { Kind } from './front-matter/schema.js';
import { readFacts } from './read.js';

interface DocumentOptions {
  /** The kind to take when front matter does not say; otherwise it follows from the text. */
  kind?: Kind;
}

/** Draws the model of a text from nothing. */
export function parseBrief(source: string, options: DocumentOptions = {}): Brief {
  return new BriefDocument(source, options).brief;
}

/**
 * A document under edit. A change is parsed where it stands; the facts of untouched blocks are kept; and the model is
 * drawn anew only where a changed block says something else to the rest of the document than before.
 */
export class BriefDocument {
  text: Text;
  brief!: Brief;
  private frontMatter!: FrontMatter;
  private blocks!: Block[];

  constructor(
    source: string,
    private readonly options: DocumentOptions = {},
  ) {
    this.text = textOf(source);
    this.reset();
  }

  /** Applies changes one after the other, as the protocol sends them. */
  update(changes: readonly TextEdit[]): void {
    let bodyStart = this.frontMatter.block.length;
    let inFront = false;
    let redraw = false;
    let everywhere = false;
    for (const { from, to, insert } of changes) {
      const before = this.text;
      const lines = textOf(insert);
      const shift = lines.length - (to - from);
      this.text = before.replace(from, to, lines);
      if (from >= bodyStart) {
        if (!everywhere && this.replaceBlocks(before, bodyStart, { from, to }, shift)) redraw = true;
      } else if (from > 0 && to < bodyStart) {
        bodyStart += shift;
        for (const block of this.blocks) block.from += shift;
        inFront = true;
      } else everywhere = true;
    }
    if (everywhere || !this.keepsFrame(bodyStart, changes)) return this.reset();
    if (inFront) {
      const { language } = this.frontMatter;
      this.frontMatter = this.readFrontMatter(bodyStart);
      if (this.frontMatter.language !== language) return this.reset();
    }
    const blocks = redraw || inFront ? this.blocks : null;
    refold(this.brief, this.text, this.frontMatter, blocks, this.options.kind);
  }

  private reset(): void {
    const start = frontMatterEnd(this.text);
    this.frontMatter = this.readFrontMatter(start);
    this.blocks = this.readBlocks(parseBlocks(this.text, start, this.text.length));
    this.measureApart(0, this.blocks.length);
    this.brief = fold(this.text, this.blocks, this.frontMatter, this.options.kind);
  }

  private readFrontMatter(end: number): FrontMatter {
    if (end > 0) return readFrontMatter(this.text.sliceString(0, end), languages.nl);
    const none = readFrontMatter('', guessLanguage(this.text));
    const openTo = unclosedEnd(this.text);
    if (openTo !== undefined)
      none.problems.push({
        at: { from: 0, to: openTo },
        code: 'front-matter-invalid',
        reason: { kind: 'unclosed' },
        fix: null,
      });
    return none;
  }

  /** Whether front matter still ends where it should, and a text without any is still in the same language. */
  private keepsFrame(bodyStart: number, changes: readonly TextEdit[]): boolean {
    if (frontMatterEnd(this.text) !== bodyStart) return false;
    if (bodyStart > 0) return true;
    const { language, problems } = this.frontMatter;
    return (
      unclosedEnd(this.text) === problems[0]?.at.to &&
      (changes.every(({ from }) => from >= sampleLength) || guessLanguage(this.text) === language)
    );
  }

  /**
   * Takes in the blocks around one change.
   * @returns whether what is drawn from all blocks together has changed
   */
  private replaceBlocks(before: Text, bodyStart: number, change: Range, shift: number): boolean {
    const { blocks, brief } = this;
    // Whether a comment is left open depends on text far below it.
    const open = brief.openComments.length
      ? blocks.findLastIndex((block) => block.from <= change.from && block.facts.openComments.length > 0)
      : -1;
    const { from, to, nodes } = parseChange(blocks, before, this.text, bodyStart, change, shift, open);
    for (let i = to; i < blocks.length; i++) blocks[i].from += shift;
    const fresh = this.readBlocks(nodes);
    const old = blocks.slice(from, to);
    const topics = new Set<Topic>();
    if (old.length === fresh.length) old.forEach((block, i) => takeOver(block, fresh[i], topics));
    else {
      blocks.splice(from, to - from, ...fresh);
      for (const block of [...old, ...fresh]) addTopics(block, topics);
    }
    const now = blocks.slice(from, from + fresh.length);
    for (const topic of topics) if (topic !== 'structure') renewList(brief, topic, old, now);
    return this.measureApart(from, from + fresh.length + 1) || topics.has('structure');
  }

  private readBlocks(nodes: readonly BlockNode[]): Block[] {
    if (nodes.length === 0) return [];
    const start = this.text.lineAt(nodes[0].from).from;
    const last = nodes.at(-1)!;
    // Taken out of the rope at once: finding a place in it costs more than reading a short block.
    const source = this.text.sliceString(start, last.from + last.node.length);
    return nodes.map(({ node, from }) => {
      const at = from - start;
      const indent = source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
      const facts = readFacts(node, source.slice(at, at + node.length), this.frontMatter.language, indent);
      return { from, length: node.length, node, facts, apart: true };
    });
  }

  /** @returns whether an empty line came or went above one of the blocks, told by index */
  private measureApart(from: number, to: number): boolean {
    const { blocks, text } = this;
    let changed = false;
    for (let i = from; i < Math.min(to, blocks.length); i++) {
      const apart = isApart(text, blocks[i - 1], blocks[i]);
      if (apart !== blocks[i].apart) changed = true;
      blocks[i].apart = apart;
    }
    return changed;
  }
}

function isApart(text: Text, above: Block | undefined, block: Block): boolean {
  if (!above || !/^(?:Paragraph|ListItem)$/.test(above.node.type.name)) return true;
  const between = text.sliceString(above.from + above.length, block.from);
  return between.indexOf('\n') !== between.lastIndexOf('\n');
}

const longestFrontMatter = 400;

/** Where the first line ends of front matter that begins and never ends: it is body text, and is reported. */
function unclosedEnd(text: Text): number | undefined {
  const first = text.line(1);
  const isOpen =
    /^---[ \t]*$/.test(first.text) && text.lines > 1 && /^[\p{L}-]{2,30}:(?: |$)/u.test(text.line(2).text);
  return isOpen ? first.length : undefined;
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

const sampleLength = 4000;

/** The language of a text without front matter, by the most common small words at its start. */
export function guessLanguage(text: Text): Language {
  const sample = text.sliceString(0, sampleLength).toLowerCase();
  const score = (words: RegExp) => (sample.match(words) ?? []).length;
  const scores: [Language, number][] = [
    [languages.nl, score(/\b(?:de|het|een|van|antwoord|vraag|leden|op)\b/g)],
    [languages.en, score(/\b(?:the|of|and|to|answer|question|members)\b/g)],
    [languages.de, score(/\b(?:der|die|das|und|antwort|frage|bundesregierung)\b/g)],
  ];
  return scores.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
