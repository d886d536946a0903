import type { SyntaxNode } from '@lezer/common';
import type { QuoteChange } from '../../compare/changes.js';
import { textAt, type Block, type Brief } from '../../model/brief.js';
import type { Opener } from '../../model/facts.js';
import { maskMarkup } from '../../model/read.js';
import { blank } from '../../syntax/inline.js';
import { readRuns, type Run } from '../../syntax/runs.js';
import type { Range } from '../../text/text.js';
import type {
  Inline,
  ListItem,
  ListPiece,
  ParagraphPiece,
  Piece,
  Source,
  TablePiece,
  TextInline,
} from './document.js';
import { clip, printable, textOf, tidied } from './inlines.js';
import type { FileNotes } from './notes.js';
import type { Stretch } from './stretches.js';

/** Prints blocks of one file: what Markdown makes of them, cut where questions and answers begin. */
export class BlockPrinting {
  private readonly changes = new Map<Block, QuoteChange[]>();

  /**
   * @param notes of the file
   * @param changes to be shown in its quotes, in their order
   */
  constructor(
    private readonly brief: Brief,
    private readonly notes: () => FileNotes,
    changes: readonly QuoteChange[],
  ) {
    for (const change of changes) {
      const { block } = change.place;
      const known = this.changes.get(block);
      if (known) known.push(change);
      else this.changes.set(block, [change]);
    }
  }

  pieces(stretch: Stretch): Piece[] {
    return new StretchPrinting(this.brief, this.notes(), stretch, this.changes.get(stretch.block)).run();
  }

  /** The text of a footnote. */
  noteText({ block, fact }: Brief['definitions'][number]): Piece[] {
    const stretch: Stretch = {
      block,
      owner: null,
      openers: [],
      opens: false,
      from: fact.mark.to + 1,
      to: fact.at.to,
    };
    return new StretchPrinting(this.brief, this.notes(), stretch).noteAt(fact.at.from);
  }
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

class StretchPrinting {
  private readonly source: string;
  /** Comments left open. */
  private readonly open: readonly Range[];
  private readonly block: Block;
  /** The number of a question that is an item of a list, until its paragraph comes. */
  private lead: string | null = null;

  constructor(
    private readonly brief: Brief,
    private readonly notes: FileNotes,
    private readonly stretch: Stretch,
    private readonly changes: readonly QuoteChange[] = [],
  ) {
    const { block } = stretch;
    this.block = block;
    this.source = textAt(brief.text, { from: block.from, to: block.from + block.length });
    this.open = this.source.includes('<!--') ? maskMarkup(block.node, this.source).open : [];
  }

  run(): Piece[] {
    const { block, stretch } = this;
    const whole = block.node.topNode;
    if (whole.name !== 'ListItem') return this.print(whole);
    if (!stretch.opens && stretch.from < (childrenOf(whole)[0]?.to ?? 0))
      return [{ ...this.list([whole]), source: this.sourceAt(whole.from) }];
    const [opener] = stretch.openers;
    if (stretch.opens && opener.kind === 'number')
      this.lead = this.source.slice(opener.at.from, opener.at.to).replace(/[*_]/g, '').trim();
    const pieces = childrenOf(whole).flatMap((child) => this.print(child));
    return this.lead === null ? pieces : [this.leadAlone(), ...pieces];
  }

  /** The text of the footnote that begins here. */
  noteAt(from: number): Piece[] {
    let definition: SyntaxNode | null = null;
    this.block.node.topNode.cursor().iterate((node) => {
      if (node.name === 'FootnoteDefinition' && node.from === from) definition = node.node;
      return definition === null && node.from <= from && from < node.to;
    });
    return definition ? childrenOf(definition).flatMap((child) => this.print(child)) : [];
  }

  private print(node: SyntaxNode): Piece[] {
    const { from, to } = this.stretch;
    if (node.to <= from || node.from >= to) return [];
    const pieces = this.piecesOf(node);
    for (const piece of pieces) piece.source ??= this.sourceAt(Math.max(node.from, from));
    return pieces;
  }

