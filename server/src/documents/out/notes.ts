import type { Brief } from '../../model/brief.js';
import type { FootnoteDefinition } from '../../model/facts.js';
import type { Note, Piece } from './document.js';

/** What the parts of a document share: the running series goes on over all of them. */
export interface Series {
  running: Note[];
  /** How many files have notes of their own after the last answer, or could have. */
  files: number;
}

/** The notes of one file: labels are names that are local to it. */
export class FileNotes {
  /** The second series, after the last answer. */
  readonly closing: Note[] = [];
  private readonly file: number;
  private done = 0;
  private readonly definitions = new Map<string, Brief['definitions'][number]>();
  private readonly byLabel = new Map<string, { note: Note; references: number }>();
  private readonly waiting: { note: Note; read: () => Piece[] }[] = [];

  /** @param read gives the text of a note */
  constructor(
    private readonly series: Series,
    { definitions }: Brief,
    private readonly read: (definition: Brief['definitions'][number]) => Piece[],
  ) {
    this.file = ++series.files;
    for (const definition of definitions) {
      const label = keyOf(definition.fact);
      if (!this.definitions.has(label)) this.definitions.set(label, definition);
    }
  }

  /** The note that a mark refers to, and how many times it was before. A mark without a text is a note without a text. */
  refer(label: string, series: Note['series']): { note: Note; occurrence: number } {
    const key = label.toLowerCase();
    const known = this.byLabel.get(key);
    if (known) return { note: known.note, occurrence: known.references++ };
    const definition = this.definitions.get(key);
    const note = this.add(series, () => (definition ? this.read(definition) : []));
    this.byLabel.set(key, { note, references: 1 });
    return { note, occurrence: 0 };
  }

  add(series: Note['series'], read: () => Piece[]): Note {
    const all = series === 'closing' ? this.closing : this.series.running;
    const number = all.length + 1;
    const id = series === 'closing' ? `${this.file}-${number}` : String(number);
    const note: Note = { id, series, number, pieces: [] };
    all.push(note);
    this.waiting.push({ note, read });
    return note;
  }

  /** Reads the texts of the notes, and of the notes that these refer to in turn: they join the end of the list. */
  readTexts(): void {
    while (this.done < this.waiting.length) {
      const { note, read } = this.waiting[this.done++];
      note.pieces = read();
    }
  }

  /** Texts that nothing refers to: also a second text under one label. */
  stray(definitions: Brief['definitions']): Brief['definitions'] {
    return definitions.filter((definition) => {
      const label = keyOf(definition.fact);
      return this.definitions.get(label) !== definition || !this.byLabel.has(label);
    });
  }
}

function keyOf({ label }: FootnoteDefinition): string {
  return label.toLowerCase();
}
