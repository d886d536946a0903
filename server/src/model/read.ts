import type { Tree } from '@lezer/common';
import type { Language } from '../languages/language.js';
import { patternsOf, type Patterns } from '../languages/patterns.js';
import { blank, mayHaveMarks, noMarks, readInline, type InlineMarks } from '../syntax/inline.js';
import { allMatches, mapMatches, none, occurs } from '../text/matches.js';
import type { Range } from '../text/text.js';
import { findCitations } from './citations.js';
import { findCrossReferences } from './cross-references.js';
import { isoDate } from './dates.js';
import { readDirective } from './directives.js';
import type {
  Announcement,
  BrokenWord,
  Content,
  CrossReference,
  Facts,
  FrameFact,
  FootnoteDefinition,
  LiteralMark,
  NumberAt,
  Opener,
  PartLink,
  Segment,
  Sentence,
} from './facts.js';
import { labelKey } from './footnotes.js';
import { endsSentence, findOpeners } from './openers.js';
import { isAddress } from './paths.js';
import { readSentences } from './sentences.js';

/**
 * Reads what one block says on its own.
 * @param node the block's node, for its type and children
 * @param source the block's text
 * @param indent what stands before the block on its line
 */
export function readFacts(node: Tree, source: string, language: Language, indent = ''): Facts {
  const patterns = patternsOf(language);
  const facts: Facts = {
    segments: [],
    thing: null,
    definitions: [],
    directives: [],
    openComments: [],
    endsSentence: endsSentence(source.slice(-40).trimEnd(), patterns),
    part: null,
  };
  if (!readWordless(node.type.name, source, language, facts))
    readWords(node, source, language, patterns, indent, facts);
  return facts;
}

/** @returns whether this is a block without words of the letter: there is no more to read in it then */
function readWordless(name: string, source: string, language: Language, facts: Facts): boolean {
  switch (name) {
    case 'HorizontalRule':
      facts.segments.push(emptySegment(source.length, { kind: 'break', at: { from: 0, to: source.length } }));
      return true;
    case 'CommentBlock':
    case 'ProcessingInstructionBlock':
      readComments(source, language, facts);
      return true;
    case 'HTMLBlock':
      readComments(source, language, facts);
      facts.thing = /^<(?:table|img)\b/i.test(source)
        ? source[1].toLowerCase() === 't'
          ? 'table'
          : 'image'
        : null;
      facts.segments.push({ ...emptySegment(source.length, null), content: 'text' });
      return true;
    case 'OpenComment':
      readOpenComment({ from: 0, to: source.length }, source, language, facts);
      return true;
    case 'LinkReference':
      facts.segments.push(emptySegment(source.length, null));
      return true;
    case 'FencedCode':
    case 'CodeBlock':
      facts.segments.push({ ...emptySegment(source.length, null), content: 'text' });
      return true;
  }
  return false;
}

/** Reads a block of words: its comments, its footnote texts, and the rest of it, cut where something opens. */
function readWords(
  node: Tree,
  source: string,
  language: Language,
  patterns: Patterns,
  indent: string,
  facts: Facts,
): void {
  const { name } = node.type;
  const markup = maskMarkup(node, source);
  const { masked, marks } = markup;
  readCommentsWithin(markup, source, language, facts);
  facts.thing = thingOf(name, source);
  if (name === 'Paragraph' && marks.links.length === 1) facts.part = partOf(source, marks.links[0]);

  const definitions = source.includes('[^') ? definitionsOf(node, 0, []) : [];
  const notes = notesOf(source, marks, definitions);
  for (const range of definitions)
    facts.definitions.push(readDefinition(source, range, lazyEnd(source, masked, range, patterns)));
  const noteTexts = facts.definitions.map(({ at, body }): Segment => {
    const segment = readSegment(masked, at, body, null, notes, patterns, 'FootnoteDefinition', language);
    return { ...segment, content: 'none', inNote: true };
  });

  const rest = blank(
    masked,
    facts.definitions.map(({ at }) => at),
  );
  const start = facts.definitions[0]?.at.from === 0 ? facts.definitions[0].at.to : 0;
  if (start) facts.segments.push(...noteTexts);
  if (start && !rest.trim()) return;
  const openers =
    facts.part || name === 'Table' || name === 'Blockquote'
      ? []
      : findOpeners(rest, start ? 'Paragraph' : name, patterns, start, indent, source);
  const cuts = [...(openers[0]?.at.from === start ? [] : [null]), ...openers];
  const isOutside = (note: { at: Range }) => !facts.definitions.some(({ at }) => contains(at, note.at));
  const outside: Notes = {
    references: notes.references.filter(isOutside),
    inlineFootnotes: notes.inlineFootnotes.filter(isOutside),
  };
  cuts.forEach((opener, i) => {
    const from = opener?.at.from ?? start;
    const to = cuts[i + 1]?.at.from ?? source.length;
    const bodyFrom = skipMarker(source, opener?.at.to ?? start, to);
    facts.segments.push(
      readSegment(rest, { from, to }, { from: bodyFrom, to }, opener, outside, patterns, name, language),
    );
  });
  if (!start) facts.segments.push(...noteTexts);
}

