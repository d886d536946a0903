import fc from 'fast-check';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Block, Note, Part } from './consultation.js';
import { cutOf, type Border, type Printed } from './printer.js';

/** How pages are set; sizes in points. */
export interface PageSetting {
  family: 'Helvetica' | 'TimesRoman';
  size: number;
  /** Between lines, in heights of a letter. */
  leading: number;
  /** Of a page, between its margins. */
  width: number;
  height: number;
  /** How a paragraph is told from the one before it. */
  paragraphs: 'space' | 'indent' | 'none';
  justified: boolean;
  hyphenates: boolean;
  boldHeadings: boolean;
  /** The height of a note's letters, as a part of those of the text. */
  noteSize: number;
  /** The number of a note stands above its line at the foot as well, or on it. */
  raisedNumbers: boolean;
  head: string | null;
  foot: 'number' | 'of' | null;
}

export const pageSetting: fc.Arbitrary<PageSetting> = fc
  .record({
    family: fc.constantFrom('Helvetica' as const, 'TimesRoman' as const),
    size: fc.constantFrom(9, 10, 11.5),
    leading: fc.constantFrom(1.15, 1.3, 1.5),
    width: fc.integer({ min: 300, max: 460 }),
    height: fc.integer({ min: 420, max: 680 }),
    paragraphs: fc.constantFrom('space' as const, 'indent' as const, 'none' as const),
    justified: fc.boolean(),
    hyphenates: fc.boolean(),
    boldHeadings: fc.boolean(),
    noteSize: fc.constantFrom(0.75, 0.85, 1),
    raisedNumbers: fc.boolean(),
    head: fc.constantFrom(null, 'Tweede Kamer, vergaderjaar 2024–2025, 36 999, nr. 7', 'Vertrouwelijk'),
    foot: fc.constantFrom('number' as const, 'of' as const, null),
  })
  // Notes as large as the text are only told by their raised numbers.
  .map((one) => (one.noteSize === 1 ? { ...one, raisedNumbers: true } : one));

interface Run {
  text: string;
  width: number;
  note: Note | null;
  /** No space stands before it: the rest of a word. */
  glued: boolean;
}

interface SetLine {
  runs: Run[];
  indent: number;
  /** Space above it. */
  above: number;
  bold: boolean;
  size: number;
  /** A line of a paragraph that goes on is spread over the whole width. */
  broken: boolean;
  /** At the foot: the number before it. */
  number: number | null;
}

interface SetPage {
  body: SetLine[];
  foot: SetLine[];
}

/** Letters are not drawn nearer to each other in pairs, though the library measures them so. */
function widthOf(font: PDFFont, text: string, size: number): number {
  return [...text].reduce((sum, char) => sum + font.widthOfTextAtSize(char, size), 0);
}

const margin = 70;
/** Room above the foot. */
const aboveFoot = 14;
const raisedSize = 0.6;

