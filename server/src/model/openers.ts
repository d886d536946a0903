import type { Patterns } from '../languages/patterns.js';
import type { AnswerOpener, Heading, LetterOpener, NumberOpener, Opener, QuestionOpener } from './facts.js';
import { readNumbers } from './numbers.js';
import { wordBefore } from './sentences.js';

const numberAtStart = /([ \t]{0,40})(?:\*\*|__)?(\d{1,4})([.)])(?=[ \t]|$)/my;
const firstLetterAt = /[ \t]{0,40}(?:[-*+][ \t]{1,4})?[a-z](?![\p{L}\p{N}])/uy;
const headingMarks = /[ \t]{0,3}(#{1,6})[ \t]{1,80}/y;
const boldStart = /[ \t]{0,40}(?:\*\*|__|\*|_)?/y;

/**
 * What opens something at the start of a line of a block: numbers, letters, markers; or a heading, or a signature.
 * @param start where to begin
 * @param indent what stands before the block on its line
 * @param source the block as it is written, where `text` has blanks for marks: bold is no indent
 */
export function findOpeners(
  text: string,
  name: string,
  patterns: Patterns,
  start = 0,
  indent = '',
  source = text,
): Opener[] {
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
  for (let from = start; from <= text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end);
    const opener = lineOpener(text, line, from, above, name, patterns, indent, source);
    if (opener) {
      openers.push(opener);
      const part = opener.kind === 'number' ? letterBehind(text, opener.at.to) : null;
      if (part) openers.push(part);
    } else if (from === 0 && name === 'Paragraph') {
      const whole = text.trim();
      if (whole.length <= 200 && !/[.?!:]$/.test(whole) && patterns.signature.test(whole))
        openers.push({ kind: 'signature', at: { from: 0, to: end } });
      else if (patterns.afterword.test(whole)) openers.push({ kind: 'afterword', at: { from: 0, to: 0 } });
    }
    above = line;
    from = end + 1;
  }
  return openers;
}

const letterBehindNumber = /[ \t]{0,9}(a)([.)])(?=[ \t])/y;

/** "3. a) …": the first sub-question stands behind the number. */
function letterBehind(text: string, from: number): LetterOpener | null {
  letterBehindNumber.lastIndex = from;
  const found = letterBehindNumber.exec(text);
  if (!found) return null;
  const to = from + found[0].length;
  return {
    kind: 'letter',
    at: { from: to - 2, to },
    letter: found[1],
    mark: found[2] as '.' | ')',
    apart: true,
    more: [],
  };
}

function lineOpener(
  text: string,
  line: string,
  from: number,
  above: string,
  name: string,
  patterns: Patterns,
  indent: string,
  source: string,
): Opener | null {
  const first = line.trimStart()[0];
  if (!first || startsEscaped(source, from)) return null;
  numberAtStart.lastIndex = 0;
  const number = /[\d*_]/.test(first) ? numberAtStart.exec(line) : null;
  if (number) {
    const blanks = /^[ \t]*/.exec(source.slice(from, from + number[0].length))![0];
    const opener: NumberOpener = {
      kind: 'number',
      at: { from: from + number[1].length, to: from + number[0].length },
      number: Number(number[2]),
      mark: number[3] as '.' | ')',
      indented: isIndented((from === 0 ? indent : '') + blanks, name === 'ListItem' && from > 0),
      apart: from === 0 || above.trim() === '',
      afterSentence: endsSentence(above, patterns),
    };
    return opener;
  }
  const letters = /[a-z*+-]/.test(first) ? lettersAt(line, from, patterns) : null;
  if (letters) {
    const apart = from === 0 || /^\s{0,40}$|[.;:?!][\s*_]{0,9}$/.test(above.slice(-40));
    return { ...letters, apart };
  }
  if (!/[\p{Lu}\d*_]/u.test(first)) return null;
  boldStart.lastIndex = from;
  const start = from + (boldStart.exec(text)?.[0].length ?? 0);
  if (/\d/.test(text[start] ?? ''))
    return from === 0 || above.trim() === '' || endsSentence(above, patterns)
      ? questionAt(text, start, patterns, false)
      : null;
  return (
    answerAt(text, start, patterns, false) ??
    answerToAllAt(line, from, patterns) ??
    questionAt(text, start, patterns, false)
  );
}

/** `a.`, or `a en b.` with the letters behind the first. */
function lettersAt(line: string, from: number, { letterAgain, through }: Patterns): LetterOpener | null {
  firstLetterAt.lastIndex = 0;
  if (!firstLetterAt.test(line)) return null;
  const letters: LetterOpener[] = [];
  for (let pos = firstLetterAt.lastIndex - 1; ; pos = letterAgain.lastIndex) {
    const at = { from: from + pos, to: from + pos + 1 };
    const one: LetterOpener = { kind: 'letter', at, letter: line[pos], mark: '.', apart: false, more: [] };
    const before = letters.at(-1);
    if (before) {
      through.lastIndex = 0;
      const gap = line.slice(before.at.to - from, pos).replace(/^[.)]/, '');
      if (through.test(gap.trim())) letters.push(...between(before, one));
    }
    letters.push(one);
    letterAgain.lastIndex = pos + 1;
    if (!letterAgain.test(line)) break;
  }
  const [opener, ...more] = letters;
  const end = letters.at(-1)!.at.to;
  const mark = /^[.)](?=[ \t])/.exec(line.slice(end - from))?.[0] as '.' | ')' | undefined;
  return mark ? { ...opener, at: { from: opener.at.from, to: end + 1 }, mark, more } : null;
}

