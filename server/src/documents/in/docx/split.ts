import type { Patterns } from '../../../languages/patterns.js';
import { answerAt, questionAt } from '../../../model/openers.js';
import { plainText, type DraftInline } from '../draft/part.js';

/** Whether a line is "Vraag 3" or "Antwoord op vraag 3" and nothing else. */
export function opensAlone(text: string, patterns: Patterns): boolean {
  const line = lineOf(text);
  const answer = answerAt(line, 0, patterns, false);
  if (answer) return answer.at.to >= line.length;
  const question = questionAt(line, 0, patterns, false);
  return question !== null && question.form === 'word';
}

/** Whether a line begins with what opens a question or an answer. */
export function opensSomething(text: string, patterns: Patterns): boolean {
  const line = lineOf(text);
  if (answerAt(line, 0, patterns, false)) return true;
  const question = questionAt(line, 0, patterns, false);
  return question !== null && question.form !== 'number';
}

export function isAnswer(text: string, patterns: Patterns): boolean {
  return answerAt(lineOf(text), 0, patterns, false) !== null;
}

/** A line with plain blanks, of which the openers are read. */
export function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Cuts a paragraph where a line of it opens a question or an answer: "Vraag 3", a tab or a line end, and the question
 * behind it.
 */
export function splitOpeners(inlines: readonly DraftInline[], patterns: Patterns): DraftInline[][] {
  const parts: DraftInline[][] = [[]];
  let alone = false;
  for (const line of linesOf(inlines)) {
    const text = plainText(line);
    const pieces = cutBehindOpener(line, patterns);
    if (parts.at(-1)!.length > 0) {
      if (alone || opensSomething(text, patterns)) parts.push([]);
      else parts.at(-1)!.push({ kind: 'break' });
    }
    pieces.forEach((piece, i) => {
      if (i > 0) parts.push([]);
      parts.at(-1)!.push(...piece);
    });
    alone = opensAlone(plainText(pieces.at(-1)!), patterns);
  }
  return parts;
}

function linesOf(inlines: readonly DraftInline[]): DraftInline[][] {
  const lines: DraftInline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === 'break') lines.push([]);
    else lines.at(-1)!.push(inline);
  }
  return lines;
}

/** Two pieces where a tab or the end of bold stands behind an opener, else one. */
function cutBehindOpener(line: readonly DraftInline[], patterns: Patterns): DraftInline[][] {
  for (const [i, inline] of line.entries()) {
    if (inline.kind !== 'text') continue;
    const tab = inline.text.indexOf('\t');
    const next = line[i + 1];
    const endsBold =
      inline.strong && next?.kind === 'text' && !next.strong && !inline.text.trimEnd().endsWith(':');
    if (tab < 0 && !endsBold) continue;
    const end = tab < 0 ? inline.text.length : tab;
    const before = [...line.slice(0, i), { ...inline, text: inline.text.slice(0, end) }];
    if (plainText(before).trim() === '') continue;
    const after = [{ ...inline, text: inline.text.slice(end) }, ...line.slice(i + 1)];
    return opensAlone(plainText(before), patterns) && plainText(after).trim() !== ''
      ? [before, after]
      : [[...line]];
  }
  return [[...line]];
}
