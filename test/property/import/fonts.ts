/** Widths of letters, as a share of their height, in three kinds of type: wide and plain sans serif, and serif. */
export type Font = (text: string) => number;

function font(
  thin: number,
  narrow: number,
  small: number,
  normal: number,
  capital: number,
  broad: number,
): Font {
  const width = (char: string) => {
    if (/[ijl|.,:;'‘’ ]/.test(char)) return thin;
    if (/[frt()[\]/“”-]/.test(char)) return narrow;
    if (/[ckszvxy]/.test(char)) return small;
    if (/[mwMW%—]/.test(char)) return broad;
    return /[A-Z]/.test(char) ? capital : normal;
  };
  return (text) => [...text].reduce((sum, char) => sum + width(char), 0);
}

export const fonts: readonly Font[] = [
  font(0.31, 0.41, 0.55, 0.62, 0.71, 0.94),
  font(0.25, 0.31, 0.5, 0.556, 0.69, 0.84),
  font(0.26, 0.33, 0.43, 0.49, 0.68, 0.77),
];