/** Prints a consultation as a PDF. */
export async function printPdf(
  parts: readonly Part[],
  setting: PageSetting,
): Promise<Printed['parts'] extends infer P ? { bytes: Uint8Array; parts: P } : never> {
  const document = await PDFDocument.create();
  const fonts = {
    plain: await document.embedFont(StandardFonts[setting.family]),
    bold: await document.embedFont(
      setting.family === 'Helvetica' ? StandardFonts.HelveticaBold : StandardFonts.TimesRomanBold,
    ),
  };
  const pages: SetPage[] = [];
  const printed = parts.map((part) => {
    const set = part.blocks.map((block, i) => setBlock(block, i > 0, setting, fonts));
    const own = fill(set.flat(), setting, fonts);
    pages.push(...own);
    const lastLines = new Set(own.map(({ body }) => body.at(-1)!));
    return {
      words: part.blocks.flatMap(({ tokens }) =>
        tokens.map(({ text, note }) => (note ? `${text}[^${note.number}]` : text)),
      ),
      borders: part.blocks.flatMap((block, i) => {
        const behind = borderBehind(
          block,
          part.blocks[i + 1],
          set[i].at(-1)!,
          lastLines,
          setting,
          fonts.plain,
        );
        return block.tokens.map((_, j): Border => (j + 1 < block.tokens.length ? 'no' : behind));
      }),
    };
  });
  pages.forEach((page, i) =>
    draw(document.addPage([setting.width + margin * 2, setting.height + margin * 2]), page, i),
  );
  return { bytes: await document.save(), parts: printed };

  function draw(page: PDFPage, { body, foot }: SetPage, i: number): void {
    const { height, width, leading, justified } = setting;
    const small = 7.5;
    const put = (text: string, x: number, y: number, font = fonts.plain, size = small) =>
      page.drawText(text, { x, y, font, size });
    // What repeats on every page takes two pages to be seen.
    if (setting.head && pages.length > 1) put(setting.head, margin, height + margin + 30);
    const number = setting.foot === 'of' ? `Pagina ${i + 1} van ${pages.length}` : String(i + 1);
    if (setting.foot) put(number, margin + width / 2, margin - 40);
    let y = height + margin;
    for (const line of body) y = drawLine(line, y - line.above);
    y = margin + heightOf(foot, leading) + (foot.length ? 4 : 0);
    for (const line of foot) y = drawLine(line, y);

    function drawLine(line: SetLine, top: number): number {
      const { size, runs } = line;
      const font = line.bold ? fonts.bold : fonts.plain;
      const baseline = top - size;
      let x = margin + line.indent;
      if (line.number !== null) {
        const sign = String(line.number);
        if (setting.raisedNumbers) put(sign, x, baseline + size * 0.35, font, size * raisedSize);
        else put(sign, x, baseline, font, size);
        x += widthOf(font, sign, setting.raisedNumbers ? size * raisedSize : size) + size * 0.4;
      }
      const blank = widthOf(font, ' ', size);
      const gaps = runs.filter(({ glued }, j) => j > 0 && !glued).length;
      const used = runs.reduce((sum, run) => sum + run.width, 0) + gaps * blank + (x - margin);
      const extra = justified && line.broken && gaps > 0 ? (width - used) / gaps : 0;
      let pending = '';
      let from = x;
      const flush = () => {
        if (pending) put(pending, from, baseline, font, size);
        pending = '';
      };
      runs.forEach((run, j) => {
        if (j > 0 && !run.glued) {
          x += blank + extra;
          if (extra === 0 && pending) pending += ' ';
          else flush();
        }
        if (!pending) from = x;
        pending += run.text;
        x += run.width;
        if (run.note) {
          const sign = String(run.note.number);
          flush();
          put(
            sign,
            x - widthOf(font, sign, size * raisedSize),
            baseline + size * 0.35,
            font,
            size * raisedSize,
          );
        }
      });
      flush();
      return top - size * leading;
    }
  }
}

interface Fonts {
  plain: PDFFont;
  bold: PDFFont;
}

function setBlock(block: Block, follows: boolean, setting: PageSetting, fonts: Fonts): SetLine[] {
  const bold = setting.boldHeadings && ['title', 'group', 'theme', 'number', 'question'].includes(block.kind);
  const hanging = block.kind === 'item';
  const indented = setting.paragraphs === 'indent' && block.kind === 'text' && follows;
  const size = setting.size;
  const lines = setLines(block.tokens, bold ? fonts.bold : fonts.plain, size, setting, {
    first: indented ? size * 2 : 0,
    rest: hanging ? size * 1.5 : 0,
  });
  return lines.map(({ runs, indent }, i) => ({
    runs,
    indent,
    above: i === 0 && follows && setting.paragraphs === 'space' ? size * 0.8 : 0,
    bold,
    size,
    broken: i + 1 < lines.length,
    number: null,
  }));
}