function thingOf(name: string, source: string): Facts['thing'] {
  if (name === 'Table') return 'table';
  if (name === 'ListItem') return 'list';
  return /^!\[[^\]]{0,200}\]\(/.test(source) ? 'image' : null;
}

type Notes = Pick<Segment, 'references' | 'inlineFootnotes'>;

/** The footnotes that words refer to: the mark that opens a footnote text is no reference. */
function notesOf(source: string, marks: InlineMarks, definitions: readonly Range[]): Notes {
  return {
    references: marks.references
      .filter(({ from }) => !definitions.some((definition) => definition.from === from))
      .map(({ from, to, label }) => ({ at: { from, to }, label, key: labelKey(label) })),
    inlineFootnotes: marks.inlineNotes.map(({ from, to }) => ({
      at: { from, to },
      text: source.slice(from + 2, to - 1),
    })),
  };
}

/** A link to another document as the whole of a paragraph. */
function partOf(source: string, { from, to, href }: InlineMarks['links'][number]): PartLink | null {
  if (from !== 0 || to !== source.trimEnd().length || !href) return null;
  const path = source.slice(href.from, href.to);
  return /\.md$/i.test(path) && !isAddress(path) ? { at: { from, to }, target: href, href: path } : null;
}

/** A block's words, and what is not. */
export interface Markup {
  /** Marks, code, comments and markup blanked: same length, so that positions stay. */
  masked: string;
  marks: InlineMarks;
  /** Blocks within the block that hold no words of the letter, with the name of their node. */
  hidden: (Range & { name: string })[];
  /** Comments left open, to the end of their line. */
  open: Range[];
}

export function maskMarkup(node: Tree, source: string): Markup {
  const blocks = hiddenBlocks(node, 0, []);
  // Most have no children, and hold nothing but words.
  if (blocks.length === 0 && !mayHaveMarks(source))
    return { masked: source, marks: noMarks(), hidden: none, open: none };
  const hidden = blocks.map((block) => openAtEnd(block, source));
  const open: Range[] = hidden.filter(({ name }) => name === 'OpenComment');
  const text = blank(source, hidden);
  let marks = readMarks(text, node.type.name);
  const left = leftOpen(text, marks.hidden);
  if (left.length > 0) marks = readMarks(blank(text, left), node.type.name);
  return {
    masked: blank(source, [...hidden, ...left, ...marks.hidden]),
    marks,
    hidden,
    open: [...open, ...left],
  };
}

/** Comments left open in running text: those that no code or closed comment holds. */
function leftOpen(text: string, hidden: readonly Range[]): Range[] {
  const open: Range[] = [];
  if (!text.includes('<!--')) return open;
  const sorted = [...hidden].sort((a, b) => a.from - b.from);
  let i = 0;
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', from + 4)) {
    while (i < sorted.length && sorted[i].to <= from) i++;
    const around = sorted[i]?.from <= from ? sorted[i] : null;
    // A comment that another one begins in was left open.
    if (around && (around.from < from || !text.slice(from + 4, around.to).includes('<!--'))) continue;
    const line = text.indexOf('\n', from);
    open.push({ from, to: line < 0 ? text.length : line });
    from = open.at(-1)!.to - 4;
  }
  return open;
}

