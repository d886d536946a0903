import type { Patterns } from '../../../languages/patterns.js';
import { readNumbers } from '../../../model/numbers.js';
import {
  plainText,
  type DraftBlock,
  type DraftInline,
  type DraftList,
  type DraftNote,
  type DraftTable,
} from '../draft/part.js';
import { endsSentence } from '../text/sentence.js';
import { isGroupHeading, withoutBullet } from '../text/openings.js';
import type { Item, ParagraphItem, TableItem } from './items.js';
import { told } from './notices.js';
import type { AutoNumber } from './numbering.js';
import { hasWords } from './reader.js';
import { isAnswer, lineOf, opensAlone, opensSomething, splitOpeners } from './split.js';

/** How our own export says how deep a paragraph stands. */
const step = 425;
/** A heading that is only seen by its look is short. */
const longestHeading = 150;

const stray = 'los-';

export interface Structure {
  blocks: DraftBlock[];
  /** Notes whose texts stand in the document, after the last answer. */
  closing: DraftNote[];
  /** Lists that number the questions. */
  isNumbered: boolean;
}

/**
 * Makes a document of what stands in a Word file: headings also where they are only bold, questions with the numbers that
 * Word counts, lists and tables.
 * @param isOurs the file was written by our own export, and nothing has to be guessed
 * @param closing labels of the notes after the last answer, by the name of their place
 */
export function structured(
  items: readonly Item[],
  patterns: Patterns,
  isOurs: boolean,
  closing: ReadonlyMap<string, string>,
): Structure {
  const structuring = new Structuring(patterns, isOurs, closing);
  return structuring.run(items);
}

interface OpenList {
  level: number;
  list: DraftList;
}

class Structuring {
  private blocks: DraftBlock[] = [];
  private open: OpenList[] = [];
  private readonly closingNotes: DraftNote[] = [];
  private questionLists = new Set<string>();
  /** Numbers of questions that stand alone. */
  private bare = new Set<Item>();
  /** Questions whose number was typed, with a tab behind it. */
  private typed = new Set<Item>();

  constructor(
    private readonly patterns: Patterns,
    private readonly isOurs: boolean,
    private readonly closing: ReadonlyMap<string, string>,
  ) {}

  run(items: readonly Item[]): Structure {
    const flat = items.flatMap((item) => (item.kind === 'table' ? this.unpacked(item) : [item]));
    if (!this.isOurs) this.questionLists = questionListsOf(flat, this.patterns);
    if (!this.isOurs) {
      this.bare = answeredOf(flat, this.patterns, (text) => isNumberList(text, this.patterns));
      this.typed = answeredOf(flat, this.patterns, (text) => numberAndTab.test(text));
    }
    const words = flat.filter(
      (item) => item.kind === 'table' || item.isLine || item.number || hasWords(item),
    );
    words.forEach((item, i) => {
      if (item.kind === 'table') this.table(item);
      else this.paragraph(item, words[i + 1]);
    });
    return { blocks: this.blocks, closing: this.closingNotes, isNumbered: this.questionLists.size > 0 };
  }

  private add(block: DraftBlock): void {
    this.open = [];
    this.blocks.push(block);
  }

  private paragraph(item: ParagraphItem, next: Item | undefined): void {
    const { style, number, inlines } = item;
    // What our own export says is still open is no part of the text.
    if (this.isOurs && style.id === 'Notice') return;
    if (item.isLine) this.add({ type: 'break' });
    else if (item.level !== null) this.heading(Math.min(6, item.level), numbered(item));
    else if (this.isClosingNote(item)) return;
    else if (style.id === 'Code') this.add({ type: 'code', text: codeOf(inlines) });
    else if (
      /^(?:quote|intense quote|citaat|duidelijk citaat|zitat|zitat im text|quotation)$/i.test(style.name) &&
      !number
    )
      this.quote(inlines);
    else if (number) this.numberedParagraph(item, number);
    else if (this.bare.has(item)) this.heading(3, inlines);
    else if (this.typed.has(item)) this.typedQuestion(inlines);
    else if (this.isContinuation(item)) this.continueItem(item);
    else if (!this.isOurs && this.seenHeading(inlines, next) !== null)
      this.heading(this.seenHeading(inlines, next)!, inlines);
    else this.text(inlines);
    for (const remark of item.remarks) this.remark(remark);
  }

