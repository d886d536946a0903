import {
  rangeOf,
  type Answer,
  type Block,
  type Brief,
  type Placed,
  type PlacedReference,
  type Question,
  type SubQuestion,
} from '../../model/brief.js';
import type { LetterOpener, NumberAt, QuestionOpener } from '../../model/facts.js';
import { groupAsked } from '../../model/answer-links.js';
import { answered, referenced } from '../../model/targets.js';
import { patternsOf } from '../../languages/patterns.js';
import type { Range, TextEdit } from '../../text/text.js';
import { listEdits, type Token, type Wanted } from './list.js';
import { answersAll } from '../pieces.js';
import { openerEdits } from './opener.js';
import type { Seat } from './order.js';
import { membersOf, type Member } from './members.js';

/** Where everything that has a number goes. */
export interface Plan {
  /** The questions in the order in which they will stand. */
  seats: readonly Seat[];
  /** The seat of each question; one that is not here goes away. */
  seatOf: ReadonlyMap<Question, number>;
  /** Where each sub-question goes, by seat and letter; without a letter it becomes the question itself. */
  subQuestions: ReadonlyMap<SubQuestion, { seat: number; letter: string | null }>;
  /** Answers whose marker goes away. */
  removed: ReadonlySet<Answer>;
  /** Answers that come to belong to other seats than those of their questions. */
  relinked?: ReadonlyMap<Answer, readonly number[]>;
  /** Text that goes away: what refers to something from there is no concern. */
  gone?: readonly Range[];
}

/** Edits to all that has a number, and what must be linked with what when they are done, as text to compare. */
export interface Numbered {
  edits: TextEdit[];
  links: string[];
  /** An answer that names a number that no question had, and that another question would have now. */
  captured: Answer | null;
}

interface Place extends Wanted {
  seat: number;
}

/**
 * Lets openers, markers and references say what the plan says. A reference keeps its target; one whose target goes away
 * is left out of its list, or is said to be gone when it stands alone.
 * @param numbers of each seat
 */
export function numberEdits(brief: Brief, plan: Plan, numbers: readonly (readonly number[])[]): Numbered {
  return new Numbering(brief, plan, numbers).run();
}

class Numbering {
  private readonly edits: TextEdit[] = [];
  private readonly links: string[] = [];
  private captured: Answer | null = null;
  private readonly seatsMeant: (answer: Answer, number: number) => number[];
  /** Numbers that old questions have. */
  private readonly taken: ReadonlySet<number>;
  /** New questions by number: what waited for one has found it. */
  private readonly fresh: ReadonlyMap<number, number>;
  /** Sub-questions, by seat and letter. */
  private readonly letters: ReadonlySet<string>;

  constructor(
    private readonly brief: Brief,
    private readonly plan: Plan,
    private readonly numbers: readonly (readonly number[])[],
  ) {
    const { seats, subQuestions } = plan;
    this.seatsMeant = seatsFor(brief, seats, numbers);
    this.taken = new Set(seats.flatMap(({ question }, seat) => (question ? numbers[seat] : [])));
    this.fresh = new Map(
      seats.flatMap(({ question }, seat) =>
        question ? [] : numbers[seat].map((number) => [number, seat] as const),
      ),
    );
    this.letters = new Set([...subQuestions.values()].map(({ seat, letter }) => `${seat}${letter ?? ''}`));
  }

  run(): Numbered {
    for (const [question, seat] of this.plan.seatOf) this.question(question, seat);
    for (const answer of this.brief.answers) {
      this.answerLetters(answer);
      if (!this.plan.removed.has(answer)) this.answer(answer);
    }
    for (const reference of this.brief.crossReferences)
      if (!reference.quoted && !this.isGone(reference)) this.reference(reference);
    const { edits, links, captured } = this;
    return { edits, links, captured };
  }

