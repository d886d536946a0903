/** The first so many characters; half a character is left out with its other half. */
export function firstOf(text: string, most: number): string {
  const isHalf = /[\ud800-\udbff]/.test(text[most - 1] ?? '') && text.length > most;
  return text.slice(0, isHalf ? most - 1 : most);
}

/** A text that is longer than so many characters is cut at a word, if it has any. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${end > 0 ? text.slice(0, end) : firstOf(text, most)} …`;
}
