import type { AnswerPiece, Inline, Piece, QuestionPiece } from '../document.js';

/** Names of elements, each once in a document with all its parts. */
export class Names {
  private readonly taken = new Set<string>();
  private readonly next = new Map<string, number>();

  name(wanted: string): string {
    let name = wanted;
    for (let n = this.next.get(wanted) ?? 2; this.taken.has(name); n++) {
      name = `${wanted}-${n}`;
      this.next.set(wanted, n + 1);
    }
    this.taken.add(name);
    return name;
  }
}

/** The letter that opens a sub-question: `a.`; `null` for another paragraph. */
export function letterOf(inlines: readonly Inline[]): string | null {
  const [first] = inlines;
  const found = first?.kind === 'text' && first.lead ? /^\(?([a-z])[.)]/i.exec(first.text) : null;
  return found && found[1].toLowerCase();
}

/** The questions and answers of one file by their numbers, and what references to them lead to. */
export class Targets {
  private readonly names = new Map<Piece, string>();
  private readonly questions = new Map<number, QuestionPiece[]>();
  private readonly answers = new Map<number, AnswerPiece[]>();
  private readonly letters = new Map<Piece, Map<string, string>>();
  private readonly groups = new Map<Piece, Piece>();
  private readonly taken = new Set<string>();
  private unnumbered = 0;

  /** @param prefix of every name, for the part that it is */
  constructor(
    pieces: readonly Piece[],
    names: Names,
    private readonly prefix: string,
  ) {
    this.read(pieces, names, null);
  }

  nameOf(piece: QuestionPiece | AnswerPiece): string {
    return this.names.get(piece)!;
  }

  /** The name of a sub-question, for the first that has its letter. */
  takeLetter(question: Piece, letter: string): string | null {
    const name = this.letters.get(question)?.get(letter);
    if (!name || this.taken.has(name)) return null;
    this.taken.add(name);
    return name;
  }

  /**
   * The name of the question, or of the answer to it.
   * @param group that the reference stands in: where numbers repeat, its own question is meant
   */
  find(number: number, letter: string | null, isAnswer: boolean, group: Piece | null): string | null {
    const question = this.nearest(this.questions.get(number), group);
    const answer = isAnswer ? this.nearest(this.answers.get(number), group) : undefined;
    const part = letter && question && this.letters.get(question)?.get(letter);
    return part || this.names.get(answer ?? question!) || null;
  }

  /** The questions that an answer answers. */
  answered({ numbers }: AnswerPiece, group: Piece | null): string[] {
    return numbers.flatMap((number) => this.find(number, null, false, group) ?? []);
  }

  private nearest<T extends Piece>(pieces: readonly T[] | undefined, group: Piece | null): T | undefined {
    return pieces?.find((piece) => this.groups.get(piece) === group) ?? pieces?.[0];
  }

  private read(pieces: readonly Piece[], names: Names, group: Piece | null): void {
    for (const piece of pieces) {
      if (piece.type === 'group') this.read(piece.pieces, names, piece);
      if (piece.type !== 'question' && piece.type !== 'answer') continue;
      if (group) this.groups.set(piece, group);
      const [first] = piece.numbers;
      const own = first ?? `n${++this.unnumbered}`;
      const name = names.name(`${this.prefix}${piece.type}_${own}`);
      this.names.set(piece, name);
      const all: Map<number, (QuestionPiece | AnswerPiece)[]> =
        piece.type === 'question' ? this.questions : this.answers;
      for (const number of piece.numbers) {
        const same = all.get(number);
        if (same) same.push(piece);
        else all.set(number, [piece]);
      }
      if (piece.type === 'question') this.readLetters(piece, name, names);
    }
  }

  private readLetters(question: QuestionPiece, name: string, names: Names): void {
    const letters = new Map<string, string>();
    for (const piece of question.pieces) {
      const letter = piece.type === 'paragraph' ? letterOf(piece.inlines) : null;
      if (letter && !letters.has(letter)) letters.set(letter, names.name(`${name}__${letter}`));
    }
    this.letters.set(question, letters);
  }
}
