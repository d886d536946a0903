import type { Words } from '../../../languages/messages.js';

/** Text of the dialect, with what is to be said of its lines, which count from 0. */
export interface Written {
  text: string;
  notices: { line: number; message: Words }[];
}

export const nothing: Written = { text: '', notices: [] };

export function joined(pieces: readonly Written[], between: string): Written {
  const notices: Written['notices'] = [];
  let text = '';
  let line = 0;
  pieces.forEach((piece, i) => {
    if (i > 0) text += between;
    if (i > 0) line += countLines(between);
    for (const notice of piece.notices) notices.push({ ...notice, line: line + notice.line });
    text += piece.text;
    line += countLines(piece.text);
  });
  return { text, notices };
}

/** With something before its first line, and something before all others that are not empty. */
export function indented({ text, notices }: Written, first: string, rest: string): Written {
  const lines = text.split('\n').map((line, i) => (i === 0 ? first + line : line && rest + line));
  return { text: lines.join('\n'), notices };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
