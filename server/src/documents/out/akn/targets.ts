import type { Answer, Question } from '../../../model/brief.js';
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

/** The names of the questions and answers of one file, for what refers to them. */
export class Targets {
  private readonly names = new Map<Piece, string>();
  /** Where they begin. */
  private readonly first = new Map<Question | Answer, string>();
  private readonly letters = new Map<Question | Answer, Map<string, string>>();
  private readonly taken = new Set<string>();
  private unnumbered = 0;

  /** @param prefix of every name, for the part that it is */
  constructor(
    pieces: readonly Piece[],
    names: Names,
    private readonly prefix: string,
  ) {
    this.read(pieces, names);
  }

  nameOf(piece: QuestionPiece | AnswerPiece): string {
    return this.names.get(piece)!;
  }

  /** The name of a sub-question, for the first that has its letter. */
  takeLetter(piece: QuestionPiece | AnswerPiece, letter: string): string | null {
    const name = this.letters.get(modelOf(piece))?.get(letter);
    if (!name || this.taken.has(name)) return null;
    this.taken.add(name);
    return name;
  }

  /** The name of a question, of the part of it that has a letter, or of the answer to it; `null` for that of another file. */
  find(question: Question, letter: string | null, isAnswer: boolean): string | null {
    const answer = isAnswer ? question.answers.find((one) => this.first.has(one)) : undefined;
    const part = letter && this.letters.get(question)?.get(letter);
    return part || (this.first.get(answer ?? question) ?? null);
  }

  /** The questions that an answer answers. */
  answered({ answer }: AnswerPiece): string[] {
    return answer.questions.flatMap((question) => this.find(question, null, false) ?? []);
  }

  private read(pieces: readonly Piece[], names: Names): void {
    for (const piece of pieces) {
      if (piece.type === 'group') this.read(piece.pieces, names);
      if (piece.type !== 'question' && piece.type !== 'answer') continue;
      const [first] = piece.numbers;
      const own = first ?? `n${++this.unnumbered}`;
      const name = names.name(`${this.prefix}${piece.type}_${own}`);
      this.names.set(piece, name);
      if (!this.first.has(modelOf(piece))) this.first.set(modelOf(piece), name);
      if (piece.type === 'question') this.readLetters(piece, name, names);
    }
  }

  private readLetters({ question, pieces }: QuestionPiece, name: string, names: Names): void {
    const letters = this.letters.get(question) ?? new Map<string, string>();
    for (const piece of pieces) {
      const letter = piece.type === 'paragraph' ? letterOf(piece.inlines) : null;
      if (letter && !letters.has(letter)) letters.set(letter, names.name(`${name}__${letter}`));
    }
    this.letters.set(question, letters);
  }
}

function modelOf(piece: QuestionPiece | AnswerPiece): Question | Answer {
  return piece.type === 'question' ? piece.question : piece.answer;
}
