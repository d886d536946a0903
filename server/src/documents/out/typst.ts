import type { Language } from '../../languages/language.js';
import {
  markOf,
  noteNotice,
  noticeText,
  insteadOf,
  topLevelOf,
  type HeadingPiece,
  type ImageInline,
  type Inline,
  type ListPiece,
  type Note,
  type ParagraphPiece,
  type Piece,
  type PrintedDocument,
  type TablePiece,
  type TextInline,
} from './document.js';
import { columnsOf } from './columns.js';
import { sizeOf } from './picture.js';
import { typstStyle } from './typst-style.js';

export interface TypstOptions {
  /** Gives an image; `null` if it cannot be shown. Images are never fetched. */
  picture?: (image: ImageInline) => { data: Uint8Array } | null;
}

/** A document for the typesetter Typst. */
export interface TypstJob {
  source: string;
  /** The images by the names that the source calls them. */
  files: Record<string, Uint8Array>;
}

/**
 * A document as the source of a PDF: with its title, language, headings, real footnotes, tables with heads and images with
 * their descriptions, of which the typesetter makes bookmarks and tags. Every text is a string in it and none is code.
 */
export function toTypst(document: PrintedDocument, options: TypstOptions = {}): TypstJob {
  return new TypstWriter(document, options).run();
}

/** Lists and quotes in each other; the typesetter refuses about twice as many. What is deeper stands no further in. */
const deepest = 8;
/** Notes in the text of notes. What is deeper stands at the end. */
const deepestNote = 3;
/** The room that a page has, in points. */
const textWidth = 453;
const textHeight = 640;
/** Of the letters in a table, and how wide one is at most as a rule; in points. */
const tableSize = 8.5;
const tableLetter = tableSize * 0.62;
/** Without a place to break, in letters. */
const longestWord = 40;
/** Points a pixel, at 96 to the inch. */
const pixel = 0.75;
/** The typesetter takes no longer addresses. */
const longestAddress = 8000;

class TypstWriter {
  private readonly files: Record<string, Uint8Array> = {};
  private readonly names = new Map<Uint8Array, string>();
  private readonly topLevel: number;
  private readonly printed = new Set<Note>();
  private language: Language;
  private depth = 0;
  private noteDepth = 0;
  private inHeading = false;
  private longestWord = longestWord;

  constructor(
    private readonly document: PrintedDocument,
    private readonly options: TypstOptions,
  ) {
    this.language = document.language;
    this.topLevel = topLevelOf(document.pieces);
  }

  run(): TypstJob {
    const { pieces, notes, strayNotes, language } = this.document;
    const body = [...this.pieces(pieces), ...strayNotes.map((note) => call('small', ...this.pieces(note)))];
    const late: string[] = [];
    // A note at the end may name others, which come after it.
    for (const note of notes)
      if (!this.printed.has(note)) {
        late.push(nameOf(note));
        body.push(this.entry(note));
      }
    const source = [
      `#set document(${this.properties()})`,
      `#let late = (${late.map((name) => `${literal(name)},`).join(' ')})`,
      typstStyle,
      `#set text(lang: ${literal(language.id)})`,
      `#show raw: set text(lang: ${literal(language.id)})`,
      ...body.map((expression) => `#${expression}`),
    ].join('\n');
    return { source, files: this.files };
  }

  private properties(): string {
    const { title, values } = this.document;
    const author = [values.from?.name, values.from?.office].filter(Boolean).join(', ');
    return [
      `title: ${literal(title)}`,
      ...(author ? [`author: ${literal(author)}`] : []),
      ...(values.subject ? [`description: ${literal(values.subject)}`] : []),
      ...(values.dossier ? [`keywords: ${literal(values.dossier)}`] : []),
      `date: ${dateOf(values.date)}`,
    ].join(', ');
  }

  private pieces(pieces: readonly Piece[]): string[] {
    return pieces.flatMap((piece, i) => {
      const apart = piece.type === 'question' && pieces[i - 1]?.type !== 'heading';
      return [...(apart ? ['gap(2em)'] : []), ...this.piece(piece)];
    });
  }

