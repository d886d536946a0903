import { strFromU8, strToU8 } from 'fflate';
import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  ImportedXmlComponent,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type ILevelsOptions,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Language } from '../../languages/language.js';
import {
  markOf,
  noteNotice,
  noticeText,
  insteadOf,
  plainText,
  type ImageInline,
  type Inline,
  type ListPiece,
  type Note,
  type NoteInline,
  type ParagraphPiece,
  type Piece,
  type PrintedDocument,
  type TablePiece,
  type TextInline,
} from './document.js';
import { columnsOf } from './columns.js';
import { docxStyles, styleIds, tableStyle } from './docx-styles.js';
import { settled } from './docx-file.js';
import { sizeOf } from './picture.js';
import { dressed } from './template/dress.js';
import type { Template } from './template/read.js';

export interface DocxOptions {
  /** Gives an image; `null` if it cannot be shown. Images are never fetched. */
  picture?: (image: ImageInline) => { type: 'png' | 'jpeg' | 'gif' | 'webp'; data: Uint8Array } | null;
  /** The looks of a house. */
  template?: Template;
}

/**
 * A document for Word: real footnotes, headings, lists and tables, styles with names, page numbers, its language and
 * properties. The numbers of questions are text, as other text refers to them. The same document gives the same bytes.
 */
export async function toDocx(document: PrintedDocument, options: DocxOptions = {}): Promise<Uint8Array> {
  const { template } = options;
  const file = await Packer.pack(new DocxWriter(document, options).run(), 'uint8array');
  return settled(file, document.values.date, (files) => {
    const whole = completed(files);
    return template ? dressed(whole, template, locales[document.language.id]) : whole;
  });
}

/** What the library has no words for: styles of tables, and lines above the notes that have no number. */
function completed(files: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const edited = (path: string, edit: (xml: string) => string) => ({
    [path]: strToU8(edit(strFromU8(files[path]))),
  });
  const numberless = (xml: string) =>
    xml.replace(
      /<w:r><w:rPr><w:rStyle w:val="\w{1,40}"\/><\/w:rPr><w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:s|continuationS)eparator\/>)/g,
      '',
    );
  return {
    ...files,
    ...edited('word/styles.xml', (xml) => xml.replace('</w:styles>', `${tableStyle}</w:styles>`)),
    ...edited('word/footnotes.xml', numberless),
    ...edited('word/endnotes.xml', numberless),
  };
}

const locales: Record<Language['id'], string> = { nl: 'nl-NL', en: 'en-GB', de: 'de-DE' };

/** A4 without its margins, in twentieths of a point. */
const ownTextWidth = 11906 - 2 * 1418;
/** Of the letters in a table, in half points, and how wide one is as a rule, in twentieths of a point. */
const tableSize = 16;
const tableLetter = tableSize * 10 * 0.7;
/** How much deeper a level of a list or quote stands. */
const step = 425;

type Place = Pick<IParagraphOptions, 'style' | 'indent' | 'numbering'>;

class DocxWriter {
  private readonly footnotes: Record<number, { children: Paragraph[] }> = {};
  private readonly lists: { reference: string; levels: ILevelsOptions[] }[] = [];
  private readonly inText: ReadonlySet<Note>;
  /** Those whose text stands in that of another. */
  private readonly inNotes = new Set<Note>();
  private readonly repeated: ReadonlySet<Note>;
  private language: Language;
  private breaksPage = false;
  private inNote = false;
  private isOpen = false;
  /** Of the letters in a table that has no room for those of its style. */
  private size: number | undefined;
  private readonly textWidth: number;

  constructor(
    private readonly document: PrintedDocument,
    private readonly options: DocxOptions,
  ) {
    this.language = document.language;
    const inText = marksIn(document.pieces);
    const inNotes = marksIn(document.notes.flatMap(({ pieces }) => pieces));
    this.inText = new Set(inText.map(({ note }) => note));
    this.repeated = new Set(
      [...inText, ...inNotes].filter(({ occurrence }) => occurrence > 0).map(({ note }) => note),
    );
    this.textWidth = options.template?.page?.textWidth ?? ownTextWidth;
  }

