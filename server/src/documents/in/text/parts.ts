import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import type { Line } from './pages.js';

export type PartKind = 'report' | 'letter' | 'reply';

export interface Part {
  kind: PartKind;
  lines: Line[];
}

/**
 * Cuts a publication into cover, letter and reply, at the titles that letter and reply begin with. A text with neither is
 * one part: a reply if it answers, a letter if it has groups that ask; otherwise it is no consultation.
 */
export function readParts(lines: readonly Line[], language: Language): Part[] {
  const letter = titlePattern(language.titles.letter);
  const reply = titlePattern(language.titles.reply);
  const parts: Part[] = [];
  const begun = new Set<PartKind>();
  for (const line of lines) {
    const text = line.text.trim();
    const kind: PartKind | null =
      !begun.has('letter') && letter.test(text)
        ? 'letter'
        : !begun.has('reply') && reply.test(text)
          ? 'reply'
          : null;
    if (kind) {
      begun.add(kind);
      parts.push({ kind, lines: [] });
    } else if (parts.length === 0) parts.push({ kind: 'report', lines: [] });
    parts.at(-1)!.lines.push(line);
  }
  const filled = parts.filter((part) => part.lines.some(({ text }) => text.trim()));
  if (begun.size > 0) return filled;
  const kind = kindOf(lines, language);
  return kind ? [{ kind, lines: [...lines] }] : [];
}

export function titlePattern(titles: readonly string[]): RegExp {
  return new RegExp(`^(?:${titles.join('|')})`, 'u');
}

function kindOf(lines: readonly Line[], language: Language): PartKind | null {
  const { answerWord, groupHeadings } = patternsOf(language);
  let answers = 0;
  let groups = 0;
  for (const { text } of lines) {
    const line = text.trim();
    answerWord.lastIndex = 0;
    const marker = answerWord.exec(line);
    if (marker && /^[^.?!]{0,80}(?::|$)/.test(line.slice(marker[0].length))) answers++;
    else if (line.length < 160 && groupHeadings.some((pattern) => pattern.test(line))) groups++;
  }
  return answers > 0 ? 'reply' : groups > 0 ? 'letter' : null;
}
