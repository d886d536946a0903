import type { Language } from '../../languages/language.js';
import {
  markOf,
  noteNotice,
  noticeText,
  plainText,
  topLevelOf,
  type HeadingPiece,
  type ImageInline,
  type Inline,
  type ListPiece,
  type Note,
  type Piece,
  type PrintedDocument,
  type Source,
  type Sourced,
  type TablePiece,
  type TextInline,
} from './document.js';
import { style } from './style.js';

export interface HtmlOptions {
  /** Gives an image as a `data:` address; `null` if it cannot be shown. Images are never fetched. */
  image?: (image: ImageInline) => string | null;
}

/**
 * A document as one HTML file that needs nothing else: readable on paper and by screen readers, and harmless whatever was
 * typed, as every text is escaped and only web and mail addresses are links.
 */
export function toHtml(document: PrintedDocument, options: HtmlOptions = {}): string {
  return new HtmlWriter(document, options).run();
}

/**
 * The same without the page around it, for a view beside the text: each block that has a source is marked `data-at`, and the
 * marks of notes show the note when the mouse rests on them.
 * @returns the sources in the order of the marked elements
 */
export function toHtmlBody(
  document: PrintedDocument,
  options: HtmlOptions = {},
): { html: string; sources: Source[] } {
  const sources: Source[] = [];
  return { html: new HtmlWriter(document, options, sources).body(), sources };
}

/** What the file says of itself, and of the notes, in its own language. */
const phrases = {
  nl: {
    notes: 'Noten',
    note: 'noot',
    back: 'terug naar de tekst bij noot',
    table: 'tabel',
    image: 'afbeelding',
    missing: 'in de brief',
    added: 'niet in de brief',
  },
  en: {
    notes: 'Notes',
    note: 'note',
    back: 'back to the text at note',
    table: 'table',
    image: 'image',
    missing: 'in the letter',
    added: 'not in the letter',
  },
  de: {
    notes: 'Fußnoten',
    note: 'Fußnote',
    back: 'zurück zum Text bei Fußnote',
    table: 'Tabelle',
    image: 'Abbildung',
    missing: 'im Schreiben',
    added: 'nicht im Schreiben',
  },
};

/** What a bubble can hold, in characters. */
const longestTitle = 500;

class HtmlWriter {
  private readonly ids = new Set<string>();
  private readonly topLevel: number;
  private language: Language;
  private tables = 0;

  constructor(
    private readonly document: PrintedDocument,
    private readonly options: HtmlOptions,
    private readonly sources: Source[] | null = null,
  ) {
    this.language = document.language;
    this.topLevel = topLevelOf(document.pieces);
  }

  run(): string {
    const { title, values, language } = this.document;
    const author = [values.from?.name, values.from?.office].filter(Boolean).join(', ');
    return `<!doctype html>
<html lang="${language.id}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Kamerbrief">${author ? `\n<meta name="author" content="${escaped(author)}">` : ''}
<title>${escaped(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
${this.body()}</main>
</body>
</html>
`;
  }

  body(): string {
    const { pieces, notes, strayNotes } = this.document;
    return `${this.pieces(pieces)}\n${this.endnotes(notes, strayNotes)}`;
  }

  /** To be called in the order of the elements. */
  private at(source: Source | undefined): string {
    if (!this.sources || !source) return '';
    this.sources.push(source);
    return ' data-at';
  }

  private get phrases() {
    return phrases[this.language.id];
  }

  private pieces(pieces: readonly Piece[]): string {
    return pieces.map((piece) => this.piece(piece)).join('\n');
  }

  private piece(piece: Piece): string {
    switch (piece.type) {
      case 'heading':
        return this.heading(piece);
      case 'paragraph':
        return `<p${this.at(piece.source)}>${this.inlines(piece.inlines)}</p>`;
      case 'list':
        return this.list(piece);
      case 'table':
        return this.table(piece);
      case 'quote':
        return `<blockquote${this.at(piece.source)}>\n${this.pieces(piece.pieces)}\n</blockquote>`;
      case 'code':
        return `<pre${this.at(piece.source)}><code>${escaped(piece.text)}</code></pre>`;
      case 'break':
        return `<hr${this.at(piece.source)}>`;
      case 'group':
        return `<section class="group">\n${this.pieces(piece.pieces)}\n</section>`;
      case 'question': {
        const [number] = piece.numbers;
        const id =
          number === undefined ? '' : this.id(`${this.language.question.words[0].toLowerCase()}-${number}`);
        return `<div class="question"${id}>\n${this.pieces(piece.pieces)}\n</div>`;
      }
      case 'answer':
        return `<div class="answer ${piece.status}">\n${this.pieces(piece.pieces)}\n</div>`;
      case 'part': {
        const { language } = this;
        this.language = piece.language;
        const lang = piece.language === language ? '' : ` lang="${piece.language.id}"`;
        const part = `<div class="part"${lang}>\n${this.pieces(piece.pieces)}\n</div>`;
        this.language = language;
        return part;
      }
      case 'closing-notes':
        return `<section class="notes" aria-label="${this.phrases.notes}">\n${this.notes(piece.notes)}\n</section>`;
      case 'notice':
        return `<p class="notice"${this.at(piece.source)}>${escaped(noticeText(piece, this.language))}</p>`;
    }
  }

  /** A page has a heading of the first level, wherever the document begins to count. */
  private heading({ level, inlines, source }: HeadingPiece & Sourced): string {
    // A note may hold a higher one than the body.
    const name = `h${Math.max(1, level - this.topLevel + 1)}`;
    return `<${name}${this.at(source)}>${this.inlines(inlines)}</${name}>`;
  }

