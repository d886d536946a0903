/** Letters of the Latin script with their accents, and digits, raised and lowered ones too. */
const classes = {
  '\\p{L}': 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff',
  '\\p{N}': '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070-\\u2089',
};

/**
 * An expression for words in the Latin script, in which `\p{L}` and `\p{N}` stand for the letters and digits of that script
 * only. All those of Unicode are hundreds of ranges, and take milliseconds to compile where case is ignored.
 */
export function expression(source: string, flags: string): RegExp {
  const bracketed = source.replace(
    /(\[[^[\]]{0,99}\])|\\p\{[LN]\}/g,
    (one, set?: string) => set ?? `[${one}]`,
  );
  const narrowed = Object.entries(classes).reduce(
    (text, [name, letters]) => text.replaceAll(name, letters),
    bracketed,
  );
  return new RegExp(narrowed, flags);
}