  private sourceAt(from: number): Source {
    return { file: this.brief, block: this.block, from: this.block.from + from };
  }

  private piecesOf(node: SyntaxNode): Piece[] {
    const { stretch } = this;
    const { name, from, to } = node;
    const inside = () => childrenOf(node).flatMap((child) => this.print(child));
    if (name.startsWith('ATXHeading')) return this.heading(node);
    switch (name) {
      case 'Paragraph':
        return this.paragraphs(node);
      case 'OrderedList':
      case 'BulletList': {
        const items = childrenOf(node).filter((item) => item.from < stretch.to && item.to > stretch.from);
        return items.length > 0 ? [this.list(items)] : [];
      }
      case 'Blockquote': {
        const pieces = inside();
        return pieces.length > 0 ? [{ type: 'quote', pieces }] : [];
      }
      case 'ListItem':
        return inside();
      case 'Table':
        return [this.table(node)];
      case 'FencedCode':
      case 'CodeBlock': {
        const text = childrenOf(node)
          .filter((child) => child.name === 'CodeText')
          .map((child) => this.source.slice(child.from, child.to))
          .join('');
        return [{ type: 'code', text: printable(text) }];
      }
      case 'HorizontalRule':
        return [{ type: 'break' }];
      case 'FootnoteDefinition':
        return this.behindNote(node);
      case 'HTMLBlock':
      case 'LinkReference':
      case 'ProcessingInstructionBlock':
        return this.asTyped(this.source.slice(from, to));
      case 'CommentBlock':
        return this.asTyped(this.source.slice(from, to));
    }
    return [];
  }

  /** What follows the text of a footnote in one block and is no part of it; a note within a note stands in that note's text. */
  private behindNote(node: SyntaxNode): Piece[] {
    const own = this.block.facts.definitions.find(({ at }) => at.from === node.from);
    const [mark, ...rest] = childrenOf(node);
    if (!own) {
      const label = this.text(this.source.slice(mark.from, mark.to));
      return [{ type: 'paragraph', inlines: [label] }, ...rest.flatMap((child) => this.print(child))];
    }
    const { stretch } = this;
    if (own.at.to >= node.to) return [];
    const behind = { ...stretch, from: Math.max(stretch.from, own.at.to) };
    return new StretchPrinting(this.brief, this.notes, behind).children(rest);
  }

  private children(nodes: readonly SyntaxNode[]): Piece[] {
    return nodes.flatMap((child) => this.print(child));
  }

  private list(items: readonly SyntaxNode[]): ListPiece {
    const printed = items.map((item): ListItem => {
      const [mark, ...rest] = childrenOf(item);
      return {
        marker: this.source.slice(mark.from, mark.to),
        pieces: rest.flatMap((child) => this.print(child)),
      };
    });
    return { type: 'list', ordered: /\d/.test(printed[0].marker), items: printed };
  }

  private heading(node: SyntaxNode): Piece[] {
    const marks = childrenOf(node).filter(({ name }) => name === 'HeaderMark');
    const from = marks[0]?.to ?? node.from;
    const to = marks[1]?.from ?? node.to;
    const level = Number(node.name.slice(-1));
    const opens = this.stretch.openers.some(({ kind }) => isLead(kind));
    return [{ type: 'heading', level, inlines: tidied(this.inlines({ from, to }, opens)) }];
  }