  /** What stands behind an item of a list stays in it. */
  private remark(remark: DraftBlock): void {
    const list = this.open.at(-1)?.list;
    if (list) list.items.at(-1)!.blocks.push(remark);
    else this.blocks.push(remark);
  }

  private heading(level: number, inlines: readonly DraftInline[]): void {
    const words = inlines.filter((inline) => inline.kind === 'text' && inline.text.trim() !== '');
    const isBold = words.length > 0 && words.every((inline) => inline.kind === 'text' && inline.strong);
    this.add({
      type: 'heading',
      level,
      inlines:
        isBold && !this.isOurs
          ? (inlines.map((inline) => ({ ...inline, strong: false })) as DraftInline[])
          : [...inlines],
    });
  }

  /** The level of a heading that is known by its words or its look only; `null` if it is none. */
  private seenHeading(inlines: readonly DraftInline[], next: Item | undefined): number | null {
    const { patterns } = this;
    const text = lineOf(plainText(inlines));
    if (!/^\p{Lu}/u.test(text) || text.length > 300) return null;
    if ((patterns.titles.letter.test(text) || patterns.titles.reply.test(text)) && !endsSentence(text))
      return 1;
    if (isGroupHeading(text, patterns)) return 2;
    const words = inlines.filter((inline) => inline.kind === 'text' && inline.text.trim() !== '');
    const isBold = words.every((inline) => inline.kind === 'text' && inline.strong);
    if (!isBold || text.length > longestHeading || endsSentence(text) || text.endsWith(',')) return null;
    if (opensSomething(text, patterns) || !next || next.kind === 'table') return null;
    const below = lineOf(plainText(next.inlines));
    const opens =
      next.level !== null ||
      this.bare.has(next) ||
      (next.number !== null && this.questionLists.has(next.number.list)) ||
      /^\d{1,4}[.)] /.test(below) ||
      (opensSomething(below, patterns) && !isAnswer(below, patterns)) ||
      isGroupHeading(below, patterns);
    return opens ? 2 : null;
  }

  private text(inlines: readonly DraftInline[]): void {
    const text = lineOf(plainText(inlines));
    const point = this.isOurs ? text : withoutBullet(text);
    if (point !== text) {
      this.item('-', 0, withoutSign(inlines));
      return;
    }
    for (const part of splitOpeners(inlines, this.patterns)) this.add({ type: 'paragraph', inlines: part });
  }

  /** "12", a tab and the question. */
  private typedQuestion(inlines: readonly DraftInline[]): void {
    const number = numberAndTab.exec(plainText(inlines))![1];
    const notice: DraftInline = { kind: 'notice', message: told.numberForm(number, `${number}.`) };
    this.add({
      type: 'paragraph',
      inlines: [notice, { kind: 'text', text: `${number}. ` }, ...withoutSign(inlines)],
    });
  }

  private quote(inlines: DraftInline[]): void {
    const last = this.blocks.at(-1);
    this.open = [];
    if (last?.type === 'quote') last.blocks.push({ type: 'paragraph', inlines });
    else this.blocks.push({ type: 'quote', blocks: [{ type: 'paragraph', inlines }] });
  }

  private numberedParagraph(item: ParagraphItem, number: AutoNumber): void {
    const { inlines } = item;
    if (number.bullet) {
      this.item('-', number.level, inlines);
      return;
    }
    const text = lineOf(number.text);
    const counted = /^\(?(\d{1,4})[.):]?\)?$/.exec(text);
    if (counted && number.level === 0 && this.questionLists.has(number.list)) {
      const sign = `${counted[1]}.`;
      const changed: DraftInline[] =
        sign === text ? [] : [{ kind: 'notice', message: told.numberForm(text, sign) }];
      this.text([...changed, { kind: 'text', text: `${sign} ` }, ...inlines]);
    } else if (counted && /^\d+[.)]$/.test(text)) this.item(text, number.level, inlines);
    else if (opensAlone(text, this.patterns)) {
      this.add({ type: 'paragraph', inlines: [{ kind: 'text', text }] });
      if (hasWords(item)) this.text(inlines);
    } else this.text(numbered(item));
  }

  /** An item of a list, in the list of its level that stands open. */
  private item(marker: string, level: number, inlines: DraftInline[]): void {
    while (this.open.length > 0 && this.open.at(-1)!.level > level) this.open.pop();
    const above = this.open.at(-1);
    const item = { marker, blocks: [{ type: 'paragraph', inlines } as DraftBlock] };
    if (above?.level === level && above.list.items[0].marker.at(-1) === marker.at(-1)) {
      above.list.items.push(item);
      return;
    }
    if (above?.level === level) this.open.pop();
    // A number with a full stop at the margin would be that of a question.
    const around = this.open.at(-1)?.list.items.at(-1);
    const list: DraftList = { type: 'list', items: [item], indented: !around && marker.endsWith('.') };
    if (around) around.blocks.push(list);
    else this.blocks.push(list);
    this.open.push({ level, list });
  }

  /** A paragraph without a number that stands in an item of a list. */
  private isContinuation({ style, indent }: ParagraphItem): boolean {
    return (
      this.open.length > 0 && indent > 0 && /^(?:list paragraph|lijstalinea|listenabsatz)$/i.test(style.name)
    );
  }

  private continueItem({ inlines, indent }: ParagraphItem): void {
    const level = Math.round(indent / step) - 1;
    while (this.open.length > 1 && this.open.at(-1)!.level > level) this.open.pop();
    this.open.at(-1)!.list.items.at(-1)!.blocks.push({ type: 'paragraph', inlines });
  }

  /** The text of a note after the last answer, as our own export has it. */
  private isClosingNote({ style, anchors, inlines }: ParagraphItem): boolean {
    if (style.id !== 'ClosingNote') return false;
    const label = anchors.map((name) => this.closing.get(name)).find((one) => one !== undefined);
    const last = this.closingNotes.at(-1);
    if (label !== undefined)
      this.closingNotes.push({ label, blocks: [{ type: 'paragraph', inlines: withoutSign(inlines) }] });
    else if (last && !last.label.startsWith(stray)) last.blocks.push({ type: 'paragraph', inlines });
    else this.strayNote(inlines);
    return true;
  }

  /** A note that no mark refers to stands at the end. */
  private strayNote(inlines: DraftInline[]): void {
    const notice: DraftInline = { kind: 'notice', message: told.noteUnmarked };
    const label = `${stray}${this.closingNotes.length + 1}`;
    this.closingNotes.push({ label, blocks: [{ type: 'paragraph', inlines: [notice, ...inlines] }] });
  }

  private table(item: TableItem): void {
    const { table, remarks } = tableOf(item);
    if (table.align.length > 0) this.add(table);
    for (const remark of remarks) this.add(remark);
  }

  /** A table that only gives questions and answers their places, or a frame of one cell, is no table. */
  private unpacked(item: TableItem): Item[] {
    const cells = item.rows.flat();
    const paragraphs = cells.flatMap(({ items }) => items);
    const opens = paragraphs.some(
      (one) => one.kind === 'paragraph' && opensSomething(plainText(one.inlines), this.patterns),
    );
    if (this.isOurs || (!opens && cells.length > 1)) return [item];
    const all = paragraphs.flatMap((one) => (one.kind === 'table' ? this.unpacked(one) : [one]));
    const first = all.find((one) => one.kind === 'paragraph' && hasWords(one));
    if (first?.kind === 'paragraph') first.inlines.unshift({ kind: 'notice', message: told.unpacked });
    return all;
  }
}

