import fc from 'fast-check';
import type { Block, Note, Part, Token } from './consultation.js';
import { fonts, type Font } from './fonts.js';

/** How a publication is set, and what the program that took its text out made of it. */
export interface Setting {
  font: Font;
  /** Of a line of text. */
  width: number;
  /** Lines on a page, those of its foot included. */
  height: number;
  spacing: 'double' | 'single' | 'apart';
  /** What a page starts with. */
  pages: 'space' | 'feed' | 'number';
  /** On which pages a number stands, besides those that only their number ends. */
  numbered: (page: number) => boolean;
  /** Where the number of a page stands, when another sign ends the page too. */
  numberAt: 'top' | 'bottom';
  keepsSpaces: boolean;
  hyphenates: boolean;
  /** An empty line above the foot, and between its notes. */
  footApart: boolean;
  lineEnd: '\n' | '\r\n';
}

/** Settings as they are met. */
export const setting: fc.Arbitrary<Setting> = fc.record({
  font: fc.constantFrom(...fonts),
  width: fc.integer({ min: 34, max: 56 }),
  height: fc.integer({ min: 24, max: 60 }),
  spacing: fc.constantFrom('double', 'single', 'apart'),
  pages: fc.constantFrom('space', 'feed', 'number'),
  numbered: fc.constantFrom(
    () => false,
    () => true,
    (page: number) => page % 3 === 1,
  ),
  numberAt: fc.constantFrom('top', 'bottom'),
  keepsSpaces: fc.boolean(),
  hyphenates: fc.boolean(),
  footApart: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

/** Whether a paragraph must, may or may not end behind a word. */
export type Border = 'must' | 'may' | 'no';

export interface Printed {
  source: string;
  /** By part: every word with its mark as a footnote reference, and the border behind it. */
  parts: { words: string[]; borders: Border[] }[];
}

interface PrintedLine {
  text: string;
  notes: Note[];
  /** Space above it, in lines. */
  above: number;
  /** Its paragraph goes on behind it. */
  broken: boolean;
}

interface PrintedPage {
  body: PrintedLine[];
  foot: PrintedLine[];
}

/** Lays a consultation out as published text. */
export function print(parts: readonly Part[], setting: Setting): Printed {
  const pages: PrintedPage[] = [];
  const printed = parts.map((part) => {
    const set = part.blocks.map((block) =>
      setLines(block.tokens, setting.width * (block.kind === 'item' ? 0.93 : 1), setting),
    );
    const lines = set.flatMap((lines, i) =>
      lines.map((line, j): PrintedLine => ({
        ...line,
        above: i > 0 && j === 0 && setting.spacing === 'apart' ? 1 : 0,
        broken: j + 1 < lines.length,
      })),
    );
    const own = setPages(lines, setting);
    pages.push(...own);
    const lastLines = new Set(own.map(({ body }) => body.at(-1)!.text));
    return {
      words: part.blocks.flatMap(({ tokens }) =>
        tokens.map(({ text, note }) => (note ? `${text}[^${note.number}]` : text)),
      ),
      borders: part.blocks.flatMap((block, i) => {
        const last = set[i].at(-1)!.text;
        const behind = borderBehind(block, part.blocks[i + 1], last, lastLines.has(last), setting);
        return block.tokens.map((_, j): Border => (j + 1 < block.tokens.length ? 'no' : behind));
      }),
    };
  });
  return {
    source: joinPages(
      pages.map((page) => setPage(page, setting)),
      setting,
    ),
    parts: printed,
  };
}

/** What opens something is always seen; running text is only seen to begin anew where the line before leaves room. */
function borderBehind(
  block: Block,
  next: Block | undefined,
  last: string,
  endsPage: boolean,
  { font, width, spacing }: Setting,
): Border {
  if (!next || (spacing === 'apart' && !endsPage)) return 'must';
  if (['title', 'group', 'number', 'marker', 'question', 'numbered', 'item'].includes(next.kind))
    return 'must';
  if (['number', 'question'].includes(block.kind)) return 'must';
  const room = width - font(`${last} ${next.tokens[0].text}`);
  return room > width * 0.14 ? 'must' : 'may';
}

function setLines(
  tokens: readonly Token[],
  width: number,
  setting: Setting,
): Pick<PrintedLine, 'text' | 'notes'>[] {
  const { font } = setting;
  const lines: { text: string; notes: Note[] }[] = [{ text: '', notes: [] }];
  const put = (text: string, glue: string) => {
    const line = lines.at(-1)!;
    line.text += (line.text ? glue : '') + text;
  };
  for (const { text, note } of tokens) {
    const whole = text + (note ? note.number : '');
    let rest = whole;
    let glue = ' ';
    while (rest) {
      const line = lines.at(-1)!;
      const room = width - font(line.text + (line.text ? glue : ''));
      if (font(rest) <= room) {
        put(rest, glue);
        break;
      }
      const cut = cutOf(rest, text, room, setting);
      if (cut) {
        put(cut, glue);
        rest = rest.slice(cut.endsWith('-') && rest[cut.length - 1] !== '-' ? cut.length - 1 : cut.length);
      }
      glue = '';
      if (line.text || cut) lines.push({ text: '', notes: [] });
      else {
        // Nothing fits on an empty line: it sticks out.
        put(rest, '');
        break;
      }
      if (!cut) glue = '';
    }
    if (note) lines.at(-1)!.notes.push(note);
  }
  return lines;
}

/** The part of a word that still fits, up to where it may be cut: in an address, at its hyphen, or between syllables. */
export function cutOf(
  rest: string,
  word: string,
  room: number,
  { font, hyphenates }: Pick<Setting, 'font' | 'hyphenates'>,
): string {
  const isAddress = /^(?:https?:|www\.)/.test(word);
  let best = '';
  for (let i = 3; i < rest.length - 2; i++) {
    const cut = rest.slice(0, i);
    const next = rest.slice(i);
    if (font(cut) > room) break;
    if (isAddress) {
      const afterSlash = /[^/:]\/$/.test(cut) && /^[^/]*[/=?%.]|^[^/]*-/.test(next) && !next.startsWith('/');
      if (/[-=&]$/.test(cut) || afterSlash || /^[%?]/.test(next)) best = cut;
    } else if (/\p{Lu}-$/u.test(cut) || (/\p{Ll}-$/u.test(cut) && /^\p{Lu}/u.test(next))) best = cut;
    else if (
      hyphenates &&
      /^\p{Ll}{12,}[.,;:?]?\d*$/u.test(word) &&
      isSyllable(cut, next) &&
      font(`${cut}-`) <= room
    )
      best = `${cut}-`;
  }
  return best;
}

/** A cut before a consonant and a vowel, that no reader takes for a hyphen of its own. */
function isSyllable(cut: string, next: string): boolean {
  return /[aeiou]/.test(cut) && /[aeioulnrst]$/.test(cut) && /^[bdgklmprstvw][aeiou][a-z]{2}/.test(next);
}

/** Fills pages with lines, and their feet with the notes of those lines. */
function setPages(lines: readonly PrintedLine[], setting: Setting): PrintedPage[] {
  const pages: PrintedPage[] = [];
  let body: PrintedLine[] = [];
  let foot: PrintedLine[] = [];
  const used = () =>
    body.reduce((sum, { above }) => sum + above + (setting.spacing === 'double' ? 2 : 1), 0) + foot.length;
  const finish = () => {
    if (body.length) pages.push({ body, foot });
    body = [];
    foot = [];
  };
  for (const line of lines) {
    const notes = line.notes.flatMap((note) => setNote(note, setting));
    if (body.length > 0 && used() + 2 + notes.length > setting.height) finish();
    body.push(line);
    foot.push(...notes);
  }
  finish();
  return pages;
}

/** Notes are set smaller: more fits on their lines. */
function setNote({ number, tokens }: Note, setting: Setting): PrintedLine[] {
  const [first, ...rest] = tokens;
  const numbered = [{ text: `${number} ${first.text}` }, ...rest];
  return setLines(numbered, setting.width * 1.15, { ...setting, hyphenates: false }).map((line, i) => ({
    ...line,
    above: i === 0 && setting.footApart ? 1 : 0,
    broken: false,
  }));
}

function setPage({ body, foot }: PrintedPage, setting: Setting): string[] {
  const page: string[] = [];
  body.forEach(({ text, above, broken }, i) => {
    if (i > 0) for (let j = 0; j < above + (setting.spacing === 'double' ? 1 : 0); j++) page.push('');
    page.push(setting.keepsSpaces && broken && !/[-/]$/.test(text) ? `${text} ` : text);
  });
  if (foot.length && (setting.spacing !== 'single' || setting.footApart)) page.push('');
  foot.forEach(({ text, above }, i) => {
    if (i > 0) for (let j = 0; j < above; j++) page.push('');
    page.push(text);
  });
  return page;
}

function joinPages(pages: readonly string[][], setting: Setting): string {
  const lines: string[] = [];
  pages.forEach((page, i) => {
    const number = String(i + 1);
    const starts = i > 0 ? { space: ' ', feed: '\f', number: '' }[setting.pages] : '';
    const numbered = setting.pages === 'number' || setting.numbered(i);
    const set = [...page];
    if (numbered && setting.pages !== 'number' && setting.numberAt === 'top') set.unshift(number, '');
    set[0] = starts + set[0];
    lines.push(...set);
    if (numbered && setting.pages === 'number') lines.push('', number, '', '', '');
    else if (numbered && setting.numberAt === 'bottom') lines.push('', number);
  });
  return lines.join(setting.lineEnd) + setting.lineEnd;
}