  /** A paragraph, cut where a line opens something; `Vraag 12` and `Antwoord 12` have a line of their own. */
  private paragraphs(node: SyntaxNode): Piece[] {
    const from = Math.max(node.from, this.stretch.from);
    const to = Math.min(node.to, this.stretch.to);
    if (from >= to) return [];
    const runs = this.runs(node);
    const leads = this.stretch.openers.filter(({ kind, at }) => isLead(kind) && at.from < to && at.to > from);
    const changes = this.changes.filter(({ place: { at } }) => at.from <= to && at.to >= from);
    const alone = leads.filter((opener) => this.standsAlone(opener)).map(({ at }) => this.lineEnd(at.to));
    const cuts = [...leads.map(({ at }) => at), ...changes.map(({ place }) => place.at)];
    const edges = [...new Set([...cuts.flatMap((at) => [at.from, at.to]), ...alone])]
      .filter((edge) => edge > from && edge < to)
      .sort((a, b) => a - b);
    const starts = new Set([...leads.map(({ at }) => at.from), ...alone]);
    const signs = this.stretch.openers.some(({ kind }) => kind === 'signature');
    const begun = this.lead === null ? [] : [this.leadText(), this.text(' ')];
    const paragraphs: { from: number; inlines: Inline[] }[] = [{ from, inlines: begun }];
    this.lead = null;
    let start = from;
    let lead = 0;
    const cursor = new RunCursor(runs);
    for (const end of [...edges, to]) {
      if (start > from && starts.has(start)) paragraphs.push({ from: start, inlines: [] });
      while (leads[lead]?.at.to <= start) lead++;
      const opens = leads[lead]?.at.from <= start;
      const { inlines } = paragraphs.at(-1)!;
      inlines.push(...this.missingAt(start, changes));
      const added = changes.some(({ place: { at } }) => at.from <= start && start < at.to);
      for (const run of cursor.within({ from: start, to: end }))
        for (const inline of this.inline(run, opens))
          inlines.push(added && inline.kind === 'text' ? { ...inline, change: 'added' } : inline);
      start = end;
    }
    if (to === node.to) paragraphs.at(-1)!.inlines.push(...this.missingAt(to, changes));
    return paragraphs
      .map(({ from, inlines }) => ({ source: this.sourceAt(from), inlines: tidied(inlines) }))
      .filter(({ inlines }) => inlines.length > 0)
      .map(({ source, inlines }) => ({ type: 'paragraph', source, inlines, ...(signs && { signs }) }));
  }

  /** Words of the letter that the quote lacks here, apart from what stands around them. */
  private missingAt(at: number, changes: readonly QuoteChange[]): Inline[] {
    return changes
      .filter(({ place, missing }) => place.at.from === at && missing !== '')
      .flatMap(({ missing }) => {
        const follows = /^[\p{L}\p{N}]/u.test(this.source.slice(at, at + 2));
        const words: Inline = { ...this.text(missing), change: 'missing' };
        return [this.text(' '), words, ...(follows ? [this.text(' ')] : [])];
      });
  }

  /** Whether it fills its line: behind it stand only marks, of bold or of notes, and comments. */
  private standsAlone(opener: Opener): boolean {
    if (opener.kind === 'answer') return !opener.colon;
    return opener.kind === 'question' && opener.form !== 'inline' && this.source[opener.at.to - 1] !== ':';
  }

  private lineEnd(from: number): number {
    const end = this.source.indexOf('\n', from);
    return end < 0 ? this.source.length : end;
  }

  private leadAlone(): ParagraphPiece {
    return { type: 'paragraph', inlines: [this.leadText()] };
  }

  private leadText(): TextInline {
    return { ...this.text(this.lead ?? ''), lead: true };
  }

  private table(node: SyntaxNode): TablePiece {
    const rows = childrenOf(node).filter(({ name }) => /^Table(?:Header|Row)$/.test(name));
    const line = childrenOf(node).find(({ name }) => name === 'TableDelimiter');
    const [head, ...rest] = rows.map((row) => this.cells(row));
    const columns = line ? this.source.slice(line.from, line.to).match(/:?-+:?/g) : null;
    const align = head.map((_cell, i) => {
      const form = columns?.[i] ?? '';
      const [left, right] = [form.startsWith(':'), form.endsWith(':')];
      return left && right ? 'center' : right ? 'right' : left ? 'left' : null;
    });
    return { type: 'table', align, head, rows: rest.map((row) => head.map((_cell, i) => row[i] ?? [])) };
  }

  /** The parser has no node for an empty cell. */
  private cells(row: SyntaxNode): Inline[][] {
    const cells: Inline[][] = [];
    let cell: Inline[] | null = null;
    childrenOf(row).forEach((child, i) => {
      if (child.name === 'TableCell') cell = tidied(this.inlines(child, false));
      else if (child.name === 'TableDelimiter' && (i > 0 || cell)) {
        cells.push(cell ?? []);
        cell = null;
      }
    });
    return cell ? [...cells, cell] : cells;
  }

