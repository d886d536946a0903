import type { Page, Piece } from './pieces.js';

/** Letters beside the text are at least this much smaller. */
const smaller = 0.92;
/** Between the text and what stands beside it, in points. */
const gutter = 6;
/** A column beside the text begins in this part of the page. */
const earliest = 0.6;
const fewest = 3;

/**
 * Cuts off what stands beside the text in smaller letters: the column of a ministry's letter, with its address, its date and
 * its mark.
 */
export function withoutSide(page: Page): { main: Page; side: Page } {
  const left = sideOf(page);
  const side = page.pieces.filter((piece) => piece.left > left - 2);
  const main = page.pieces.filter((piece) => piece.left <= left - 2);
  return { main: { ...page, pieces: main }, side: { ...page, pieces: side } };
}

/** Where the column begins; `Infinity` if there is none. */
function sideOf({ width, pieces }: Page): number {
  const starts = new Map<number, Piece[]>();
  for (const piece of pieces)
    if (piece.left > width * earliest && piece.text.trim()) {
      const key = Math.round(piece.left / 2);
      const same = starts.get(key);
      if (same) same.push(piece);
      else starts.set(key, [piece]);
    }
  const columns = [...starts.values()].filter((same) => same.length >= fewest);
  const [most] = columns.sort((a, b) => b.length - a.length);
  if (!most) return Infinity;
  const left = Math.min(...most.map((piece) => piece.left));
  const top = Math.min(...most.map(({ baseline }) => baseline));
  const foot = Math.max(...most.map(({ baseline }) => baseline));
  const beside = pieces.filter(
    (piece) => piece.left < left - 2 && piece.baseline >= top && piece.baseline <= foot,
  );
  const size = usual(beside);
  const isClear = beside.every((piece) => piece.right < left - gutter);
  const isSmall = pieces.every((piece) => piece.left <= left - 2 || piece.size < size * smaller);
  return beside.length > 1 && isClear && isSmall ? left : Infinity;
}

/** The height of most letters. */
function usual(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}
