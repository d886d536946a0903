import { extentOf, rangeOf, type Brief } from '../model/brief.js';
import { trimmed, type Range } from '../text/text.js';
import { blockAt, segmentAt } from './around.js';
import { symbols, type BriefSymbol } from './symbols.js';

/**
 * What a selection at each offset grows to, step by step: the word, the sentence, the paragraph, the question or answer, the
 * question with its answer, the group, the document. Each range contains the one before it and is longer.
 */
export function selectionRanges(brief: Brief, offsets: readonly number[]): Range[][] {
  const outline = symbols(brief);
  return offsets.map((offset) => {
    const around = [...candidates(brief, outline, offset)].filter(
      ({ from, to }) => from <= offset && offset <= to,
    );
    around.sort((a, b) => a.to - a.from - (b.to - b.from));
    const nested: Range[] = [];
    for (const range of around) {
      const inner = nested.at(-1);
      const contains = !inner || (range.from <= inner.from && inner.to <= range.to);
      if (contains && (!inner || range.to - range.from > inner.to - inner.from)) nested.push(range);
    }
    return nested;
  });
}

function* candidates(brief: Brief, outline: readonly BriefSymbol[], offset: number): Generator<Range> {
  const { text, frontMatter, questions, answers, definitions } = brief;
  yield { from: 0, to: text.length };
  yield* wordAt(brief, offset);
  if (offset < frontMatter.block.length) {
    const { from, to } = text.lineAt(offset);
    yield { from, to };
    yield trimmed(text, { from: 0, to: frontMatter.block.length });
    for (const { valueAt } of frontMatter.entries) yield valueAt;
    return;
  }
  const block = blockAt(brief, offset);
  if (!block) return;
  yield trimmed(text, { from: block.from, to: block.from + block.length });
  yield* paragraphAt(brief, offset);
  const place = segmentAt(brief, offset);
  if (place) {
    const { segment } = place;
    for (const at of [segment.at, segment.body]) yield trimmed(text, rangeOf({ block, at }));
    for (const { at } of segment.sentences) yield rangeOf({ block, at });
  }
  for (const { fact } of definitions.filter((one) => one.block === block))
    for (const at of [fact.at, fact.body]) yield trimmed(text, rangeOf({ block, at }));
  for (const { segments, subQuestions } of questions) {
    const extent = extentOf(segments);
    if (extent.from > offset || offset > extent.to) continue;
    yield trimmed(text, extent);
    for (const sub of subQuestions) yield trimmed(text, extentOf(sub.segments));
  }
  for (const { segments } of answers) {
    const extent = extentOf(segments);
    if (extent.from <= offset && offset <= extent.to) yield trimmed(text, extent);
  }
  yield* within(outline, offset);
}

/** Groups, headings, and questions with their answers. */
function* within(outline: readonly BriefSymbol[], offset: number): Generator<Range> {
  for (const { range, children } of outline)
    if (range.from <= offset && offset <= range.to) {
      yield range;
      yield* within(children, offset);
    }
}

const longestWord = 100;
const word = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

function* wordAt({ text }: Brief, offset: number): Generator<Range> {
  const line = text.lineAt(offset);
  const start = Math.max(line.from, offset - longestWord);
  for (const { index, 0: found } of text
    .sliceString(start, Math.min(line.to, offset + longestWord))
    .matchAll(word))
    yield { from: start + index, to: start + index + found.length };
}

/** The lines around an offset, up to an empty one. */
function* paragraphAt({ text }: Brief, offset: number): Generator<Range> {
  const isEmpty = (number: number) => text.line(number).text.trim() === '';
  const { number } = text.lineAt(offset);
  if (isEmpty(number)) return;
  let first = number;
  let last = number;
  while (first > 1 && !isEmpty(first - 1)) first--;
  while (last < text.lines && !isEmpty(last + 1)) last++;
  yield { from: text.line(first).from, to: text.line(last).to };
}