  private piece(piece: Piece): string[] {
    switch (piece.type) {
      case 'heading':
        return [this.heading(piece)];
      case 'paragraph':
        return [this.paragraph(piece)];
      case 'list':
        return this.deeper(() => this.list(piece));
      case 'table':
        return [this.table(piece)];
      case 'quote':
        return this.deeper((tooDeep) => {
          const inside = this.pieces(piece.pieces);
          return tooDeep ? inside : [call('cited', ...inside)];
        });
      case 'code':
        return [call('code', literal(breakable(piece.text.replace(/\n$/, ''))))];
      case 'break':
        return ['rule()'];
      case 'group':
      case 'question':
        return this.pieces(piece.pieces);
      case 'answer': {
        const answer = this.pieces(piece.pieces);
        return piece.status === 'placeholder' ? [call('open', ...answer)] : answer;
      }
      case 'part': {
        const { language } = this;
        this.language = piece.language;
        const part = call('part', ...this.pieces(piece.pieces));
        this.language = language;
        return [call('within', literal(piece.language.id), part)];
      }
      case 'closing-notes':
        return piece.notes.map((note) => this.entry(note));
      case 'notice':
        return [call('notice', literal(noticeText(piece, this.language)))];
    }
  }

  private heading({ level, inlines }: HeadingPiece): string {
    this.inHeading = true;
    const heading = call('head', Math.max(1, level - this.topLevel + 1), ...this.inlines(inlines));
    this.inHeading = false;
    return heading;
  }

  /** What opens a question or answer on a line of its own stays on the page of what follows, as does who signs. */
  private paragraph({ inlines, signs }: ParagraphPiece): string {
    const isLead = inlines.every((inline) => inline.kind === 'text' && inline.lead);
    return call(isLead ? 'alone' : signs ? 'signs' : 'p', ...this.inlines(inlines));
  }

  private deeper(write: (tooDeep: boolean) => string[]): string[] {
    this.depth++;
    const written = write(this.depth > deepest);
    this.depth--;
    return written;
  }

  /** Numbers stand as they were typed; of lists that stand too deep also the bullets. */
  private list({ ordered, items }: ListPiece): string[] {
    if (this.depth > deepest)
      return items.flatMap(({ marker, pieces }) => [
        call('p', literal(ordered ? marker : '•')),
        ...this.pieces(pieces),
      ]);
    const bodies = items.map(({ pieces }) => {
      const [first, ...rest] = pieces;
      return first?.type === 'paragraph'
        ? call('all', ...this.inlines(first.inlines), ...this.pieces(rest))
        : call('all', ...this.pieces(pieces));
    });
    if (!ordered) return [call('bullets', ...bodies)];
    const numbered = bodies.map((body, i) => call('enum.item', i + 1, body));
    return [call('numbers', array(items.map(({ marker }) => literal(marker))), ...numbered)];
  }

  private table(table: TablePiece): string {
    const { align, head, rows } = table;
    const { widths, isNarrow, scale } = columnsOf(table, textWidth / tableLetter);
    const share = textWidth / widths.reduce((sum, width) => sum + width, 0);
    const cell = (inlines: readonly Inline[], i: number) => {
      // In the smallest letters a number may still need more room than there is.
      const most = Math.floor((widths[i] * share) / (tableLetter * scale));
      this.longestWord = Math.max(1, Math.min(longestWord, most));
      const written = call('all', ...this.inlines(inlines));
      this.longestWord = longestWord;
      return written;
    };
    return call(
      'grid-of',
      isNarrow ? head.length : array(widths.map((width) => `${(width * share).toFixed(1)}pt`)),
      scale.toFixed(2),
      array(align.map((side) => side ?? 'left')),
      array(head.map(cell)),
      ...rows.flatMap((row) => row.map(cell)),
    );
  }

