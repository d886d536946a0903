import type { Tree } from '@lezer/common';
import type { Language } from '../languages/language.js';
import { patternsOf, type Patterns } from '../languages/patterns.js';
import { blank, readInline, type InlineMarks } from '../syntax/inline.js';
import type { Range } from '../text/text.js';
import { findCitations } from './citations.js';
import { isoDate } from './dates.js';
import { readDirective } from './directives.js';
import type {
  Content,
  CrossReference,
  Facts,
  FrameFact,
  FootnoteDefinition,
  FootnoteReference,
  InlineFootnote,
  LiteralMark,
  Opener,
  Segment,
} from './facts.js';
import { readNumbers } from './numbers.js';
import { endsSentence, findOpeners } from './openers.js';
import { readSentences } from './sentences.js';

/**
 * Reads what one block says on its own.
 * @param node the block's node, for its type and children
 * @param source the block's text
 */
export function readFacts(node: Tree, source: string, language: Language): Facts {
  const patterns = patternsOf(language);
  const facts: Facts = {
    segments: [],
    thing: null,
    definitions: [],
    directives: [],
    openComments: [],
    endsSentence: endsSentence(source.slice(-40).trimEnd()),
    part: null,
  };
  const { name } = node.type;
  switch (name) {
    case 'HorizontalRule':
      facts.segments.push(emptySegment(source.length, { kind: 'break', at: { from: 0, to: source.length } }));
      return facts;
    case 'CommentBlock':
    case 'HTMLBlock':
    case 'ProcessingInstructionBlock':
      readComments(source, language, facts);
      return facts;
    case 'FencedCode':
    case 'CodeBlock':
    case 'LinkReference':
      facts.segments.push({ ...emptySegment(source.length, null), content: 'text' });
      return facts;
  }
  const { masked, marks, hidden } = maskMarkup(node, source);
  for (const { from, to } of marks.comments) {
    const directive = readDirective(source.slice(from, to), from, language);
    if (directive) facts.directives.push(directive);
  }
  if (source.includes('<!--')) openComments(source, [...hidden, ...marks.hidden], facts);

  if (name === 'Table') facts.thing = 'table';
  else if (name === 'ListItem') facts.thing = 'list';
  else if (/^!\[[^\]]{0,200}\]\(/.test(source)) facts.thing = 'image';
  if (name === 'Paragraph' && marks.links.length === 1) {
    const [{ from, to, href }] = marks.links;
    if (
      from === 0 &&
      to === source.trimEnd().length &&
      href &&
      !/^[a-z][a-z\d+.-]{1,20}:/i.test(source.slice(href.from, href.to))
    )
      facts.part = { at: { from, to }, target: href, href: source.slice(href.from, href.to) };
  }

  const definitions = definitionsOf(node, 0, []);
  const notes: (FootnoteReference | InlineFootnote)[] = [
    ...marks.references
      .filter(({ from }) => !definitions.some((definition) => definition.from === from))
      .map(({ from, to, label }): FootnoteReference => ({ kind: 'reference', at: { from, to }, label })),
    ...marks.inlineNotes.map(({ from, to }): InlineFootnote => ({
      kind: 'inline',
      at: { from, to },
      text: source.slice(from + 2, to - 1),
    })),
  ].sort((a, b) => a.at.from - b.at.from);

  for (const definition of definitions) facts.definitions.push(readDefinition(source, definition));
  const openers =
    facts.part || definitions.length || name === 'Table' || name === 'Blockquote'
      ? []
      : findOpeners(masked, name, patterns);
  const cuts = [...(openers[0]?.at.from === 0 ? [] : [null]), ...openers];
  cuts.forEach((opener, i) => {
    const from = opener?.at.from ?? 0;
    const to = cuts[i + 1]?.at.from ?? source.length;
    const bodyFrom = skipMarker(source, opener?.at.to ?? bodyStart(source, facts), to);
    facts.segments.push(
      readSegment(masked, { from, to }, { from: bodyFrom, to }, opener, notes, patterns, name, language),
    );
  });
  if (definitions.length) for (const segment of facts.segments) segment.content = 'none';
  return facts;
}

