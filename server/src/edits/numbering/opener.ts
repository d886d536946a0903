import type { Brief, Question } from '../../model/brief.js';
import { numbersOf } from '../../model/facts.js';
import type { Text, TextEdit } from '../../text/text.js';
import { listEdits } from './list.js';

/**
 * Gives a question its numbers, in the form in which it is written. What is indented below a number in a list stays below
 * it when the number gets longer or shorter.
 */
export function openerEdits(
  { text, language }: Brief,
  question: Question,
  numbers: readonly number[],
): TextEdit[] {
  const { opener } = question;
  if (!opener) return [];
  const { block, fact } = opener;
  if (fact.kind === 'question') {
    const becomes = new Map(question.numbers.map((number, i) => [number, numbers[i]]));
    const tokens = fact.numbers.map((at) => ({
      at,
      now: numbersOf([at]).map((number) => ({ number: becomes.get(number)!, letter: at.letter })),
    }));
    return listEdits(text, block.from, tokens, language);
  }
  const digits = digitsOf(text, block.from + fact.at.to);
  const insert = String(numbers[0]);
  if (text.sliceString(digits.from, digits.to) === insert) return [];
  const wider = insert.length - (digits.to - digits.from);
  const below = block.node.type.name === 'ListItem' ? indented(text, block, digits.to + 1, wider) : [];
  return [{ ...digits, insert }, ...below];
}

/** The digits before the `.` that ends at `end`. */
export function digitsOf(text: Text, end: number): { from: number; to: number } {
  const to = end - 1;
  let from = to;
  while (from > 0 && /\d/.test(text.sliceString(from - 1, from))) from--;
  return { from, to };
}

/** Lines of a list item that stand below its text, moved by as much as its number grows. */
function indented(
  text: Text,
  { from, length }: { from: number; length: number },
  markEnd: number,
  wider: number,
): TextEdit[] {
  if (wider === 0) return [];
  const first = text.lineAt(markEnd);
  const mark = markEnd - first.from;
  const gap = /^ {0,4}/.exec(first.text.slice(mark))![0].length;
  const column = mark + (gap === 0 || gap > 4 ? 1 : gap);
  const edits: TextEdit[] = [];
  for (let number = first.number + 1; number <= text.lines; number++) {
    const line = text.line(number);
    if (line.from >= from + length) break;
    if (line.text.length - line.text.trimStart().length < column || !line.text.trim()) continue;
    if (!line.text.startsWith(' '.repeat(column))) continue;
    edits.push(
      wider > 0
        ? { from: line.from, to: line.from, insert: ' '.repeat(wider) }
        : { from: line.from, to: line.from - wider, insert: '' },
    );
  }
  return edits;
}