  /** Lines as they are typed, without the comments in them. */
  private asTyped(source: string): Piece[] {
    const text = withoutComments(source);
    const lines = text.split('\n').map((line) => line.trim());
    const inlines = lines.flatMap((line, i): Inline[] =>
      i < lines.length - 1 ? [this.text(line), { kind: 'break' }] : [this.text(line)],
    );
    return text.trim() === '' ? [] : [{ type: 'paragraph', inlines: tidied(inlines) }];
  }

  private inlines(range: Range, lead: boolean): Inline[] {
    return this.read(range, []).flatMap((run) => this.inline(run, lead));
  }

  private runs(node: SyntaxNode): Run[] {
    const quotes = childrenOf(node).filter(({ name }) => name === 'QuoteMark');
    return this.read(node, quotes);
  }

  /** Running text without the marks of the quotes around it and comments left open. */
  private read({ from, to }: Range, marks: readonly Range[]): Run[] {
    const within = [...marks, ...this.open].filter((range) => range.from < to && range.to > from);
    const holes = within.map((range) => ({
      from: Math.max(range.from, from) - from,
      to: Math.min(range.to, to) - from,
    }));
    return readRuns(blank(this.source.slice(from, to), holes)).map((run) => ({
      ...run,
      from: run.from + from,
      to: run.to + from,
    }));
  }

  private inline(run: Run, lead: boolean): Inline[] {
    switch (run.kind) {
      case 'text':
        return textOf(run, lead);
      case 'break':
        return [{ kind: 'break' }];
      case 'image':
        return [
          {
            kind: 'image',
            href: run.href ?? '',
            file: this.brief,
            alt: printable(run.text).replace(/\s+/g, ' '),
          },
        ];
      case 'note': {
        const note = this.notes.add(this.series(), () => [
          {
            type: 'paragraph',
            source: this.sourceAt(run.from),
            inlines: tidied(readRuns(run.text).flatMap((part) => this.inline(part, false))),
          },
        ]);
        return [{ kind: 'note', note, occurrence: 0 }];
      }
      case 'reference':
        return [{ kind: 'note', ...this.notes.refer(run.text, this.series()) }];
    }
  }

  /** Front matter says whose notes stand after the last answer: those of the questioners stand in their questions. */
  private series(): 'running' | 'closing' {
    const { closingNotes } = this.brief.frontMatter.values;
    if (!closingNotes) return 'running';
    const { owner } = this.stretch;
    const asked = owner !== null && 'subQuestions' in owner;
    return asked === (closingNotes === 'questioners') ? 'closing' : 'running';
  }

  private text(text: string): TextInline {
    return {
      kind: 'text',
      text: printable(text),
      strong: false,
      emphasis: false,
      code: false,
      editorial: false,
      lead: false,
      href: null,
    };
  }
}

/** Goes through the runs of a paragraph once, range by range. */
class RunCursor {
  private next = 0;

  constructor(private readonly runs: readonly Run[]) {}

  /** @param range not before the one that was asked for last */
  *within(range: Range): Generator<Run> {
    while (this.next < this.runs.length && this.runs[this.next].to <= range.from) this.next++;
    for (let i = this.next; i < this.runs.length && this.runs[i].from < range.to; i++) {
      const run = clip(this.runs[i], range);
      if (run) yield run;
    }
  }
}

function isLead(kind: Opener['kind']): boolean {
  return kind === 'number' || kind === 'letter' || kind === 'question' || kind === 'answer';
}

/** Comments closed or not; one left open ends at its own line. */
function withoutComments(source: string): string {
  let text = '';
  let done = 0;
  for (let from = source.indexOf('<!--'); from >= 0; from = source.indexOf('<!--', done)) {
    text += source.slice(done, from);
    const end = source.indexOf('-->', from + 2);
    const line = source.indexOf('\n', from);
    done = end >= 0 ? end + 3 : line >= 0 ? line : source.length;
  }
  return text + source.slice(done);
}