/** The words of a block with marks, code, comments and markup blanked: same length, so that positions stay. */
export function maskMarkup(
  node: Tree,
  source: string,
): { masked: string; marks: InlineMarks; hidden: Range[] } {
  const hidden = hiddenBlocks(node, 0, []);
  const marks = readInline(hidden.length ? blank(source, hidden) : source);
  return { masked: blank(source, [...hidden, ...marks.hidden]), marks, hidden };
}

function emptySegment(length: number, opener: Opener | null): Segment {
  const body = { from: opener ? opener.at.to : 0, to: length };
  return {
    at: { from: 0, to: length },
    opener,
    body,
    content: 'none',
    sentences: [],
    notes: [],
    crossReferences: [],
    citations: [],
    announcements: [],
    literalMarks: [],
    brokenWords: [],
    templates: [],
    frameFacts: [],
  };
}

/** In a definition, the body starts behind its mark. */
function bodyStart(_source: string, { definitions }: Facts): number {
  return definitions[0]?.body.from ?? 0;
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
function hiddenBlocks(tree: Tree, from: number, found: Range[]): Range[] {
  tree.children.forEach((child, i) => {
    const at = from + tree.positions[i];
    if (!('children' in child)) return;
    if (/^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock)$/.test(child.type.name))
      found.push({ from: at, to: at + child.length });
    else hiddenBlocks(child, at, found);
  });
  return found;
}

function definitionsOf(tree: Tree, from: number, found: Range[]): Range[] {
  if (tree.type.name === 'FootnoteDefinition') found.push({ from, to: from + tree.length });
  tree.children.forEach((child, i) => {
    if ('children' in child) definitionsOf(child, from + tree.positions[i], found);
  });
  return found;
}

function readDefinition(source: string, { from, to }: Range): FootnoteDefinition {
  const close = source.indexOf(']:', from);
  const bodyFrom = skipMarker(source, close + 2, to);
  return {
    at: { from, to },
    mark: { from, to: close + 1 },
    label: source.slice(from + 2, close),
    body: { from: Math.min(bodyFrom, to), to },
    text: source.slice(bodyFrom, to).replace(/\s+/g, ' ').trim(),
  };
}

function readComments(source: string, language: Language, facts: Facts): void {
  const done: Range[] = [];
  for (let from = source.indexOf('<!--'); from >= 0; from = source.indexOf('<!--', from + 4)) {
    const end = source.indexOf('-->', from + 4);
    if (end < 0) break;
    done.push({ from, to: end + 3 });
    const directive = readDirective(source.slice(from, end + 3), from, language);
    if (directive) facts.directives.push(directive);
    from = end - 1;
  }
  openComments(source, done, facts);
}

/** A comment left open hides the rest of its block from a Markdown viewer: it is reported at its own line. */
function openComments(source: string, closed: readonly Range[], facts: Facts): void {
  for (let from = source.indexOf('<!--'); from >= 0; from = source.indexOf('<!--', from + 4)) {
    if (closed.some((range) => range.from <= from && from < range.to)) continue;
    if (source.indexOf('-->', from) >= 0) continue;
    const line = source.indexOf('\n', from);
    facts.openComments.push({ at: { from, to: line < 0 ? source.length : line } });
    return;
  }
}

function readSegment(
  masked: string,
  at: Range,
  body: Range,
  opener: Opener | null,
  notes: readonly (FootnoteReference | InlineFootnote)[],
  patterns: Patterns,
  block: string,
  language: Language,
): Segment {
  const text = masked.slice(body.from, body.to);
  const offset = body.from;
  const sentences = opener?.kind === 'heading' ? [] : readSentences(text, patterns, offset);
  const crossReferences = findCrossReferences(text, patterns, offset);
  const inside = ({ from }: Range) => from >= at.from && from < at.to;
  return {
    at,
    opener,
    body,
    content:
      block === 'Table'
        ? 'text'
        : contentOf(
            text,
            sentences.map((s) => masked.slice(s.at.from, s.at.to)),
            crossReferences,
            patterns,
          ),
    sentences,
    notes: notes.filter((note) => inside(note.at)),
    crossReferences,
    citations: findCitations(text, offset),
    announcements: patterns.announcements.flatMap(({ pattern, thing }) =>
      [...text.matchAll(pattern)].map((found) => ({ at: span(found, offset), thing })),
    ),
    literalMarks: findLiteralMarks(text, offset),
    brokenWords: [
      ...text.matchAll(
        /(?<![\p{L}-])(?:(\p{L}{2,30})- (\p{Ll}{2,30})|(\p{Lu}{2,30})- (\p{Lu}{2,30}))(?![\p{L}-])/gu,
      ),
    ]
      .filter(([, , second]) => second === undefined || !patterns.suspended.test(second))
      .map((found) => ({ at: span(found, offset), joined: (found[1] ?? found[3]) + (found[2] ?? found[4]) })),
    templates: [...text.matchAll(patterns.templates)].map((found) => ({ at: span(found, offset) })),
    frameFacts: block === 'Paragraph' ? findFrameFacts(text, offset, language) : [],
  };
}