  run(): Document {
    const { title, values, pieces, strayNotes, language } = this.document;
    const children = [
      ...this.pieces(pieces, {}, 0),
      ...strayNotes.flatMap((note) => this.pieces(note, { style: styleIds.closingNote }, 0)),
    ];
    return new Document({
      title,
      subject: values.subject,
      creator: [values.from?.name, values.from?.office].filter(Boolean).join(', ') || 'Kamerbrief',
      lastModifiedBy: 'Kamerbrief',
      keywords: values.dossier,
      compatibility: { version: 15 },
      styles: docxStyles(language, locales[language.id]),
      numbering: { config: [{ reference: 'bullets', levels: bullets }, ...this.lists] },
      footnotes: this.footnotes,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1418, bottom: 1418, left: 1418, right: 1418 },
            },
          },
          footers: { default: new Footer({ children: [pageNumber()] }) },
          children: children.length > 0 ? children : [new Paragraph({})],
        },
      ],
    });
  }

  private pieces(pieces: readonly Piece[], place: Place, depth: number): (Paragraph | Table)[] {
    return pieces.flatMap((piece) => this.piece(piece, place, depth));
  }

  private piece(piece: Piece, place: Place, depth: number): (Paragraph | Table)[] {
    switch (piece.type) {
      case 'heading':
        return [this.paragraph(piece, { ...place, style: undefined }, headings[piece.level - 1])];
      case 'paragraph':
        return [this.paragraph(piece, place)];
      case 'list':
        return this.list(piece, depth);
      case 'table':
        return this.inNote ? this.rows(piece, place) : this.table(piece);
      case 'quote':
        return this.pieces(
          piece.pieces,
          { style: styleIds.quote, indent: { left: (depth + 1) * step } },
          depth + 1,
        );
      case 'code': {
        const lines = piece.text.replace(/\n$/, '').split('\n');
        const runs = lines.map((text, i) => new TextRun({ text, break: i > 0 ? 1 : undefined }));
        return [this.newParagraph({ ...place, style: styleIds.code, children: runs })];
      }
      case 'break':
        return [this.newParagraph({ thematicBreak: true })];
      case 'group':
        return this.pieces(piece.pieces, place, depth);
      case 'question':
        return this.pieces(piece.pieces, { style: styleIds.question }, depth);
      case 'answer': {
        this.isOpen = piece.status === 'placeholder';
        const answer = this.pieces(piece.pieces, { style: styleIds.answer }, depth);
        this.isOpen = false;
        return answer;
      }
      case 'part': {
        const { language } = this;
        this.language = piece.language;
        this.breaksPage = true;
        const part = this.pieces(piece.pieces, place, depth);
        this.breaksPage = false;
        this.language = language;
        return part;
      }
      case 'closing-notes':
        return piece.notes.flatMap((note) => this.closingNote(note));
      case 'notice':
        return [
          this.newParagraph({
            style: styleIds.notice,
            children: [new TextRun(noticeText(piece, this.language))],
          }),
        ];
    }
  }

  private paragraph(
    { inlines, signs }: Pick<ParagraphPiece, 'inlines' | 'signs'>,
    place: Place,
    heading?: IParagraphOptions['heading'],
  ): Paragraph {
    // A line that is only `Vraag 3` stands on the page of what follows it.
    const keepNext =
      signs || (inlines.length > 0 && inlines.every((one) => one.kind === 'text' && one.lead)) || undefined;
    return this.newParagraph({ ...place, heading, keepNext, children: this.runs(inlines) });
  }

  /** The first paragraph of a part begins a page. */
  private newParagraph(options: IParagraphOptions): Paragraph {
    const pageBreakBefore = this.breaksPage || undefined;
    this.breaksPage = false;
    return new Paragraph({ ...options, pageBreakBefore });
  }

  /** Word counts by itself: a list begins anew where the numbers that were typed do not go on. */
  private list({ ordered, items }: ListPiece, depth: number): (Paragraph | Table)[] {
    const level = Math.min(depth, 8);
    let reference = 'bullets';
    let next = NaN;
    return items.flatMap(({ marker, pieces }) => {
      const number = parseInt(marker, 10);
      if (ordered && number !== next) reference = this.newList(number, marker.at(-1)!, level);
      next = number + 1;
      const own = { style: this.inNote ? 'FootnoteText' : styleIds.list };
      const [first, ...rest] = pieces;
      const indent = { left: (level + 1) * step };
      const numbering = { reference, level };
      const opening =
        first?.type === 'paragraph'
          ? [this.paragraph(first, { ...own, numbering })]
          : [
              this.newParagraph({ ...own, numbering }),
              ...(first ? this.piece(first, { ...own, indent }, depth + 1) : []),
            ];
      return [...opening, ...this.pieces(rest, { ...own, indent }, depth + 1)];
    });
  }

  private newList(start: number, sign: string, level: number): string {
    const reference = `list-${this.lists.length + 1}`;
    const levels: ILevelsOptions[] = bullets.map((bullet) => ({
      ...bullet,
      format: LevelFormat.DECIMAL,
      text: `%${bullet.level + 1}${sign}`,
      start: bullet.level === level ? start : 1,
    }));
    this.lists.push({ reference, levels });
    return reference;
  }

  private table(piece: TablePiece): (Paragraph | Table)[] {
    const { align, head, rows } = piece;
    const { widths, scale } = columnsOf(piece, this.textWidth / tableLetter);
    const share = this.textWidth / widths.reduce((sum, width) => sum + width, 0);
    this.size = scale < 1 ? Math.floor(tableSize * scale) : undefined;
    const row = (cells: readonly Inline[][], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead || undefined,
        cantSplit: true,
        children: cells.map(
          (cell, i) =>
            new TableCell({
              children: [
                new Paragraph({
                  style: isHead ? styleIds.tableHead : styleIds.table,
                  keepNext: isHead || undefined,
                  alignment: align[i] ? sides[align[i]] : undefined,
                  children: this.runs(cell),
                }),
              ],
            }),
        ),
      });
    const table = new Table({
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
      width: { size: this.textWidth, type: WidthType.DXA },
      columnWidths: widths.map((width) => Math.floor(width * share)),
      style: styleIds.grid,
      margins: scale < 1 ? { left: 40, right: 40 } : undefined,
      tableLook: { firstRow: true, firstColumn: false, noVBand: true },
    });
    this.size = undefined;
    // Two tables that touch are one to Word, and a text never ends in a table.
    return [table, this.newParagraph({ style: styleIds.table })];
  }

  /** A footnote of Word holds no table. */
  private rows({ head, rows }: TablePiece, place: Place): Paragraph[] {
    return [head, ...rows].map((row) =>
      this.paragraph({ inlines: row.flatMap((cell, i) => (i > 0 ? [blank(' | '), ...cell] : cell)) }, place),
    );
  }

  private runs(inlines: readonly Inline[]): ParagraphChild[] {
    return inlines.flatMap((inline, i): ParagraphChild[] => {
      switch (inline.kind) {
        case 'text':
          return [this.text(inline)];
        case 'break':
          return [new TextRun({ break: 1 })];
        case 'image':
          return [this.image(inline)];
        case 'note':
          // Two marks that touch would read as one number.
          return [
            ...(inlines[i - 1]?.kind === 'note' ? [superscript(',')] : []),
            ...this.note(inline.note, inline.occurrence),
          ];
      }
    });
  }

  private text(inline: TextInline): ParagraphChild {
    const { text, strong, emphasis, code, lead, href } = inline;
    const run = new TextRun({ text, ...this.style({ strong, emphasis, code, lead, link: href !== null }) });
    return href === null ? run : new ExternalHyperlink({ children: [run], link: href });
  }

  private style(of: {
    strong: boolean;
    emphasis: boolean;
    code: boolean;
    lead: boolean;
    link: boolean;
  }): IRunOptions {
    return {
      bold: of.strong || undefined,
      italics: of.emphasis || undefined,
      size: this.size,
      style: of.link ? 'Hyperlink' : of.lead ? styleIds.lead : of.code ? styleIds.codeText : undefined,
      highlight: this.isOpen && !of.lead ? 'yellow' : undefined,
      language: this.language === this.document.language ? undefined : { value: locales[this.language.id] },
    };
  }

  private image(image: ImageInline): ParagraphChild {
    const picture = this.options.picture?.(image);
    const size = picture && sizeOf(picture.data);
    if (!picture || picture.type === 'webp' || !size)
      return new TextRun({ text: insteadOf(image), italics: true });
    // Images are measured in pixels, 96 to an inch.
    const scale = Math.min(1, Math.floor((this.textWidth / 1440) * 96) / size.width);
    return new ImageRun({
      type: picture.type === 'jpeg' ? 'jpg' : picture.type,
      data: picture.data,
      transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
      altText: { name: image.alt, description: image.alt, title: image.alt },
    });
  }

  private note(note: Note, occurrence: number): ParagraphChild[] {
    if (note.series === 'closing')
      return [new InternalHyperlink({ anchor: anchorOf(note), children: [superscript(markOf(note))] })];
    if (this.inNote && this.inText.has(note)) return [repeatedMark(note)];
    // A footnote of Word holds no footnote: it stands in it, between brackets, the first time.
    if (this.inNote) {
      if (this.inNotes.has(note)) return [new TextRun(' […]')];
      this.inNotes.add(note);
      return [new TextRun(' ['), ...this.runs(flat(note.pieces)), new TextRun(']')];
    }
    if (occurrence > 0) return [repeatedMark(note)];
    const pieces = note.pieces.length > 0 ? note.pieces : [noteNotice];
    const { size } = this;
    this.size = undefined;
    this.inNote = true;
    const [first, ...rest] = pieces;
    // A blank stands between the number and the text.
    const opening: Piece =
      first.type === 'paragraph' ? { ...first, inlines: [blank(' '), ...first.inlines] } : first;
    const children = this.pieces([opening, ...rest], { style: 'FootnoteText' }, 0) as Paragraph[];
    this.inNote = false;
    this.size = size;
    this.footnotes[note.number] = { children };
    const mark = new FootnoteReferenceRun(note.number);
    return this.repeated.has(note) ? [new Bookmark({ id: anchorOf(note), children: [mark] })] : [mark];
  }

  private closingNote(note: Note): (Paragraph | Table)[] {
    const [first, ...rest] = note.pieces.length > 0 ? note.pieces : [noteNotice];
    const place = { style: styleIds.closingNote };
    const mark = new Bookmark({ id: anchorOf(note), children: [new TextRun(markOf(note))] });
    const opening = first.type === 'paragraph' ? this.runs(first.inlines) : [];
    const rests = first.type === 'paragraph' ? rest : [first, ...rest];
    return [
      this.newParagraph({ ...place, children: [mark, new TextRun(' '), ...opening] }),
      ...this.pieces(rests, place, 0),
    ];
  }
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

