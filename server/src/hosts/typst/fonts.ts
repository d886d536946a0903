/** How a font says which characters it has: how many it lacks from the first on, then how many it has, and so on. */
export type Coverage = readonly number[];

/** The characters of a text that no font has, each once and in order. */
export function missingFrom(fonts: readonly Coverage[], text: string): string[] {
  const covered = fonts.map(rangesOf);
  const characters = new Set(text);
  return [...characters]
    .filter((character) => !/[\p{Cc}\p{Cf}\p{Zs}\p{Variation_Selector}]/u.test(character))
    .filter((character) => !covered.some((ranges) => has(ranges, character.codePointAt(0)!)))
    .sort();
}

/** Where what a font has begins and ends, by turns. */
function rangesOf(coverage: Coverage): number[] {
  let at = 0;
  return coverage.map((length) => (at += length));
}

function has(edges: readonly number[], code: number): boolean {
  const next = edges.findIndex((edge) => code < edge);
  return next % 2 === 1;
}