  /** Numbers and letters stand as they were typed; a browser counts in its own way. */
  private list({ ordered, items }: ListPiece): string {
    const lines = items.map(({ marker, pieces }) => {
      const sign = ordered ? `<span class="marker">${escaped(marker)}</span> ` : '';
      const [first, ...rest] = pieces;
      const tight = first?.type === 'paragraph' && rest.every(({ type }) => type === 'list');
      const at = tight ? this.at(first.source) : '';
      const inside = tight
        ? `${this.inlines(first.inlines)}${rest.length > 0 ? `\n${this.pieces(rest)}` : ''}`
        : this.pieces(pieces);
      return `<li${at}>${sign}${inside}</li>`;
    });
    // A list without signs of its own is none to some screen readers, unless it says so.
    return ordered ? `<ol role="list">\n${lines.join('\n')}\n</ol>` : `<ul>\n${lines.join('\n')}\n</ul>`;
  }

  private table({ align, head, rows, source }: TablePiece & Sourced): string {
    const cells = (row: readonly Inline[][], tag: 'th' | 'td') =>
      row
        .map((cell, i) => {
          // An empty head heads nothing.
          const name = cell.length > 0 ? tag : 'td';
          const scope = name === 'th' ? ' scope="col"' : '';
          const side = align[i] ? ` class="${align[i]}"` : '';
          return `<${name}${scope}${side}>${this.inlines(cell)}</${name}>`;
        })
        .join('');
    const label = `${this.phrases.table} ${++this.tables}`;
    return `<div class="table"${this.at(source)} role="group" aria-label="${label}" tabindex="0">
<table>
<thead><tr>${cells(head, 'th')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}
</tbody>
</table>
</div>`;
  }

  private inlines(inlines: readonly Inline[]): string {
    return inlines
      .map((inline) => {
        switch (inline.kind) {
          case 'text':
            return this.text(inline);
          case 'break':
            return '<br>\n';
          case 'image':
            return this.image(inline);
          case 'note': {
            const { note, occurrence } = inline;
            const mark = markOf(note);
            const id = occurrence === 0 ? ` id="ref-${note.id}"` : '';
            return `<sup><a${id} href="#note-${note.id}" role="doc-noteref" aria-label="${this.phrases.note} ${mark}"${this.noteTitle(note)}>${mark}</a></sup>`;
          }
        }
      })
      .join('');
  }

  private text(inline: TextInline): string {
    const { change } = inline;
    if (!change) return markedUp(inline);
    const tag = change === 'missing' ? 'del' : 'ins';
    return `<${tag}><span class="unseen">[${this.phrases[change]}: </span>${markedUp(inline)}<span class="unseen">]</span></${tag}>`;
  }

  private noteTitle({ pieces }: Note): string {
    if (!this.sources) return '';
    const words = pieces.map((piece) => ('inlines' in piece ? plainText(piece.inlines) : '')).join(' ');
    const short = words.length > longestTitle ? `${words.slice(0, longestTitle)}…` : words;
    return short.trim() === '' ? '' : ` title="${escaped(short)}"`;
  }

  private image(image: ImageInline): string {
    const source = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=]+$/i.test(image.href)
      ? image.href
      : this.options.image?.(image);
    const { phrases } = this;
    if (source) return `<img src="${escaped(source)}" alt="${escaped(image.alt)}">`;
    const words = image.alt.trim() === '' ? '' : `: <span>${escaped(image.alt)}</span>`;
    return `<span class="image">[${phrases.image}${words}]</span>`;
  }

  private endnotes(notes: readonly Note[], stray: readonly Piece[][]): string {
    if (notes.length + stray.length === 0) return '';
    const list = notes.length > 0 ? `\n${this.notes(notes)}` : '';
    const rest = stray.map((pieces) => `\n${this.pieces(pieces)}`).join('');
    return `<section class="notes" role="doc-endnotes" aria-labelledby="notes">
<h2 id="notes">${this.phrases.notes}</h2>${list}${rest}
</section>
`;
  }

  private notes(notes: readonly Note[]): string {
    const lines = notes.map((note) => {
      const mark = markOf(note);
      const back = `<a class="back" role="doc-backlink" href="#ref-${note.id}" aria-label="${this.phrases.back} ${mark}">↩\ufe0e</a>`;
      const pieces = note.pieces.length > 0 ? note.pieces : [noteNotice];
      const last = pieces.at(-1)!;
      const inside =
        last.type === 'paragraph'
          ? [
              ...pieces.slice(0, -1).map((piece) => this.piece(piece)),
              `<p${this.at(last.source)}>${this.inlines(last.inlines)} ${back}</p>`,
            ].join('\n')
          : `${this.pieces(pieces)}\n<p>${back}</p>`;
      return `<li id="note-${note.id}"><span class="marker">${mark}</span>\n${inside}</li>`;
    });
    return `<ol role="list">\n${lines.join('\n')}\n</ol>`;
  }

  /** An address within the file, if no other piece has it. */
  private id(wanted: string): string {
    if (this.ids.has(wanted)) return '';
    this.ids.add(wanted);
    return ` id="${wanted}"`;
  }
}

function markedUp({ text, strong, emphasis, code, lead, href }: TextInline): string {
  let html = escaped(text);
  if (code) html = `<code>${html}</code>`;
  if (emphasis) html = `<em>${html}</em>`;
  if (strong) html = `<strong>${html}</strong>`;
  if (lead) html = `<span class="lead">${html}</span>`;
  return href ? `<a href="${escaped(href)}" rel="noopener noreferrer">${html}</a>` : html;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