/** Marks of a block, its paragraphs read one by one, of a table its rows. */
function readMarks(text: string, name: string): InlineMarks {
  const marks = noMarks();
  if (!mayHaveMarks(text)) return marks;
  const ends = mapMatches(text, name === 'Table' ? lineEnd : emptyLine, ({ index }) => index);
  if (ends.length === 0) return readInline(text);
  let from = 0;
  for (const end of [...ends, text.length]) {
    appendMarks(marks, readInline(text.slice(from, end)), from);
    from = end;
  }
  return marks;
}

function appendMarks(to: InlineMarks, from: InlineMarks, offset: number): void {
  const shift = (range: Range) => ({ from: range.from + offset, to: range.to + offset });
  for (const { label, ...range } of from.references) to.references.push({ label, ...shift(range) });
  for (const { href, ...range } of from.links) to.links.push({ href: href && shift(href), ...shift(range) });
  for (const name of ['inlineNotes', 'comments', 'hidden'] as const)
    for (const range of from[name]) to[name].push(shift(range));
}

function contains(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.from < outer.to;
}

function emptySegment(length: number, opener: Opener | null): Segment {
  const body = { from: opener ? opener.at.to : 0, to: length };
  return {
    at: { from: 0, to: length },
    opener,
    body,
    content: 'none',
    together: [],
    sentences: [],
    references: [],
    inlineFootnotes: [],
    crossReferences: [],
    citations: [],
    announcements: [],
    literalMarks: [],
    quotationMarks: [],
    brokenWords: [],
    templates: [],
    frameFacts: [],
    letterhead: false,
    inNote: false,
  };
}

/** White space, and the end of bold around an opener, belong to the opener. */
function skipMarker(source: string, from: number, to: number): number {
  let pos = from;
  while (pos < to && /[\s*_]/.test(source[pos])) pos++;
  // What looks like the start of emphasis or of a list belongs to the body.
  const marks = /[*_-]{1,3}$/.exec(source.slice(from, pos).replace(/^[*_]{1,3}/, ''));
  return marks ? pos - marks[0].length : pos;
}

/** Code and other blocks within a block that hold no words of the letter. */
function hiddenBlocks(
  tree: Tree,
  from: number,
  found: (Range & { name: string })[],
): (Range & { name: string })[] {
  tree.children.forEach((child, i) => {
    const at = from + tree.positions[i];
    if (!('children' in child)) return;
    const { name } = child.type;
    if (/^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|OpenComment|LinkReference)$/.test(name))
      found.push({ from: at, to: at + child.length, name });
    else hiddenBlocks(child, at, found);
  });
  return found;
}

/** A comment in a list or quote that ends with it is left open. */
function openAtEnd(block: Range & { name: string }, source: string): Range & { name: string } {
  const text = source.slice(block.from, block.to);
  if (block.name !== 'CommentBlock' || text.includes('-->')) return block;
  const line = text.indexOf('\n');
  return { ...block, to: line < 0 ? block.to : block.from + line, name: 'OpenComment' };
}

/** Footnote texts in a block; one within another belongs to the outer one. */
function definitionsOf(tree: Tree, from: number, found: Range[]): Range[] {
  if (tree.type.name === 'FootnoteDefinition') found.push({ from, to: from + tree.length });
  else
    tree.children.forEach((child, i) => {
      if ('children' in child) definitionsOf(child, from + tree.positions[i], found);
    });
  return found;
}

/**
 * Where a footnote text ends: a marker or number below it that is not indented belongs to the letter, although Markdown
 * would go on with the footnote.
 */
function lazyEnd(source: string, masked: string, { from, to }: Range, patterns: Patterns): number {
  for (let line = masked.indexOf('\n', from); line >= 0 && line < to; line = masked.indexOf('\n', line + 1)) {
    if (/[ \t]/.test(source[line + 1] ?? '')) continue;
    const end = masked.indexOf('\n', line + 1);
    const [opener] = findOpeners(masked.slice(line + 1, end < 0 ? to : end), 'Line', patterns);
    if (!opener || opener.kind === 'letter') continue;
    if (opener.kind !== 'number' || endsSentence(masked.slice(from, line).slice(-40), patterns))
      return line + 1;
  }
  return to;
}