  private question(question: Question, seat: number): void {
    const { seats, subQuestions } = this.plan;
    const own = seats[seat].question === question ? question.opener : null;
    if (own?.fact.kind === 'number')
      this.edits.push(...openerEdits(this.brief, own.block, own.fact, this.numbers[seat][0]));
    /** "Vraag 2a", and "Vraag 2b en c" below it. */
    const spelled = new Map<QuestionOpener, Block>();
    if (own?.fact.kind === 'question') spelled.set(own.fact, own.block);
    for (const sub of question.subQuestions) {
      const { block, fact } = sub.opener;
      if (fact.kind === 'letter')
        this.edits.push(...letterEdit({ block, fact }, subQuestions.get(sub)?.letter));
      else if (fact !== question.opener?.fact) spelled.set(fact, block);
    }
    for (const [fact, block] of spelled)
      this.list(
        block,
        fact.numbers.map((at): Token => {
          const members = membersOf(at, () => question);
          return { at, now: this.stands(members, this.fresh) ?? 'stays' };
        }),
      );
  }

  private answer(answer: Answer): void {
    const { seats, seatOf, relinked } = this.plan;
    const found = answer.numbers.flatMap((number) =>
      answered(answer, number) ? [] : this.seatsMeant(answer, number).map((seat) => [number, seat] as const),
    );
    if (found.some(([, seat]) => seats[seat].question)) this.captured ??= answer;
    const waiting = new Map(found.filter(([, seat]) => !seats[seat].question));
    const { block, fact } = answer.opener;
    this.list(
      block,
      fact.numbers.map((at): Token => {
        const members = membersOf(at, (number) => answered(answer, number));
        return { at, now: this.stands(members, waiting) ?? 'stays' };
      }),
    );
    const linked = answersAll(this.brief, answer)
      ? [...seats.keys()]
      : (relinked?.get(answer) ?? [
          ...answer.questions.map((question) => seatOf.get(question)),
          ...waiting.values(),
        ]);
    this.links.push(link('answer', linked));
  }

  private answerLetters({ letters, questions }: Answer): void {
    if (questions.length !== 1) return;
    const { seatOf, subQuestions } = this.plan;
    const [question] = questions;
    const seen = new Map<string, number>();
    for (const opener of letters) {
      const { letter } = opener.fact;
      const nth = seen.get(letter) ?? 0;
      seen.set(letter, nth + 1);
      const sub = question.subQuestions.filter((one) => one.letter === letter)[nth];
      const place = sub && subQuestions.get(sub);
      if (place?.seat === seatOf.get(question)) this.edits.push(...letterEdit(opener, place?.letter));
    }
  }

  private reference(reference: PlacedReference): void {
    const { brief } = this;
    const { fact, block } = reference;
    const names: string[] = [];
    const tokens = fact.numbers.map((at): Token => {
      const members = membersOf(at, (number) => referenced(brief, reference, number));
      const now = this.stands(members, this.fresh);
      if (now) names.push(...now.map(({ seat, letter }) => `${seat}${letter ?? ''}`));
      return { at, now: now ?? (this.isTaken(members) ? 'withdrawn' : 'stays') };
    });
    // The asker's numbers are not given to others: the reference itself says that it points nowhere.
    if (brief.numbering === 'given' && names.length === 0) return;
    const withdrawn = fact.withdrawn.map((at): Token => ({
      at: this.withMark(at, block.from),
      now: 'stays',
    }));
    this.list(
      block,
      withdrawn.length > 0 ? [...tokens, ...withdrawn].sort((a, b) => a.at.at.from - b.at.at.from) : tokens,
    );
    if (names.length > 0) this.links.push(link('reference', names));
  }

  private list(block: Block, tokens: readonly Token[]): void {
    this.edits.push(...listEdits(this.brief.text, block.from, tokens, this.brief.language));
  }

  private isGone({ block, fact }: PlacedReference): boolean {
    const { from, to } = rangeOf({ block, at: fact.at });
    return this.plan.gone?.some((range) => from >= range.from && to <= range.to) ?? false;
  }

