/**
 * Estimated width of a printed text, in ems of a common sans serif. Lines of a published page end where the next word did
 * not fit; with letters of different width, counting characters is too coarse to see that.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += widths.get(char) ?? (/[A-Z]/.test(char) ? 0.69 : 0.56);
  return width;
}

const widths = new Map<string, number>();
for (const [chars, width] of [
  ["iljI|.,:;'!‘’ ", 0.28],
  ['frt()[]-/"“”', 0.36],
  ['cksvxyz', 0.51],
  ['mwMW%@─—', 0.88],
] as const)
  for (const char of chars) widths.set(char, width);