function readDefinition(source: string, { from }: Range, to: number): FootnoteDefinition {
  const close = source.indexOf(']:', from);
  const bodyFrom = skipMarker(source, close + 2, to);
  const label = source.slice(from + 2, close);
  return {
    at: { from, to },
    mark: { from, to: close + 1 },
    label,
    key: labelKey(label),
    body: { from: Math.min(bodyFrom, to), to },
    text: source.slice(bodyFrom, to).replace(/\s+/g, ' ').trim(),
  };
}

function readComments(source: string, language: Language, facts: Facts, offset = 0): void {
  for (let from = source.indexOf('<!--'); from >= 0;) {
    const end = source.indexOf('-->', from + 2);
    if (end < 0) return;
    const directive = readDirective(source.slice(from, end + 3), offset + from, language);
    if (directive) facts.directives.push(directive);
    from = source.indexOf('<!--', end + 3);
  }
}

/** The comments in a block of words: in blocks of their own, left open, and among the words. */
function readCommentsWithin(
  { hidden, open, marks }: Markup,
  source: string,
  language: Language,
  facts: Facts,
): void {
  for (const { from, to, name } of hidden)
    if (name === 'CommentBlock') readComments(source.slice(from, to), language, facts, from);
  for (const at of open) readOpenComment(at, source, language, facts);
  for (const { from, to } of marks.comments) {
    const directive = readDirective(source.slice(from, to), from, language);
    if (directive) facts.directives.push(directive);
  }
}

/** A comment left open ends at its own line; what it says to us is heard all the same. */
function readOpenComment({ from, to }: Range, source: string, language: Language, facts: Facts): void {
  const at = { from, to: from + source.slice(from, to).trimEnd().length };
  facts.openComments.push({ at });
  const directive = readDirective(`${source.slice(at.from, at.to)}-->`, from, language);
  if (directive) facts.directives.push({ ...directive, at });
}

function readSegment(
  masked: string,
  at: Range,
  body: Range,
  opener: Opener | null,
  notes: Notes,
  patterns: Patterns,
  block: string,
  language: Language,
): Segment {
  const text = masked.slice(body.from, body.to);
  const offset = body.from;
  const start = text.length - text.trimStart().length;
  const sentences = opener?.kind === 'heading' ? [] : readSentences(text, patterns, offset);
  const citations = findCitations(text, offset);
  const crossReferences = findCrossReferences(text, citations, patterns, offset);
  const inside = (note: { at: Range }) => contains(at, note.at);
  return {
    at,
    opener,
    body,
    content: block === 'Table' ? 'text' : contentOf(text, masked, sentences, crossReferences, patterns),
    together: togetherIn(text, offset, sentences[0], crossReferences, patterns),
    sentences,
    references: notes.references.length ? notes.references.filter(inside) : none,
    inlineFootnotes: notes.inlineFootnotes.length ? notes.inlineFootnotes.filter(inside) : none,
    crossReferences,
    citations,
    announcements: findAnnouncements(text, offset, patterns),
    literalMarks: findLiteralMarks(text, offset),
    quotationMarks: mapMatches(text, quotationMark, (found) => ({
      at: span(found, offset),
      opens: found[0] === '“',
      first: found.index === start,
    })),
    brokenWords: findBrokenWords(text, offset, patterns),
    templates: findTemplates(masked, opener?.kind === 'heading' ? at : body, patterns),
    frameFacts: block === 'Paragraph' ? findFrameFacts(text, offset, language) : none,
    letterhead: block === 'Paragraph' && opener === null && isLetterhead(text, patterns),
    inNote: false,
  };
}

function findTemplates(masked: string, { from, to }: Range, { templates }: Patterns): { at: Range }[] {
  return mapMatches(masked.slice(from, to), templates, (found) => ({ at: span(found, from) }));
}

const lineEnd = /\n/g;
const emptyLine = /\n[ \t>]*(?=\n)/g;
const quotationMark = /[“”]/g;
const brokenWord =
  /(?<![\p{L}-])(?:(\p{L}{2,30})- (\p{Ll}{2,30})|(\p{Lu}{2,30})- (\p{Lu}{2,30}))(?![\p{L}-])/gu;

function findAnnouncements(text: string, offset: number, { announcements }: Patterns): Announcement[] {
  let all: Announcement[] = none;
  for (const { pattern, thing } of announcements) {
    const found = mapMatches(text, pattern, (match) => ({ at: span(match, offset), thing }));
    if (found.length > 0) all = [...all, ...found];
  }
  return all;
}