/** "Den Haag, 23 oktober 2024" as a paragraph, "ingezonden op 28 november 2024 met kenmerk 1754", "Ons kenmerk: 12". */
function findFrameFacts(text: string, offset: number, language: Language): FrameFact[] {
  const found: FrameFact[] = [];
  const { placeAndDate, sent, marks } = patternsOf(language);
  const own = text.length < 100 ? placeAndDate.exec(text) : null;
  const date = own?.groups && isoDate(own.groups.date, language);
  if (own?.groups && date) {
    const from = offset + own.index + own[0].lastIndexOf(own.groups.date);
    found.push({ at: { from, to: from + own.groups.date.length }, kind: 'date', value: date });
  }
  for (const match of text.matchAll(sent)) {
    const value = isoDate(match.groups!.date, language);
    const from = offset + match.index + match[0].lastIndexOf(match.groups!.date);
    if (value) found.push({ at: { from, to: from + match.groups!.date.length }, kind: 'sent', value });
  }
  for (const { kind, pattern } of marks)
    for (const match of text.matchAll(pattern))
      found.push({ at: span(match, offset), kind, value: match.groups!.mark ?? '' });
  return found;
}

function span(found: RegExpExecArray, offset: number): Range {
  return { from: offset + found.index, to: offset + found.index + found[0].length };
}

function contentOf(
  text: string,
  sentences: readonly string[],
  references: readonly CrossReference[],
  patterns: Patterns,
): Content {
  const plain = text.trim();
  if (!plain) return 'none';
  if (plain.length <= 60 && patterns.placeholder.test(plain)) return 'placeholder';
  if (patterns.deferral.test(plain)) return 'deferral';
  if (
    sentences.length &&
    sentences.length <= 3 &&
    sentences.every((sentence) => patterns.referral.test(sentence)) &&
    references.length
  )
    return 'referral';
  return 'text';
}

/** References in plain words: "het antwoord op vraag 3 en 4". Silent where the numbers may mean something else. */
function findCrossReferences(text: string, patterns: Patterns, offset: number): CrossReference[] {
  const found: CrossReference[] = [];
  for (const noun of text.matchAll(patterns.noun)) {
    const list = readNumbers(text, noun.index + noun[0].length, patterns, offset);
    if (!list) continue;
    const before = patterns.answerBefore.exec(text.slice(Math.max(0, noun.index - 60), noun.index));
    const plural = /(?:n|s)\s{1,3}$/i.test(noun[0]);
    if (list.numbers.some(({ spelled }) => spelled) && (plural || !before)) continue;
    if (plural && list.numbers.length === 1 && list.numbers[0].number === list.numbers[0].to) continue;
    if (list.numbers.some(({ number }) => number > 1999)) continue;
    patterns.foreign.lastIndex = list.end;
    if (patterns.foreign.test(text)) continue;
    const from = before ? noun.index - before[0].length : noun.index;
    found.push({
      at: { from: offset + from, to: offset + list.end },
      numbers: list.numbers,
      answer: !!before,
      plural,
    });
  }
  return found;
}

const literalMark =
  /(?<=[\p{Ll}.,;:?!”"’)])(?:\[\d{1,3}\](?![(:[])|[¹²³⁰⁴⁵⁶⁷⁸⁹]{1,3}(?!\p{L}))|(?<=\p{Ll}{4}\.)\d{1,3}(?=\s\p{Lu})/gu;

/** Marks typed as text: `beleid[1]`, `beleid¹`, `beleid.12 Daarom`. */
function findLiteralMarks(text: string, offset: number): LiteralMark[] {
  return [...text.matchAll(literalMark)]
    .filter(([mark]) => mark !== '²' && mark !== '³')
    .map((found) => ({ at: span(found, offset), mark: found[0] }));
}