  /**
   * What is to stand for a number; `null` when it means nothing that is here.
   * @param waited new questions by the number that was written before they came
   */
  private stands(members: readonly Member[], waited: ReadonlyMap<number, number>): Place[] | null {
    if (members.every(({ question, number }) => !question && !waited.has(number))) return null;
    const places: Place[] = [];
    for (const member of members) {
      const place = this.placeOf(member, waited);
      if (!place) continue;
      // A letter that no sub-question had must not come to mean one.
      if (place.letter && !member.subQuestion && this.letters.has(`${place.seat}${place.letter}`))
        return null;
      places.push(place);
    }
    return places;
  }

  private placeOf(
    { question, index, number, letter, subQuestion }: Member,
    waited: ReadonlyMap<number, number>,
  ): Place | null {
    const { seats, seatOf, subQuestions } = this.plan;
    if (!question) {
      const seat = waited.get(number);
      return seat === undefined ? null : { seat, number, letter };
    }
    const moved = subQuestion && subQuestions.get(subQuestion);
    const seat = moved?.seat ?? seatOf.get(question);
    if (seat === undefined || (subQuestion && !moved)) return null;
    const own = seats[seat].question === question ? index : 0;
    return { seat, number: this.numbers[seat][own], letter: moved ? moved.letter : letter };
  }

  /** It dangles, and would come to mean an old question; a new one may be what it waits for. */
  private isTaken(members: readonly Member[]): boolean {
    return members.some(({ number, question }) => question !== null || this.taken.has(number));
  }

  /** A number that was said to be gone before, with the words that say so. */
  private withMark(written: NumberAt, offset: number): NumberAt {
    const after = this.brief.text.sliceString(offset + written.at.to, offset + written.at.to + 40);
    const { withdrawn } = patternsOf(this.brief.language);
    withdrawn.lastIndex = /^\s*/.exec(after)![0].length;
    withdrawn.test(after);
    return { ...written, at: { from: written.at.from, to: written.at.to + withdrawn.lastIndex } };
  }
}

/** The seats that an answer can mean by a number: where every group has numbers of its own, those of its group. */
export function seatsFor(
  { numbering }: Brief,
  seats: readonly Seat[],
  numbers: readonly (readonly number[])[],
): (answer: Answer, number: number) => number[] {
  const asked = groupAsked(seats.flatMap(({ group }) => group ?? []));
  const byNumber = new Map<number, number[]>();
  numbers.forEach((own, seat) => {
    for (const number of own) {
      const same = byNumber.get(number);
      if (same) same.push(seat);
      else byNumber.set(number, [seat]);
    }
  });
  return (answer, number) => {
    const having = byNumber.get(number) ?? [];
    if (numbering !== 'per-group') return having;
    const group = asked(answer.group);
    const own = having.filter((seat) => seats[seat].group === group);
    return group || own.length > 0 ? own : having;
  };
}

/** The links of a document as they stand, to be compared with those that an edit promises. */
export function linksOf(brief: Brief): string[] {
  const seats = new Map(brief.questions.map((question, i) => [question, i]));
  const references = brief.crossReferences.flatMap((reference) => {
    if (reference.quoted) return [];
    const names = reference.fact.numbers
      .flatMap((at) => membersOf(at, (number) => referenced(brief, reference, number)))
      .flatMap(({ question, letter }) => (question ? `${seats.get(question)}${letter ?? ''}` : []));
    return names.length > 0 ? [link('reference', names)] : [];
  });
  const answers = brief.answers.map(({ questions }) =>
    link(
      'answer',
      questions.map((question) => seats.get(question)),
    ),
  );
  return [...references, ...answers];
}

/** @param seats of what is linked; those that are gone left out */
export function link(kind: 'reference' | 'answer', seats: readonly (number | string | undefined)[]): string {
  return `${kind} ${[...new Set(seats)]
    .filter((seat) => seat !== undefined)
    .sort()
    .join(' ')}`;
}

function letterEdit({ block, fact }: Placed<LetterOpener>, letter: string | null | undefined): TextEdit[] {
  const from = block.from + fact.at.from;
  return letter && letter !== fact.letter && fact.at.to > fact.at.from
    ? [{ from, to: from + 1, insert: letter }]
    : [];
}
