import type { Line } from './lines.js';
import type { Measure } from './measure.js';
import { isGroupHeading, openingOf, type Opening } from './openings.js';
import type { Publication } from './publication.js';
import { endsSentence } from './sentence.js';

/** A heading that names many groups takes no more lines. */
const longestHeading = 4;

/**
 * The heading of a group, which may take several lines: after the last of them there is room, or something else begins.
 * So a sentence that starts as a heading does ("De fractie van D66 vraagt …") is none.
 */
export function headingAt(
  lines: readonly Line[],
  from: number,
  print: Measure,
  publication: Publication,
): Opening | null {
  if (!/^\p{Lu}/u.test(lines[from].text) || !isGroupHeading(lines[from].text, publication.patterns))
    return null;
  for (let count = 1; count <= longestHeading; count++) {
    const heading = lines.slice(from, from + count);
    const text = heading.map((line) => line.text).join(' ');
    const next = lines.at(from + count);
    if (endsSentence(text)) return null;
    const ends =
      from + count >= lines.length ||
      !next ||
      print.leavesRoom(heading.slice(-1), next) ||
      publication.patterns.groupOpening.test(next.text) ||
      !['bullet', undefined].includes(openingOf(next, publication)?.kind);
    if (ends)
      return isGroupHeading(text, publication.patterns)
        ? { kind: 'group', whole: false, lines: count }
        : null;
  }
  return null;
}

/** A line that is no sentence, between the end of one and a question: a heading that says what the questions are about. */
export function themeAt(lines: readonly Line[], at: number, publication: Publication): Opening | null {
  const { text } = lines[at];
  const next = at + 1 < lines.length ? openingOf(lines[at + 1], publication)?.kind : null;
  const isTheme =
    /^\p{Lu}.{2,100}$/u.test(text) &&
    !endsSentence(text) &&
    !text.endsWith(',') &&
    (next === 'number' || next === 'question' || next === 'item') &&
    (at === 0 || endsSentence(lines[at - 1].text));
  return isTheme ? { kind: 'theme', whole: true } : null;
}
