import type { Language } from '../../languages/language.js';
import {
  markOf,
  noteNotice,
  noticeText,
  type Inline,
  type Note,
  type Piece,
  type PrintedDocument,
  type TablePiece,
} from './document.js';

/**
 * A document as plain text, for reading, mailing and comparing: a paragraph a line, with an empty line between. A footnote
 * mark is its number in brackets, `[12]` or `[3)]`; the notes stand at the end.
 */
export function toText(document: PrintedDocument): string {
  const { language, pieces, notes, strayNotes } = document;
  const blocks = [
    ...pieces.flatMap((piece) => linesOf(piece, language)),
    ...notes.flatMap((note) => noteLines(note, language)),
    ...strayNotes.flatMap((note) => note.flatMap((piece) => linesOf(piece, language))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The blocks of a piece; lines of one block stand together. */
function linesOf(piece: Piece, language: Language): string[] {
  const inside = (pieces: readonly Piece[]) => pieces.flatMap((one) => linesOf(one, language));
  switch (piece.type) {
    case 'heading':
    case 'paragraph':
      return [textOf(piece.inlines)];
    case 'list': {
      const items = piece.items.map(({ marker, pieces }) => {
        const isTight = pieces.slice(1).every(({ type }) => type === 'list');
        return indented(marker, inside(pieces).join(isTight ? '\n' : '\n\n'));
      });
      return [items.join('\n')];
    }
    case 'table':
      return [tableOf(piece)];
    case 'quote':
      return inside(piece.pieces).map((block) => indented('', block, 4));
    case 'code':
      return [piece.text.replace(/\n$/, '')];
    case 'break':
      return ['* * *'];
    case 'group':
    case 'question':
    case 'answer':
      return inside(piece.pieces);
    case 'part':
      return piece.pieces.flatMap((one) => linesOf(one, piece.language));
    case 'closing-notes':
      return piece.notes.flatMap((note) => noteLines(note, language));
    case 'notice':
      return [noticeText(piece, language)];
  }
}

function noteLines(note: Note, language: Language): string[] {
  const [first, ...rest] = (note.pieces.length > 0 ? note.pieces : [noteNotice]).flatMap((piece) =>
    linesOf(piece, language),
  );
  return [`[${markOf(note)}] ${first}`, ...rest];
}

function textOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text;
        case 'break':
          return '\n';
        case 'note':
          return `[${markOf(inline.note)}]`;
        case 'image':
          return inline.alt;
      }
    })
    .join('');
}

function indented(marker: string, text: string, width = marker.length + 1): string {
  return text
    .split('\n')
    .map((line, i) => (i === 0 && marker ? `${marker} ${line}` : line && ' '.repeat(width) + line))
    .join('\n');
}

/** A wider cell pushes the rest of its row aside. */
const widest = 60;

/** Columns under each other, two blanks apart. */
function tableOf({ head, rows, align }: TablePiece): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => textOf(cell).replaceAll('\n', ' ')));
  const widths = head.map((_cell, i) =>
    lines.reduce((width, line) => Math.max(width, Math.min(line[i].length, widest)), 0),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) => (align[i] === 'right' ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