function setLines(
  tokens: readonly { text: string; note?: Note }[],
  font: PDFFont,
  size: number,
  { width, hyphenates }: PageSetting,
  indents: { first: number; rest: number },
): { runs: Run[]; indent: number }[] {
  const measure = (text: string) => widthOf(font, text, size);
  const blank = measure(' ');
  const lines: { runs: Run[]; indent: number; used: number }[] = [
    { runs: [], indent: indents.first, used: indents.first },
  ];
  for (const { text, note } of tokens) {
    const sign = note ? widthOf(font, String(note.number), size * raisedSize) : 0;
    let rest = text;
    let glued = false;
    for (;;) {
      const line = lines.at(-1)!;
      const gap: number = line.runs.length > 0 && !glued ? blank : 0;
      const room: number = width - line.used - gap;
      const whole = measure(rest) + sign;
      const cut: string = whole <= room ? '' : cutOf(rest, text, room, { font: measure, hyphenates });
      if (whole <= room || (line.runs.length === 0 && !cut)) {
        line.runs.push({ text: rest, width: whole, note: note ?? null, glued });
        line.used += gap + whole;
        break;
      }
      if (cut) {
        line.runs.push({ text: cut, width: measure(cut), note: null, glued });
        rest = rest.slice(cut.endsWith('-') && rest[cut.length - 1] !== '-' ? cut.length - 1 : cut.length);
      }
      glued = cut !== '';
      lines.push({ runs: [], indent: indents.rest, used: indents.rest });
    }
    glued = false;
  }
  return lines;
}

function heightOf(lines: readonly SetLine[], leading: number): number {
  return lines.reduce((sum, { above, size }) => sum + above + size * leading, 0);
}

/** Fills pages with lines, and their feet with the notes of those lines; a note that does not fit runs on. */
function fill(lines: readonly SetLine[], setting: PageSetting, fonts: Fonts): SetPage[] {
  const pages: SetPage[] = [{ body: [], foot: [] }];
  const { leading, height } = setting;
  let rest: SetLine[] = [];
  for (const line of lines) {
    const notes = line.runs.flatMap(({ note }) => (note ? setNote(note, setting, fonts) : []));
    const used = () => {
      const { body, foot } = pages.at(-1)!;
      return heightOf(body, leading) + heightOf(foot, leading) + aboveFoot;
    };
    const needed = heightOf([line, ...notes], leading);
    const least = heightOf([line, ...notes.slice(0, 1)], leading);
    const mayRunOn =
      setting.noteSize < 0.95 && notes.length > 2 && used() + least <= height && rest.length === 0;
    if (pages.at(-1)!.body.length > 0 && used() + needed > height && !mayRunOn) {
      pages.push({ body: [], foot: rest });
      rest = [];
    }
    const page = pages.at(-1)!;
    page.body.push(page.body.length ? line : { ...line, above: 0 });
    for (const note of notes)
      if (rest.length === 0 && used() + heightOf([note], leading) <= height) page.foot.push(note);
      else rest.push(note);
    if (rest.length && used() > height * 0.5 && rest.length > 0) {
      // The page is full: what is left stands on the next.
      pages.push({ body: [], foot: rest });
      rest = [];
    }
  }
  if (pages.at(-1)!.body.length === 0) {
    const last = pages.pop()!;
    pages.at(-1)!.foot.push(...last.foot);
  }
  return pages;
}

function setNote({ number, tokens }: Note, setting: PageSetting, { plain }: Fonts): SetLine[] {
  const size = setting.size * setting.noteSize;
  const room = widthOf(plain, String(number), size) + size * 0.4;
  const lines = setLines(tokens, plain, size, { ...setting, hyphenates: false }, { first: room, rest: 0 });
  return lines.map(({ runs }, i) => ({
    runs,
    indent: 0,
    above: 0,
    bold: false,
    size,
    broken: false,
    number: i === 0 ? number : null,
  }));
}

/** Whether a paragraph must be seen to end behind a block. */
function borderBehind(
  block: Block,
  next: Block | undefined,
  last: SetLine,
  lastLines: ReadonlySet<SetLine>,
  { width, paragraphs, boldHeadings }: PageSetting,
  font: PDFFont,
): Border {
  if (!next || (paragraphs === 'space' && !lastLines.has(last))) return 'must';
  if (['title', 'group', 'number', 'marker', 'question', 'numbered', 'item'].includes(next.kind))
    return 'must';
  if (['number', 'question'].includes(block.kind)) return 'must';
  if (boldHeadings && [block.kind, next.kind].some((kind) => kind === 'theme' || kind === 'group'))
    return 'must';
  const used = last.runs.reduce((sum, run) => sum + run.width + widthOf(font, ' ', last.size), last.indent);
  const room = width - used - widthOf(font, next.tokens[0].text, last.size);
  return room > width * 0.1 ? 'must' : 'may';
}
