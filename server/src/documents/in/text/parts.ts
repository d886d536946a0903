import type { Patterns } from '../../../languages/patterns.js';
import { answerAt } from '../../../model/openers.js';
import type { PartKind } from '../draft/part.js';
import type { Line } from './lines.js';
import { isGroupHeading } from './openings.js';
import { endsSentence } from './sentence.js';

export interface PrintedPart {
  kind: PartKind;
  lines: Line[];
}

/**
 * Cuts a publication into cover, letter and reply, at the titles that letter and reply begin with. A text with no letter in
 * it is one part: a reply if it answers, a letter if it has groups that ask; otherwise it is no consultation.
 */
export function readParts(lines: readonly Line[], patterns: Patterns): PrintedPart[] {
  const parts: PrintedPart[] = [];
  const begun = new Set<PartKind>();
  lines.forEach((line, i) => {
    const kind = titleOf(line, lines[i - 1], patterns);
    if (kind && !begun.has(kind)) {
      begun.add(kind);
      parts.push({ kind, lines: [] });
    } else if (parts.length === 0) parts.push({ kind: 'report', lines: [] });
    parts.at(-1)!.lines.push(line);
  });
  if (begun.has('letter')) return parts;
  const kind = begun.has('reply') ? 'reply' : kindOf(lines, patterns);
  return kind ? [{ kind, lines: [...lines] }] : [];
}

/** A title stands apart: words of running text that look like one do not count. */
function titleOf(line: Line, before: Line | undefined, { titles }: Patterns): PartKind | null {
  const isApart =
    !before ||
    before.page < line.page ||
    line.above > 1 ||
    endsSentence(before.text) ||
    before.text.length < 60;
  if (!isApart) return null;
  if (titles.letter.test(line.text)) return 'letter';
  return titles.reply.test(line.text) ? 'reply' : null;
}

function kindOf(lines: readonly Line[], patterns: Patterns): PartKind | null {
  if (lines.some(({ text }) => answerAt(text, 0, patterns, false) !== null)) return 'reply';
  return lines.some(({ text }) => /^\p{Lu}/u.test(text) && isGroupHeading(text, patterns)) ? 'letter' : null;
}