/** With the number that Word sets before it as text. */
function numbered({ number, inlines }: ParagraphItem): DraftInline[] {
  return number && !number.bullet ? [{ kind: 'text', text: `${number.text} ` }, ...inlines] : inlines;
}

/** Without the sign of a list or the mark of a note, and the blank behind it. */
function withoutSign(inlines: readonly DraftInline[]): DraftInline[] {
  const result = [...inlines];
  for (let i = 0; i < result.length; i++) {
    const inline = result[i];
    if (inline.kind !== 'text') continue;
    const text = inline.text.trimStart();
    if (text === '') {
      result.splice(i--, 1);
      continue;
    }
    const end = text.search(/\s/);
    if (end < 0) {
      // The blank stands in the next stretch.
      result.splice(i, 1);
      const next = result[i];
      if (next?.kind === 'text') result[i] = { ...next, text: next.text.trimStart() };
    } else result[i] = { ...inline, text: text.slice(end).trimStart() };
    break;
  }
  return result;
}

function codeOf(inlines: readonly DraftInline[]): string {
  return inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : inline.kind === 'break' ? '\n' : ''))
    .join('');
}

/**
 * The lists that number the questions: most of their items, or several, are followed by an answer before the next one; in a
 * letter without groups, the lists that ask in every item.
 */
