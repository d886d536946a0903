/** What often stands in the fonts of signs. */
const signs: Record<string, Record<string, string>> = {
  wingdings: {
    '6f': '☐',
    a8: '☐',
    fc: '✓',
    fb: '✗',
    fe: '☑',
    fd: '☒',
    e0: '→',
    df: '←',
    a7: '▪',
    d8: '➢',
    '6c': '●',
    '6e': '■',
  },
  symbol: { b7: '•', ae: '→', b3: '≥', a3: '≤', b9: '≠', b1: '±', b4: '×', b0: '°', d7: '·', a0: '€' },
};

/**
 * A sign out of a font of signs, as a character that any font has.
 * @param code in hexadecimal, as Word has it: `F0FC`
 */
export function symbolOf(font: string, code: string): { text: string; sure: boolean } {
  const number = parseInt(code, 16);
  const known = signs[font.toLowerCase()]?.[(number & 0xff).toString(16)];
  if (known) return { text: known, sure: true };
  return {
    text:
      Number.isNaN(number) || (number >= 0xd800 && number <= 0xdfff) ? '\ufffd' : String.fromCharCode(number),
    sure: false,
  };
}
