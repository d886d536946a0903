import type { Line } from '../text/lines.js';
import type { Page, Piece } from './pieces.js';

/** Pieces that stand on one line of a page, from left to right. */
export interface Row {
  /** From 0. */
  page: number;
  pieces: RowPiece[];
  left: number;
  right: number;
  baseline: number;
  /** Of most of its letters. */
  size: number;
  bold: boolean;
}

export interface RowPiece extends Piece {
  /** Small digits above the line: the numbers of notes, or an exponent. */
  raised: number[] | null;
  /** Digits that are small by themselves, as they are typed: "³". */
  typed?: string;
  /** Space before it, in points. */
  before: number;
}

/** A line, and the row of print that it comes from. */
export interface PrintedLine {
  line: Line;
  row: Row;
  marks: { at: number; numbers: number[] }[];
  /** It stands beside the text, in a column of its own. */
  isBeside: boolean;
}

/** Puts the pieces of a page together into rows, from the top down. */
export function readRows({ pieces }: Page, page: number): Row[] {
  const rows: Letters[][] = [];
  const tops: { baseline: number; size: number }[] = [];
  // The larger letters first: small ones stand on the line that they are raised above.
  const ordered = pieces
    .flatMap(withoutSmallDigits)
    .sort((a, b) => Math.round(b.size * 2) - Math.round(a.size * 2) || a.baseline - b.baseline);
  /** Rows by the height of their letters in steps, so that few need to be looked at. */
  const near = new Map<number, number[]>();
  for (const piece of ordered) {
    let at = -1;
    let most = 0.5;
    for (const i of near.get(Math.floor(piece.baseline / step)) ?? []) {
      const shared = overlap(piece, tops[i]);
      if (shared > most) [at, most] = [i, shared];
    }
    if (at < 0) {
      at = rows.length;
      rows.push([]);
      tops.push(piece);
      const first = Math.floor((piece.baseline - piece.size) / step);
      const last = Math.floor((piece.baseline + piece.size * 0.5) / step);
      for (let slot = first; slot <= last && slot - first < 500; slot++) {
        const same = near.get(slot);
        if (same) same.push(at);
        else near.set(slot, [at]);
      }
    }
    rows[at].push(piece);
  }
  return rows.map((row) => rowOf(row, page)).sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

/** In points. */
const step = 10;

/** How much of the height of a piece stands beside the letters of a row, from 0 to 1. */
function overlap(piece: Piece, row: { baseline: number; size: number }): number {
  if (piece.size > row.size * 0.9 && Math.abs(piece.baseline - row.baseline) > row.size * 0.3) return 0;
  const top = Math.max(piece.baseline - piece.size * 0.7, row.baseline - row.size * 0.8);
  const bottom = Math.min(piece.baseline, row.baseline + row.size * 0.2);
  return Math.max(0, bottom - top + 0.01) / (piece.size * 0.7 + 0.01);
}

/** A piece before it is known whether it is raised. */
type Letters = Piece & Pick<RowPiece, 'typed'>;

function rowOf(pieces: readonly Letters[], page: number): Row {
  const inOrder = [...pieces].sort((a, b) => a.left - b.left);
  const counts = new Map<string, { letters: number; piece: Piece }>();
  for (const piece of pieces) {
    const key = `${piece.size.toFixed(1)} ${piece.baseline.toFixed(0)}`;
    const same = counts.get(key);
    if (same) same.letters += piece.text.length;
    else counts.set(key, { letters: piece.text.length, piece });
  }
  // A row of "m" with a long exponent is still a row of larger letters.
  const main = [...counts.values()].sort(
    (a, b) => b.letters * b.piece.size ** 2 - a.letters * a.piece.size ** 2,
  )[0].piece;
  let end = inOrder[0].left;
  const set = inOrder.map((piece): RowPiece => {
    const before = piece.left - end;
    end = Math.max(end, piece.right);
    return { ...piece, before, raised: raisedNumbers(piece, main) };
  });
  const plain = set.filter(({ raised }) => !raised);
  return {
    page,
    pieces: set,
    left: inOrder[0].left,
    right: end,
    baseline: main.baseline,
    size: main.size,
    bold: plain.length > 0 && plain.every(({ bold }) => bold),
  };
}

function raisedNumbers(piece: Piece, main: Piece): number[] | null {
  if (piece.size > main.size * 0.85 || main.baseline - piece.baseline < main.size * 0.12) return null;
  const text = piece.text.trim();
  return /^\d{1,3}(?:, ?\d{1,3}){0,9}[),]?$/.test(text) ? text.match(/\d+/g)!.map(Number) : null;
}

const smallDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const runs = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[^⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;

/** Digits that are small by themselves become small pieces above the line. */
function withoutSmallDigits(piece: Piece): Letters[] {
  const parts = piece.text.match(runs)!;
  const letter = (piece.right - piece.left) / piece.text.length;
  let at = 0;
  return parts.map((text) => {
    const left = piece.left + at * letter;
    at += text.length;
    const right = piece.left + at * letter;
    if (!smallDigits.includes(text[0])) return parts.length > 1 ? { ...piece, text, left, right } : piece;
    return {
      ...piece,
      typed: text,
      text: [...text].map((digit) => smallDigits.indexOf(digit)).join(''),
      left,
      right,
      size: piece.size * 0.6,
      baseline: piece.baseline - piece.size * 0.35,
    };
  });
}

/** The number or sign before a point. */
export const label = /^(?:\d{1,3}[.)]|[a-z][.)]|[-–•▪●◦‣·\uf0b7\uf0a7])(?: |$)/;

/** A gap from here on, in heights of a letter, is a space. */
export const space = 0.1;

/** The text of a row, with raised numbers only where `keeps` wants them; `marks` says where the others stand. */
export function textOf(
  row: { pieces: readonly RowPiece[]; size: number },
  keeps: (piece: RowPiece, before: string) => boolean = () => true,
): { text: string; marks: { at: number; numbers: number[] }[] } {
  let text = '';
  const marks: { at: number; numbers: number[] }[] = [];
  let apart = false;
  for (const piece of row.pieces) {
    const isMark = piece.raised && !keeps(piece, text);
    const gap = /^\s/.test(piece.text) || piece.before > row.size * space;
    if (isMark) {
      marks.push({ at: withoutSoftHyphens(text.trimEnd()).length, numbers: piece.raised! });
      // What stands behind a mark is as near to the word as the mark was.
      apart ||= /\s$/.test(piece.text);
      continue;
    }
    const glue = text && (gap || apart || /\s$/.test(text)) ? ' ' : '';
    text = text.trimEnd() + glue + (piece.typed ?? piece.text).replace(/\s+/g, ' ').trimStart();
    apart = false;
  }
  const plain = text.trim();
  return {
    text: withoutSoftHyphens(plain),
    marks: marks.map(({ at, numbers }) => ({ at: Math.min(at, plain.length), numbers })),
  };
}

/** A soft hyphen is only seen where it cuts a word. */
function withoutSoftHyphens(text: string): string {
  return text.replace(/\u00ad$/, '-').replace(/\u00ad/g, '');
}

/** "m²", "km2", "10³": no mark, unless a word stands before it. */
export function isExponent({ raised }: RowPiece, before: string): boolean {
  const unit = /(?:^|\P{L})(?:[ckmd]?m|[sg]|CO)$/u.test(before);
  return raised!.length === 1 && raised![0] <= 3 && unit;
}
