import type { Patterns } from '../languages/patterns.js';
import type { AnswerOpener, Heading, LetterOpener, NumberOpener, Opener, QuestionOpener } from './facts.js';
import { readNumbers } from './numbers.js';

const numberAtStart = /([ \t]{0,40})(?:\*\*|__)?(\d{1,4})([.)])(?=[ \t]|$)/my;
const letterAtStart = /[ \t]{0,40}(?:[-*+][ \t]{1,4})?([a-z])([.)])(?=[ \t])/y;
const headingMarks = /[ \t]{0,3}(#{1,6})[ \t]{1,80}/y;
const boldStart = /[ \t]{0,40}(?:\*\*|__|\*|_)?/y;

/** What opens something at the start of a line of a block: numbers, letters, markers; or a heading, or a signature. */
export function findOpeners(text: string, name: string, patterns: Patterns, start = 0): Opener[] {
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
}

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
      afterSentence: endsSentence(above, patterns),
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

/** A marker, with the numbers that it names, at `start`. */
export function answerAt(
  text: string,
  start: number,
  patterns: Patterns,
  heading: boolean,
): AnswerOpener | null {
  patterns.answerWord.lastIndex = start;
  const word = patterns.answerWord.exec(text)?.[0];
  if (!word) return null;
  let pos = skipInLine(text, start + word.length);
  patterns.answerLink.lastIndex = pos;
  const link = patterns.answerLink.exec(text)?.[0];
  if (link) pos = skipInLine(text, pos + link.length);
  const lineEnd = endOfLine(text, pos);
  const list = readNumbers(text.slice(0, lineEnd), pos, patterns);
  if ((link && !list) || list?.withdrawn.length) return null;
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

/** "Vraag 12" and the rest of the line empty, at `start`; in a heading, the numbers alone. */
export function questionAt(
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
  if (!list || list.withdrawn.length || list.numbers.some(({ spelled }) => spelled)) return null;
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
  const end = /(?<word>[\p{L}\p{N}.]{0,12})[.?!:;][\s"”’')\]*_]{0,6}$/u.exec(line.slice(-40));
  return end !== null && !abbreviations.has(end.groups!.word.toLowerCase());
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