  private inlines(inlines: readonly Inline[]): string[] {
    const written: string[] = [];
    inlines.forEach((inline, i) => {
      const [before, next] = [inlines[i - 1], inlines[i + 1]];
      switch (inline.kind) {
        case 'text':
          if (next?.kind === 'note' && isLoose(inline)) {
            const end = inline.text.lastIndexOf(' ') + 1;
            if (end > 0) written.push(text({ ...inline, text: inline.text.slice(0, end) }, this.longestWord));
          } else written.push(text(inline, this.longestWord));
          break;
        case 'break':
          written.push('linebreak()');
          break;
        case 'image':
          written.push(this.image(inline));
          break;
        case 'note': {
          const mark = this.note(inline.note, inline.occurrence);
          if (before?.kind === 'text' && isLoose(before)) {
            const word = before.text.slice(before.text.lastIndexOf(' ') + 1);
            written.push(call('box', call('all', text({ ...before, text: word }, this.longestWord), mark)));
          }
          // Two marks that touch would read as one number.
          else written.push(...(before?.kind === 'note' ? ['super(",")', mark] : [mark]));
        }
      }
    });
    return written;
  }

  private note(note: Note, occurrence: number): string {
    const [mark, name] = [literal(markOf(note)), literal(nameOf(note))];
    if (note.series === 'closing') return call('to', mark, name);
    if (occurrence > 0 || this.noteDepth >= deepestNote) return call('again', mark, name);
    const { inHeading } = this;
    this.inHeading = false;
    const written = call('note', mark, name, ...this.noteText(note));
    this.inHeading = inHeading;
    return inHeading ? call('aside', written) : written;
  }

  private entry(note: Note): string {
    return call('entry', literal(markOf(note)), literal(nameOf(note)), ...this.noteText(note));
  }

  /** The first paragraph stands behind the mark. */
  private noteText(note: Note): string[] {
    this.printed.add(note);
    const { depth } = this;
    this.depth = 0;
    this.noteDepth++;
    const [first, ...rest] = note.pieces.length > 0 ? note.pieces : [noteNotice];
    const opening =
      first.type === 'paragraph'
        ? this.inlines(first.inlines)
        : first.type === 'notice'
          ? [call('strong', literal(noticeText(first, this.language)))]
          : this.piece(first);
    const written = [...opening, ...this.pieces(rest)];
    this.noteDepth--;
    this.depth = depth;
    return written;
  }

  private image(image: ImageInline): string {
    const fallback = call('emph', literal(insteadOf(image)));
    const picture = this.options.picture?.(image);
    if (!picture) return fallback;
    const size = sizeOf(picture.data);
    const scale = size && Math.min(pixel, textWidth / size.width, textHeight / size.height);
    const width = size && scale ? `${(size.width * scale).toFixed(1)}pt` : 'auto';
    return call('picture', literal(this.file(picture.data)), literal(image.alt), width, fallback);
  }

  private file(data: Uint8Array): string {
    const name = this.names.get(data) ?? `/${this.names.size + 1}`;
    this.names.set(data, name);
    this.files[name] = data;
    return name;
  }
}

/** A line may end between a question mark and the mark of a note, unless these are held together with their word. */
function isLoose({ text, href, lead }: TextInline): boolean {
  return href === null && !lead && /(?:^| )[^ ]{1,39}[?!]$/.test(text);
}

function text({ text, strong, emphasis, code, lead, href }: TextInline, longest: number): string {
  let run = literal(href === null ? breakable(text, longest) : text);
  if (code) run = call('raw', run);
  if (emphasis) run = call('emph', run);
  if (strong) run = call('strong', run);
  if (lead) run = call('lead', run);
  return href !== null && href.length <= longestAddress ? call('away', literal(href), run) : run;
}

/**
 * A word that no line can hold may be broken anywhere. Letters and signs of East Asian width, which come out of published
 * files, look as the plain ones that the fonts have.
 */
function breakable(text: string, longest = longestWord): string {
  const plain = text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const word = new RegExp(`[^\\s\\u00ad\\u200b/-]{${longest}}(?=[^\\s\\u00ad\\u200b/-])`, 'gu');
  return plain.replace(word, '$&\u200b');
}

function nameOf({ id }: Note): string {
  return `note-${id}`;
}

function dateOf(date: string | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  const [year, month, day] = found?.slice(1).map(Number) ?? [0, 0, 0];
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (!found || !isDay) return 'none';
  return `datetime(year: ${year}, month: ${month}, day: ${day})`;
}

function call(name: string, ...values: (string | number)[]): string {
  return `${name}(${values.join(', ')})`;
}

function array(values: readonly string[]): string {
  return `(${values.map((value) => `${value},`).join(' ')})`;
}

/** Within a string only these two signs mean something to Typst. */
function literal(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