/** The letters that "a t/m d" does not write. */
function between(first: LetterOpener, last: LetterOpener): LetterOpener[] {
  const letters: LetterOpener[] = [];
  for (let code = first.letter.charCodeAt(0) + 1; code < last.letter.charCodeAt(0); code++)
    letters.push({
      ...last,
      at: { from: last.at.from, to: last.at.from },
      letter: String.fromCharCode(code),
    });
  return letters;
}

/** `\*2024.` is printed as it stands: the sign before the number is there, although the text has a blank for it. */
function startsEscaped(source: string, from: number): boolean {
  let at = from;
  while (source[at] === ' ' || source[at] === '\t') at++;
  return source[at] === '\\';
}

/** Two blanks from the margin or more. A tab before a pasted paragraph is none, unless it stands in a list. */
function isIndented(indent: string, inList: boolean): boolean {
  return /^\t* {2,}|^ \t/.test(indent) || (inList && indent.includes('\t'));
}

/** A marker, with the numbers that it names, at `start`. */
export function answerAt(
  text: string,
  start: number,
  patterns: Patterns,
  heading: boolean,
): AnswerOpener | null {
  const line = text.slice(start, endOfLine(text, start));
  patterns.answerWord.lastIndex = 0;
  const word = patterns.answerWord.exec(line)?.[0];
  if (!word) return null;
  let pos = skipInLine(line, word.length);
  patterns.answerLink.lastIndex = pos;
  const link = patterns.answerLink.exec(line)?.[0];
  if (link) pos = skipInLine(line, pos + link.length);
  const list = readNumbers(line, pos, patterns, start, { again: patterns.nounAgain });
  if ((link && !list) || list?.withdrawn.length) return null;
  if (list) pos = list.end;
  const tail = /^[ \t]{0,3}(?:\*\*|__|\*|_)?[ \t]{0,3}(?::|\.?$)(?:\*\*|__|\*|_)?/.exec(
    line.slice(pos).trimEnd(),
  );
  if (!tail) return null;
  return {
    kind: 'answer',
    at: { from: lineStartOf(text, start), to: start + pos + tail[0].length },
    word,
    numbers: list?.numbers ?? [],
    heading,
    colon: tail[0].includes(':'),
    all: false,
  };
}

/** "Antwoord van … namens de Commissie", alone on its line. */
function answerToAllAt(line: string, from: number, patterns: Patterns): AnswerOpener | null {
  const plain = line.trim().slice(0, 300);
  if (!patterns.answerToAll.test(plain)) return null;
  return {
    kind: 'answer',
    at: { from, to: from + line.trimEnd().length },
    word: plain,
    numbers: [],
    heading: false,
    colon: false,
    all: true,
  };
}

/** "Vraag 12" at `start`, the rest of the line empty or behind a colon; or the numbers alone. */
export function questionAt(
  text: string,
  start: number,
  patterns: Patterns,
  heading: boolean,
): QuestionOpener | null {
  const line = text.slice(start, endOfLine(text, start));
  patterns.questionWord.lastIndex = 0;
  const word = patterns.questionWord.exec(line)?.[0] ?? '';
  if (!word && line.length > 200) return null;
  const pos = skipInLine(line, word.length);
  const list = readNumbers(line, pos, patterns, start, word ? { again: patterns.nounAgain } : {});
  if (!list || list.withdrawn.length || list.numbers.some(({ spelled }) => spelled)) return null;
  const tail = line.slice(list.end).trimEnd();
  const alone = /^[ \t]{0,3}[.:]?(?:\*\*|__|\*|_)?[.:]?(?:[ \t]#{1,6})?$/.test(tail);
  const colon = word && !heading ? /^[ \t]{0,3}(?:\*\*|__)?:(?:\*\*|__)?(?=[ \t])/.exec(tail) : null;
  if (!alone && !colon) return null;
  // "1." alone is a numbered question without its text.
  if (!word && !heading && /^[ \t]{0,3}[.:]/.test(tail)) return null;
  return {
    kind: 'question',
    at: {
      from: lineStartOf(text, start),
      to: start + (alone ? line.length : list.end + colon![0].length),
    },
    numbers: list.numbers,
    heading,
    asks: !patterns.statements.has(word.toLowerCase()),
    form: !alone ? 'inline' : word || heading ? 'word' : 'number',
  };
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

/** Whether a line ends a sentence: "nr." and "mr." do not. */
export function endsSentence(line: string, { abbreviations }: Patterns): boolean {
  let end = line.length;
  for (let behind = 0; behind < 6 && mayFollowSign.test(line.charAt(end - 1)); behind++) end--;
  return (
    sentenceSign.test(line.charAt(end - 1)) && !abbreviations.has(wordBefore(line, end - 1).toLowerCase())
  );
}

const sentenceSign = /[.?!:;]/;
const mayFollowSign = /[\s"”’')\]*_]/;

const headingNumber = /^(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,5})\.?\s{1,3}/;

/** The groups that a heading names, or the members by name. */
export function groupsOf(
  title: string,
  { groupHeadings, memberHeading, memberAnd, groupAnd, aroundGroup, groupAbout }: Patterns,
): string[] {
  const plain = title.replace(headingNumber, '').trim();
  // "het lid Van der Plas" is a name, "het lid van de fractie" is none: here a capital counts.
  const members = memberHeading.exec(plain)?.groups?.names;
  if (members && /^\p{Lu}/u.test(members) && /\p{Ll}/u.test(members))
    return members
      .split(groupAbout, 1)[0]
      .split(memberAnd)
      .map((name) => name.trim())
      .filter(Boolean);
  for (const pattern of groupHeadings) {
    const names = pattern.exec(plain)?.groups?.names.split(groupAbout, 1)[0];
    if (names)
      return names
        .split(groupAnd)
        .map((name) => name.trim().replace(aroundGroup, '').trim())
        .filter(Boolean);
  }
  return [];
}
