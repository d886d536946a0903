import type { Block, Brief } from '../../model/brief.js';
import type { NumberOpener } from '../../model/facts.js';
import type { Text, TextEdit } from '../../text/text.js';

/**
 * Gives a question that opens with "12." its number. What is indented below it in a list stays below it when the number
 * gets longer or shorter.
 */
export function openerEdits({ text }: Brief, block: Block, { at }: NumberOpener, number: number): TextEdit[] {
  const digits = digitsOf(text, block.from + at.to);
  const insert = String(number);
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
