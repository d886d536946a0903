import { textAt, type Block, type Brief, type Question, type SegmentPlace } from '../model/brief.js';
import { readInline } from '../syntax/inline.js';
import type { Range } from '../text/text.js';

/**
 * A question of the letter, or words that stand between its questions, as a reply takes them over: Markdown without
 * footnote marks and comments. Lines stay as far apart as they are in the letter.
 * @param question the question whose own number is left out
 */
export function quote(letter: Brief, question: Question | null, places: readonly SegmentPlace[]): string {
  let result = '';
  let above: { block: Block; end: number } | null = null;
  for (const place of places) {
    const { block, segment } = place;
    const { opener, at, body } = segment;
    const asks = opener !== null && opener === question?.opener?.fact;
    let text = quotedText(letter, place, asks ? body.from : at.from).trim();
    if (text === '') continue;
    // Behind the number of the question `2.` would be a question itself; a year at the start of a line is no number.
    if (opener?.kind === 'number' && !asks)
      text = text.replace(/^(\D{0,50}\d{1,4})\./, opener.number < 1000 ? '$1)' : '$1\\.');
    const source = textAt(letter.text, { from: block.from + at.from, to: block.from + at.to });
    if (above) {
      const gap = textAt(letter.text, { from: above.end, to: block.from + at.from });
      // Within a block the indent counts; blocks start at the margin.
      if (above.block === block) result += /^\s+$/.test(gap) ? gap : '\n';
      else result += /^[ \t]*\n[ \t]*$/.test(gap) ? '\n' : '\n\n';
    }
    result += text;
    above = { block, end: block.from + at.from + source.trimEnd().length };
  }
  return result;
}

/** The source of a segment from a place in its block on, without footnote marks and comments. */
export function quotedText({ text }: Brief, { block, segment }: SegmentPlace, from: number): string {
  const source = textAt(text, { from: block.from, to: block.from + block.length });
  const cuts = [
    ...[...segment.references, ...segment.inlineFootnotes].map(({ at }) => at),
    ...readInline(source).comments,
  ]
    .filter((cut) => cut.from >= from && cut.to <= segment.at.to)
    .sort((a, b) => a.from - b.from)
    .map((cut) => withBlanks(source, cut));
  let result = '';
  let done = from;
  for (const cut of cuts) {
    if (cut.from < done) continue;
    result += source.slice(done, cut.from);
    done = cut.to;
  }
  return result + source.slice(done, segment.at.to);
}

/** With the blanks that would be left over: before a stop or another blank, and the whole line of what stands alone on it. */
function withBlanks(source: string, { from, to }: Range): Range {
  let start = from;
  let end = to;
  while (start > 0 && /[ \t]/.test(source[start - 1])) start--;
  while (end < source.length && /[ \t]/.test(source[end])) end++;
  const opens = start === 0 || source[start - 1] === '\n';
  const closes = end === source.length || source[end] === '\n';
  if (opens && closes)
    return { from: Math.max(0, start - 1), to: start === 0 ? Math.min(end + 1, source.length) : end };
  return closes || /[\s.,;:?!)\]]/.test(source[to]) ? { from: start, to } : { from, to };
}
