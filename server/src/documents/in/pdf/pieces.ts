import type { PDFDocumentProxy, PDFPageProxy } from './library.js';

/** A run of letters in one type, and where on the page it stands; in points, down from the top left. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Of the line that the letters stand on. */
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
}

export interface Page {
  width: number;
  height: number;
  pieces: Piece[];
  /** What does not stand upright. */
  sideways: string[];
}

interface Style {
  bold: boolean;
  italic: boolean;
}

/** More characters than any report has; a file that holds more is made to be too much. */
const mostCharacters = 20_000_000;

/**
 * Reads the letters of every page.
 * @throws RangeError when there are more than can be meant for reading
 */
export async function readPages(
  document: PDFDocumentProxy,
  progress: (done: number) => void,
): Promise<Page[]> {
  const pages: Page[] = [];
  const styles = new Map<string, Style>();
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const read = await readPage(page, styles);
    pages.push(read);
    for (const { text } of read.pieces) characters += text.length;
    if (characters > mostCharacters) throw new RangeError('too many characters');
    page.cleanup();
    progress(number / document.numPages);
  }
  return pages;
}

async function readPage(page: PDFPageProxy, styles: Map<string, Style>): Promise<Page> {
  const { width, height, transform: place } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false });
  if (Object.keys(content.styles).some((font) => !styles.has(font)))
    await learnStyles(page, Object.keys(content.styles), styles);
  const read: Page = { width, height, pieces: [], sideways: [] };
  const seen = new Set<string>();
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const text = item.str.replace(/[\p{Cc}\u200b\ufeff\ufffe]+/gu, '');
    if (!text.trim()) continue;
    const [a, b, c, d, x, y] = multiply(place as Matrix, item.transform as Matrix);
    const size = Math.hypot(c, d);
    if (Math.abs(b) > Math.abs(a) * 0.1 || a <= 0) {
      read.sideways.push(text.trim());
      continue;
    }
    // Letters printed twice, a hair apart, look bold.
    const print = `${text}@${Math.round(x)},${Math.round(y)}`;
    if (seen.has(print)) continue;
    seen.add(print);
    const style = styles.get(item.fontName) ?? { bold: false, italic: false };
    read.pieces.push({ text, left: x, right: x + item.width, baseline: y, size, ...style });
  }
  return read;
}

/** What the names of the fonts say; the library tells them only with what would be drawn. */
async function learnStyles(
  page: PDFPageProxy,
  fonts: readonly string[],
  styles: Map<string, Style>,
): Promise<void> {
  await page.getOperatorList();
  for (const font of fonts) {
    const name: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font)?.name : '';
    const known = typeof name === 'string' ? name : '';
    styles.set(font, {
      bold: /bold|black|heavy|demi/i.test(known),
      italic: /italic|oblique/i.test(known),
    });
  }
}

type Matrix = [number, number, number, number, number, number];

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
