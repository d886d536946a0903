/**
 * How often words stand in the lines, in lower case and with their hyphens. What is left of a word that a line end cuts is
 * no word.
 */
export function countWords(lines: readonly { text: string }[]): Map<string, number> {
  const words = new Map<string, number>();
  let cut = false;
  for (const { text } of lines) {
    const tokens = text.toLowerCase().match(/[\p{L}\d-]+/gu) ?? [];
    tokens.forEach((token, i) => {
      const broken = (i === 0 && cut) || (i === tokens.length - 1 && text.endsWith('-'));
      if (!broken) words.set(token, (words.get(token) ?? 0) + 1);
    });
    cut = text.endsWith('-');
  }
  return words;
}
