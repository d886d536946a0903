/** Anywhere: signs of emphasis, code, HTML, entities, notes and links. */
const inline =
  /\\(?=[!"#$%&'()*+,./:;<=>?@[\\\]^_`{|}~-])|[*`]|<(?=[A-Z!/?])|&(?=#?[a-z\d]{1,32};)|\[(?=\^|[^[\]]{0,300}\]\()|\^(?=\[)|(?<![\p{L}\d])_|_(?![\p{L}\d])/giu;
/** At the start of a line: signs of lists, headings, quotes, tables, fences, breaks, and what an address stands for. */
const atStart = /^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|[>|~]|(?:- ?){3,80}$|\[[^[\]]{1,300}\]:|:(?=[-|: ]*$))/;
/** The parser finds an address before it looks at what is in it. */
const address = /(?<![\p{L}\p{N}_])(?:https?:\/\/|www\.)[^\s<]+/giu;

/** Where in a stretch of text a backslash goes, so that Markdown takes no character of it for markup; in order. */
export function escapesIn(text: string, { inAddresses }: { inAddresses: boolean }): number[] {
  const places = [...text.matchAll(inline)].map(({ index }) => index);
  if (inAddresses) return places;
  const addresses = [...text.matchAll(address)].map(({ index, 0: found }) => [index, index + found.length]);
  return places.filter((place) => !addresses.some(([from, to]) => place >= from && place < to));
}

/**
 * Where a backslash goes so that a line that begins so opens no list, heading, quote or table; -1 for nowhere. The number of a
 * question stays one, and what stands behind it is a start as well.
 */
export function escapeAtStart(line: string): number {
  // A year is no number of a list.
  const year = /^\d{4,9}(?=[.)](?:\s|$))/.exec(line);
  if (year) return year[0].length;
  const start = /^\d{1,3}[.)]\s+/.exec(line)?.[0].length ?? 0;
  return atStart.test(line.slice(start)) ? start : -1;
}

/** A paragraph of plain text as Markdown: characters that it would take for markup are escaped. */
export function escapeText(text: string): string {
  const places = new Set(escapesIn(text, { inAddresses: false }));
  const start = escapeAtStart(text);
  if (start >= 0) places.add(start);
  return withBackslashes(text, 0, places);
}

/** @param from where the text begins in that which the places count in */
export function withBackslashes(text: string, from: number, places: ReadonlySet<number>): string {
  let result = '';
  for (let i = 0; i < text.length; i++) result += places.has(from + i) ? `\\${text[i]}` : text[i];
  return result;
}
