/**
 * Text of a document as a rope of lines: an edit costs the logarithm of the length, and no old text is kept alive.
 * Offsets count UTF-16 code units with every line end as one; positions are zero-based lines and UTF-16 characters.
 */
export { Text } from '@codemirror/state';
import { Text } from '@codemirror/state';

export interface Range {
  from: number;
  to: number;
}

export interface Position {
  line: number;
  character: number;
}

/** A change of `text[from..to]` into `insert`. */
export interface TextEdit extends Range {
  insert: string;
}

export function textOf(source: string): Text {
  return Text.of(source.split(/\r\n|\r|\n/));
}

/** A stretch without the blanks at its end. */
export function trimmed(text: Text, { from, to }: Range): Range {
  return { from, to: from + text.sliceString(from, to).trimEnd().length };
}

/** The line end that a file uses, so that what we write keeps it. */
export function lineEndOf(source: string): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
}

export function positionAt(text: Text, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length));
  const line = text.lineAt(inside);
  return { line: line.number - 1, character: inside - line.from };
}

/** Where a range starts and ends. Finding a line is what costs here, and most ranges have one. */
export function positionsOf(text: Text, { from, to }: Range): { start: Position; end: Position } {
  const inside = Math.max(0, Math.min(from, text.length));
  const line = text.lineAt(inside);
  const start = { line: line.number - 1, character: inside - line.from };
  const isWithin = line.from <= to && to <= line.to;
  return { start, end: isWithin ? { line: start.line, character: to - line.from } : positionAt(text, to) };
}

/** Positions past the end of a line or of the text are moved to that end, as the protocol asks. */
export function offsetAt(text: Text, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= text.lines) return text.length;
  const at = text.line(line + 1);
  return Math.min(at.from + Math.max(0, character), at.to);
}

/** Applies edits that do not overlap; order does not matter. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let done = 0;
  for (const edit of sorted) {
    if (edit.from < done) throw new RangeError(`edits overlap at ${edit.from}`);
    result += source.slice(done, edit.from) + edit.insert;
    done = edit.to;
  }
  return result + source.slice(done);
}