function questionListsOf(items: readonly Item[], patterns: Patterns): Set<string> {
  const found = new Set<string>();
  const asking = new Map<string, { items: number; asks: number; answered: number }>();
  const since = new Set<string>();
  let answers = false;
  let groups = false;
  for (const item of items) {
    if (item.kind === 'table') continue;
    const text = lineOf(plainText(item.inlines));
    const { number } = item;
    if (number && !number.bullet && number.level === 0 && /^\(?\d+[.):]?\)?$/.test(lineOf(number.text))) {
      since.add(number.list);
      const counts = asking.get(number.list) ?? { items: 0, asks: 0, answered: 0 };
      counts.items++;
      if (text.includes('?')) counts.asks++;
      asking.set(number.list, counts);
    }
    if (isAnswer(text, patterns) || (number && isAnswer(`${number.text} ${text}`, patterns))) {
      answers = true;
      for (const list of since) asking.get(list)!.answered++;
      since.clear();
    }
    if (isGroupHeading(text, patterns)) groups = true;
  }
  for (const [list, { items: all, asks, answered }] of asking) {
    const asksOnly = !answers && !groups && all >= 2 && asks === all;
    if (asksOnly || answered >= 2 || answered * 2 > all) found.add(list);
  }
  return found;
}

/** "12" with a tab behind it. */
const numberAndTab = /^\s{0,20}(\d{1,4})\t\s{0,20}(?=\S)/;

/** "5, 6 en 7", and nothing else. */
function isNumberList(text: string, patterns: Patterns): boolean {
  const line = lineOf(text);
  const list = /^\d/.test(line) && line.length <= 200 ? readNumbers(line, 0, patterns) : null;
  return list !== null && list.end >= line.length && list.numbers.every(({ letter }) => !letter);
}

/** The paragraphs that open a question, as an answer stands before the next such one. */
function answeredOf(items: readonly Item[], patterns: Patterns, opens: (text: string) => boolean): Set<Item> {
  const found = new Set<Item>();
  let waiting: Item | null = null;
  for (const item of items) {
    if (item.kind === 'table' || !hasWords(item)) continue;
    const text = plainText(item.inlines);
    if (!item.number && opens(text)) waiting = item;
    else if (waiting && isAnswer(text, patterns)) {
      found.add(waiting);
      waiting = null;
    }
  }
  return found;
}

function tableOf({ rows }: TableItem): { table: DraftTable; remarks: DraftBlock[] } {
  const remarks: DraftBlock[] = [];
  let merged = false;
  const cells = rows.map((row) =>
    row.flatMap((cell): DraftInline[][] => {
      if (cell.span > 1 || cell.merged) merged = true;
      return [inlinesOf(cell.items, remarks), ...Array.from({ length: cell.span - 1 }, () => [])];
    }),
  );
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const full = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]);
  const [head = [], ...rest] = full;
  if (merged && head.length > 0) head[0] = [{ kind: 'notice', message: told.merged }, ...head[0]];
  const align = head.map((_cell, column) => {
    const sides = new Set(rows.map((row) => row[column]?.align ?? null));
    return sides.size === 1 ? [...sides][0] : null;
  });
  return { table: { type: 'table', align, head, rows: rest }, remarks };
}

/** The text of a cell, its paragraphs as lines. */
function inlinesOf(items: readonly Item[], remarks: DraftBlock[]): DraftInline[] {
  const lines = items.flatMap((item): DraftInline[][] => {
    if (item.kind === 'paragraph') {
      remarks.push(...item.remarks);
      const sign = item.number?.bullet ? [{ kind: 'text', text: '• ' } as const] : [];
      return hasWords(item) ? [[...sign, ...numbered(item)]] : [];
    }
    const inner = item.rows.map((row) =>
      row.flatMap((cell, i): DraftInline[] => [
        ...(i > 0 ? [{ kind: 'text', text: ' | ' } as const] : []),
        ...inlinesOf(cell.items, remarks),
      ]),
    );
    return inner.map((line, i) => (i === 0 ? [{ kind: 'notice', message: told.nested }, ...line] : line));
  });
  return lines.flatMap((line, i): DraftInline[] => (i > 0 ? [{ kind: 'break' }, ...line] : line));
}
