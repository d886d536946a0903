/** Stand for the brackets of a mark while the text around it is escaped; no published text has them. */
const opening = '\u{f0001}';
const closing = '\u{f0002}';

/** Text as Markdown, with references in the place of the printed marks. */
export function withReferences(
  text: string,
  marks: readonly { from: number; to: number; number: number }[],
): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, number } of marks) {
    pieces.push(text.slice(done, from), opening, String(number), closing);
    done = to;
  }
  pieces.push(text.slice(done));
  return escapeText(pieces.join('')).replaceAll(opening, '[^').replaceAll(closing, ']');
}

/** Anywhere: signs of emphasis, code, HTML, entities, notes and links. */
const inline =
  /\\(?=[!"#$%&'()*+,./:;<=>?@[\\\]^_`{|}~-])|[*`]|<(?=[A-Z!/?])|&(?=#?[a-z\d]{1,32};)|\[(?=\^|[^[\]]{0,300}\]\()|\^(?=\[)|(?<![\p{L}\d])_|_(?![\p{L}\d])/giu;
/** At the start of a paragraph: signs of lists, headings, quotes, tables, fences, breaks, and what an address stands for. */
const atStart = /^(?:[-+](?=\s|$)|#{1,6}(?=\s|$)|[>|~]|(?:- ?){3,80}$|\[[^[\]]{1,300}\]:)/;

/** Characters that Markdown would take for markup are escaped where it would. */
export function escapeText(text: string): string {
  const escaped = text.replace(inline, (char) => `\\${char}`);
  // A year is no number of a list.
  const year = /^\d{4,9}(?=[.)](?:\s|$))/.exec(escaped);
  if (year) return `${year[0]}\\${escaped.slice(year[0].length)}`;
  return atStart.test(escaped) ? `\\${escaped}` : escaped;
}