const bullets: ILevelsOptions[] = Array.from({ length: 9 }, (_, level) => ({
  level,
  format: LevelFormat.BULLET,
  text: ['•', '–', '▪'][level % 3],
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: (level + 1) * step, hanging: step } } },
}));

function pageNumber(): Paragraph {
  return new Paragraph({
    style: styleIds.footer,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
}

function superscript(text: string): TextRun {
  return new TextRun({ text, superScript: true });
}

function blank(text: string): TextInline {
  return {
    kind: 'text',
    text,
    strong: false,
    emphasis: false,
    code: false,
    editorial: false,
    lead: false,
    href: null,
  };
}

/** The name of a place in Word, at most forty characters. */
function anchorOf({ series, id }: Note): string {
  return `${series}_${id.replace('-', '_')}`;
}

/** The mark of a footnote that was there before: a field that keeps up when Word numbers anew. */
function repeatedMark(note: Note): ParagraphChild {
  return ImportedXmlComponent.fromXmlString(
    `<w:fldSimple w:instr=" NOTEREF ${anchorOf(note)} \\f \\h "><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:t>${markOf(note)}</w:t></w:r></w:fldSimple>`,
  ) as unknown as ParagraphChild;
}

function marksIn(pieces: readonly Piece[]): NoteInline[] {
  return pieces.flatMap((piece): NoteInline[] => {
    if ('pieces' in piece) return marksIn(piece.pieces);
    if (piece.type === 'list') return piece.items.flatMap((item) => marksIn(item.pieces));
    if (piece.type === 'closing-notes') return piece.notes.flatMap((note) => marksIn(note.pieces));
    return inlinesOf(piece).filter((inline) => inline.kind === 'note');
  });
}

function inlinesOf(piece: Piece): Inline[] {
  if (piece.type === 'heading' || piece.type === 'paragraph') return piece.inlines;
  return piece.type === 'table' ? [piece.head, ...piece.rows].flat(2) : [];
}

/** The running text of pieces, in one line. */
function flat(pieces: readonly Piece[]): Inline[] {
  return pieces.flatMap((piece, i) => {
    const own =
      'pieces' in piece
        ? flat(piece.pieces)
        : piece.type === 'list'
          ? piece.items.flatMap((item) => [blank(`${item.marker} `), ...flat(item.pieces)])
          : piece.type === 'code'
            ? [blank(piece.text)]
            : inlinesOf(piece);
    return i > 0 && plainText(own) !== '' ? [blank(' '), ...own] : own;
  });
}
