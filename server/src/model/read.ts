import type { Tree } from '@lezer/common';
import type { Language } from '../languages/language.js';
import { patternsOf, type Patterns } from '../languages/patterns.js';
import { blank, readInline } from '../syntax/inline.js';
import type { Range } from '../text/text.js';
import { findCitations } from './citations.js';
import { isoDate } from './dates.js';
import { readDirective } from './directives.js';
import type {
  AnswerOpener,
  Content,
  CrossReference,
  Facts,
  FrameFact,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  InlineFootnote,
  LetterOpener,
  LiteralMark,
  NumberOpener,
  Opener,
  QuestionOpener,
  Segment,
} from './facts.js';
import { readNumbers } from './numbers.js';
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
  const hidden = hiddenBlocks(node, 0, []);
  const marks = readInline(hidden.length ? blank(source, hidden) : source);
  const masked = blank(source, [...hidden, ...marks.hidden]);
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

const numberAtStart = /([ \t]{0,40})(?:\*\*|__)?(\d{1,4})([.)])(?=[ \t]|$)/my;
const letterAtStart = /[ \t]{0,40}(?:[-*+][ \t]{1,4})?([a-z])([.)])(?=[ \t])/y;
const headingMarks = /[ \t]{0,3}(#{1,6})[ \t]{1,80}/y;
const boldStart = /[ \t]{0,40}(?:\*\*|__|\*|_)?/y;

function findOpeners(text: string, name: string, patterns: Patterns): Opener[] {
  const openers: Opener[] = [];
  const isHeading = name.startsWith('ATXHeading');
  if (isHeading) {
    headingMarks.lastIndex = 0;
    const level = headingMarks.exec(text)?.[1].length ?? Number(name.slice(-1));
    const from = headingMarks.lastIndex || level;
    const title = text
      .slice(from)
      .replace(/\s#{1,10}\s{0,40}$/, '')
      .trim();
    const spelled = answerAt(text, from, patterns, true) ?? questionAt(text, from, patterns, true);
    if (spelled) return [{ ...spelled, at: { from: 0, to: spelled.at.to }, heading: true }];
    const heading: Heading = {
      kind: 'heading',
      at: { from: 0, to: text.trimEnd().length },
      level,
      title,
      groups: groupsOf(title, patterns),
    };
    return [heading];
  }
  let above = '';
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const opener = lineOpener(text, line, from, above, name, patterns);
    if (opener) openers.push(opener);
    else if (from === 0 && name === 'Paragraph') {
      const whole = text.trim();
      if (whole.length <= 200 && !/[.?!:]$/.test(whole) && patterns.signature.test(whole))
        openers.push({ kind: 'signature', at: { from: 0, to: end } });
      else if (patterns.afterword.test(whole)) openers.push({ kind: 'afterword', at: { from: 0, to: 0 } });
    }
    above = line;
    from = end + 1;
  }
  return openers;

  function lineOpener(
    text: string,
    line: string,
    from: number,
    above: string,
    name: string,
    patterns: Patterns,
  ): Opener | null {
    const first = line.trimStart()[0];
    if (!first) return null;
    numberAtStart.lastIndex = 0;
    const number = /[\d*_]/.test(first) ? numberAtStart.exec(line) : null;
    if (number) {
      const opener: NumberOpener = {
        kind: 'number',
        at: { from: from + number[1].length, to: from + number[0].length },
        number: Number(number[2]),
        mark: number[3] as '.' | ')',
        indented: name === 'ListItem' && from > 0 && number[1].length >= 2,
        apart: from === 0 || above.trim() === '',
        afterSentence: endsSentence(above),
      };
      return opener;
    }
    letterAtStart.lastIndex = 0;
    const letter = /[a-z*+-]/.test(first) ? letterAtStart.exec(line) : null;
    if (letter) {
      const opener: LetterOpener = {
        kind: 'letter',
        at: { from: from + letter[0].search(/[a-z]/), to: from + letter[0].length },
        letter: letter[1],
        mark: letter[2] as '.' | ')',
      };
      return opener;
    }
    if (!/[\p{Lu}*_]/u.test(first)) return null;
    boldStart.lastIndex = from;
    const start = from + (boldStart.exec(text)?.[0].length ?? 0);
    return answerAt(text, start, patterns, false) ?? questionAt(text, start, patterns, false);
  }

  function answerAt(text: string, start: number, patterns: Patterns, heading: boolean): AnswerOpener | null {
    patterns.answerWord.lastIndex = start;
    const word = patterns.answerWord.exec(text)?.[0];
    if (!word) return null;
    let pos = skipInLine(text, start + word.length);
    patterns.answerLink.lastIndex = pos;
    const link = patterns.answerLink.exec(text)?.[0];
    if (link) pos = skipInLine(text, pos + link.length);
    const lineEnd = endOfLine(text, pos);
    const list = readNumbers(text.slice(0, lineEnd), pos, patterns);
    if (link && !list) return null;
    if (list) pos = list.end;
    const tail = /^[ \t]{0,3}(?:\*\*|__|\*|_)?[ \t]{0,3}(?::|\.?$)(?:\*\*|__|\*|_)?/.exec(
      text.slice(pos, lineEnd).trimEnd(),
    );
    if (!tail) return null;
    return {
      kind: 'answer',
      at: { from: lineStartOf(text, start), to: pos + tail[0].length },
      word,
      numbers: list?.numbers ?? [],
      heading,
    };
  }

  function questionAt(
    text: string,
    start: number,
    patterns: Patterns,
    heading: boolean,
  ): QuestionOpener | null {
    patterns.questionWord.lastIndex = start;
    const word = patterns.questionWord.exec(text)?.[0] ?? '';
    if (!word && !heading) return null;
    const pos = skipInLine(text, start + word.length);
    const lineEnd = endOfLine(text, pos);
    const list = readNumbers(text.slice(0, lineEnd), pos, patterns);
    if (!list || list.numbers.some(({ spelled }) => spelled)) return null;
    if (
      !/^[ \t]{0,3}[.:]?(?:\*\*|__|\*|_)?[.:]?(?:[ \t]#{1,6})?$/.test(text.slice(list.end, lineEnd).trimEnd())
    )
      return null;
    return {
      kind: 'question',
      at: { from: lineStartOf(text, start), to: lineEnd },
      numbers: list.numbers,
      heading,
    };
  }
}

function lineStartOf(text: string, pos: number): number {
  return text.lastIndexOf('\n', pos - 1) + 1;
}

function endOfLine(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end < 0 ? text.length : end;
}

function skipInLine(text: string, pos: number): number {
  let end = pos;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\u00a0') end++;
  return end;
}

function endsSentence(line: string): boolean {
  return /[.?!:;][\s"”’')\]*_]{0,6}$/.test(line);
}

function groupsOf(title: string, { groupHeadings, groupAnd }: Patterns): string[] {
  for (const pattern of groupHeadings) {
    const names = pattern.exec(title)?.groups?.names;
    if (names)
      return names
        .split(groupAnd)
        .map((name) => name.trim())
        .filter(Boolean);
  }
  return [];
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