/** Words that a hyphen and a space cut in two, unless the hyphen stands for what two words share: "in- en uitstroom". */
function findBrokenWords(text: string, offset: number, { suspended }: Patterns): BrokenWord[] {
  if (!text.includes('- ')) return none;
  return allMatches(text, brokenWord)
    .filter(([, , second]) => second === undefined || !suspended.test(second))
    .map((found) => ({ at: span(found, offset), joined: (found[1] ?? found[3]) + (found[2] ?? found[4]) }));
}

/** The questions that the first sentence says are answered together. */
function togetherIn(
  text: string,
  offset: number,
  first: Sentence | undefined,
  references: readonly CrossReference[],
  patterns: Patterns,
): NumberAt[] {
  if (!first || references.length === 0) return none;
  if (!occurs(text.slice(first.at.from - offset, first.at.to - offset), patterns.together)) return none;
  return references.filter(({ at }) => at.to <= first.at.to).flatMap(({ numbers }) => numbers);
}

/** "Den Haag, 23 oktober 2024" as a paragraph, "ingezonden op 28 november 2024 met kenmerk 1754", "Ons kenmerk: 12". */
function findFrameFacts(text: string, offset: number, language: Language): FrameFact[] {
  const found: FrameFact[] = [];
  const { placeAndDate, sent, marks } = patternsOf(language);
  const own = text.length < 100 ? placeAndDate.exec(text) : null;
  for (const [kind, match] of [
    ['date', own] as const,
    ...mapMatches(text, sent, (one) => ['sent', one] as const),
  ]) {
    const value = match && isoDate(match.groups!.date, language);
    if (value) found.push({ at: lastIn(match, match.groups!.date, offset), kind, value });
  }
  for (const { kind, pattern } of marks)
    for (const match of allMatches(text, pattern)) {
      const value = match.groups!.mark ?? '';
      found.push({ at: value ? lastIn(match, value, offset) : span(match, offset), kind, value });
    }
  return found;
}

/** Where words stand that a match ends with. */
function lastIn(found: RegExpExecArray, words: string, offset: number): Range {
  const from = offset + found.index + found[0].lastIndexOf(words);
  return { from, to: from + words.length };
}

/**
 * Who is written to and where the letter is dated stand each on a line of their own; so may an address. The salutation is the
 * last of them.
 */
function isLetterhead(text: string, { addressee, placeAndDate, dated, salutation }: Patterns): boolean {
  if (text.length > 400) return false;
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  return (
    salutation.test(lines.at(-1)!) ||
    lines.some((line) => addressee.test(line) || placeAndDate.test(line) || dated.test(line))
  );
}

function span(found: RegExpExecArray, offset: number): Range {
  return { from: offset + found.index, to: offset + found.index + found[0].length };
}

function contentOf(
  text: string,
  masked: string,
  sentences: readonly Sentence[],
  references: readonly CrossReference[],
  patterns: Patterns,
): Content {
  const plain = text.trim();
  if (!plain) return 'none';
  if (plain.length <= 60 && patterns.placeholder.test(plain)) return 'placeholder';
  if (occurs(plain, patterns.deferral)) return 'deferral';
  if (
    references.length > 0 &&
    sentences.length > 0 &&
    sentences.length <= 3 &&
    sentences.every(({ at }) => patterns.referral.test(masked.slice(at.from, at.to)))
  )
    return 'referral';
  return 'text';
}

const possibleMark = /\[\d|[¹²³⁰⁴⁵⁶⁷⁸⁹]|\.\d/;
const literalMark =
  /(?<=[\p{Ll}.,;:?!”"’)])(?:\[\d{1,3}\](?![(:[])|[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?!\p{L}))|(?<=\p{Ll}{4}\.)\d{1,3}(?=\s\p{Lu})/gu;

/** Marks typed as text: `beleid[1]`, `beleid¹`, `beleid.12 Daarom`. */
function findLiteralMarks(text: string, offset: number): LiteralMark[] {
  if (!possibleMark.test(text)) return none;
  const found = allMatches(text, literalMark);
  if (found.length === 0) return none;
  return found
    .filter(([mark]) => mark !== '²' && mark !== '³')
    .map((found) => ({ at: span(found, offset), mark: found[0] }));
}
