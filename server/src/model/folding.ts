import { linkAnswers } from './answer-links.js';
import {
  partsOf,
  type Answer,
  type Brief,
  type Enumeration,
  type Group,
  type Question,
  type SegmentPlace,
} from './brief.js';
import {
  lettersOf,
  numbersOf,
  type AnswerOpener,
  type LetterOpener,
  type NumberOpener,
  type QuestionOpener,
} from './facts.js';
import { isNumbered, LookAhead } from './look-ahead.js';

/** What stands in relation to the text around it, and what decides how it is read. */
export type Structure = Pick<
  Brief,
  | 'frontMatter'
  | 'language'
  | 'kind'
  | 'numbering'
  | 'parts'
  | 'headings'
  | 'groups'
  | 'questions'
  | 'answers'
  | 'enumerations'
  | 'frame'
  | 'crossReferences'
>;

/** One pass over the segments in order, with what is open at each point. It fills the lists of a structure. */
export class Folding {
  private group: Group | null = null;
  private question: Question | null = null;
  private answer: Answer | null = null;
  /** The question that a bare marker answers. */
  private above: Question | null = null;
  private lastNumber = 0;
  private freshGroup = true;
  private listing: { enumeration: Enumeration; next: number } | null = null;
  /** Paragraphs of a letter that wait for their question. */
  private context: SegmentPlace[] = [];
  /** Answers since the question above. */
  private given: Answer[] = [];
  /** Questions that an answer says it answers together with its own. */
  private readonly together = new Map<Answer, number[]>();
  private readonly ahead: LookAhead;

  constructor(
    private readonly brief: Structure,
    private readonly flow: readonly SegmentPlace[],
  ) {
    this.ahead = new LookAhead(flow);
  }

  run(): void {
    for (let i = 0; i < this.flow.length; i++) {
      const place = this.flow[i];
      if (!place.segment.inNote) this.step(i);
      this.addReferences(place);
    }
    this.close();
    this.dropForeign();
    linkAnswers(this.brief, this.together);
  }

  private step(i: number): void {
    const place = this.flow[i];
    const { block, segment } = place;
    const { opener } = segment;
    switch (opener?.kind) {
      case 'heading':
        this.close();
        this.above = null;
        this.given = [];
        this.brief.headings.push({ block, fact: opener });
        if (opener.groups.length) {
          this.group = { names: opener.groups, heading: { block, fact: opener }, questions: [] };
          this.brief.groups.push(this.group);
          this.freshGroup = true;
        } else if (opener.level <= 2) this.group = null;
        this.brief.frame.push(place);
        return;
      case 'signature':
      case 'afterword':
        // Within the questions and answers the same words are text.
        if (i < this.ahead.end && (this.question ?? this.answer)) break;
        this.close();
        this.brief.frame.push(place);
        return;
      case 'break':
        this.close();
        this.brief.frame.push(place);
        return;
      case 'question':
        if (this.opensQuestion(i, opener)) {
          this.openSpelled(place, opener);
          return;
        }
        break;
      case 'answer':
        if (this.isTitle(i, opener)) break;
        // "## Antwoord" above the part that is the reply.
        if (this.flow[i + 1]?.block.facts.part) {
          this.close();
          this.brief.frame.push(place);
          return;
        }
        this.openAnswer(place, opener);
        return;
      case 'number':
        if (this.brief.numbering !== 'none' && this.isQuestion(i, opener)) {
          this.openQuestion(place, [opener.number], opener);
          return;
        }
        break;
      case 'letter':
        if (this.addLetter(i, opener)) return;
        break;
    }
    if (this.brief.kind === 'letter' && this.brief.numbering === 'none' && !this.ahead.spelledOut)
      this.letterParagraph(place);
    else if (!this.opensUnmarked(place)) this.add(place);
  }

  private close(): void {
    for (const place of this.context) this.brief.frame.push(place);
    this.context = [];
    this.question = this.answer = this.listing = null;
  }

  private openQuestion(
    place: SegmentPlace,
    numbers: number[],
    opener: NumberOpener | QuestionOpener | null,
  ): void {
    this.close();
    this.question = this.newQuestion(numbers, opener && { block: place.block, fact: opener }, [place]);
    this.above = this.question;
    this.given = [];
    this.lastNumber = Math.max(...numbers);
    this.freshGroup = false;
  }

  /** "Vraag 2a" is a sub-question, of the question 2 above it if that stands there. */
  private openSpelled(place: SegmentPlace, opener: QuestionOpener): void {
    const numbers = numbersOf(opener.numbers);
    const letters = opener.numbers.flatMap(lettersOf);
    const { above } = this;
    const isPart = numbers.length === 1 && opener.numbers.every(({ letter }) => letter !== null);
    if (isPart && above?.numbers.length === 1 && above.numbers[0] === numbers[0]) {
      this.reopen(above);
      this.addTo(above, place);
    } else this.openQuestion(place, numbers, opener);
    if (!isPart) return;
    for (const letter of letters)
      this.question!.subQuestions.push({
        letter,
        opener: { block: place.block, fact: opener },
        segments: [place],
      });
  }

  /** Goes on with a question after an answer to a part of it: that answered the sub-questions so far. */
  private reopen(question: Question): void {
    const done = new Set(this.given.flatMap((answer) => partsOf(answer, question)));
    const whole = this.given.filter((answer) => partsOf(answer, question).length === 0);
    for (const answer of whole)
      answer.parts = question.subQuestions.map(({ letter }) => letter).filter((letter) => !done.has(letter));
    this.close();
    this.question = this.above = question;
  }

  private newQuestion(numbers: number[], opener: Question['opener'], segments: SegmentPlace[]): Question {
    const question: Question = {
      numbers,
      opener,
      group: this.group,
      segments: [],
      subQuestions: [],
      sentences: [],
      answers: [],
    };
    this.brief.questions.push(question);
    this.group?.questions.push(question);
    for (const segment of segments) this.addTo(question, segment);
    return question;
  }

  private openAnswer(place: SegmentPlace, opener: AnswerOpener): void {
    const { above, brief } = this;
    const numbers = numbersOf(opener.numbers);
    this.close();
    const bare = above && opener.numbers.length === 0 ? [above] : [];
    this.answer = {
      opener: { block: place.block, fact: opener },
      numbers,
      group: this.group,
      questions: opener.all ? [...brief.questions] : bare,
      segments: [],
      letters: [],
      parts: opener.numbers.every(({ letter }) => letter !== null) ? opener.numbers.flatMap(lettersOf) : [],
      status: 'empty',
    };
    if (bare.length > 0 && this.given.length > 0) {
      const done = new Set(this.given.flatMap((answer) => partsOf(answer, bare[0])));
      const open = bare[0].subQuestions.map(({ letter }) => letter).filter((letter) => !done.has(letter));
      if (done.size > 0) this.answer.parts = open;
    }
    this.given.push(this.answer);
    brief.answers.push(this.answer);
    this.add(place);
  }

  /** An answer without a marker: where a sentence says which questions it answers, or where the language has none. */
  private opensUnmarked(place: SegmentPlace): boolean {
    const { block, segment } = place;
    const { together, sentences } = segment;
    if (!this.question || segment.opener || this.brief.kind === 'letter') return false;
    const isAnswer =
      together.length > 0 ||
      (this.brief.language.answer.unmarked &&
        !this.ahead.marked &&
        block.node.type.name === 'Paragraph' &&
        this.question.sentences.some(({ fact }) => fact.question === 'certain') &&
        sentences.length > 0 &&
        sentences.every(({ question }) => question === null));
    if (!isAnswer) return false;
    const at = sentences[0].at;
    const [word] = this.brief.language.answer.words;
    this.openAnswer(place, {
      kind: 'answer',
      at,
      word,
      numbers: [],
      heading: false,
      colon: false,
      all: false,
    });
    return true;
  }

  /** "Antwoorden" above the first question is a title. */
  private isTitle(i: number, opener: AnswerOpener): boolean {
    if (this.above || opener.numbers.length > 0 || opener.colon || opener.all) return false;
    const next = this.flow[i + 1]?.segment.opener;
    return (
      next?.kind === 'heading' ||
      next?.kind === 'question' ||
      (next?.kind === 'number' && this.flow[i].segment.content === 'none')
    );
  }

  /** @returns whether the letter is one, and not the first letter of a wrapped line ("p. 12") */
  private addLetter(i: number, opener: LetterOpener): boolean {
    const place = this.flow[i];
    const placed = { block: place.block, fact: opener };
    if (this.answer) {
      if (this.above && this.asksOn(i, this.above, opener)) {
        this.reopen(this.above);
        this.above.subQuestions.push({ letter: opener.letter, opener: placed, segments: [place] });
        this.addTo(this.above, place);
        return true;
      }
      if (!isLetter(opener, this.answer.letters.at(-1)?.fact.letter)) return false;
      for (const fact of [opener, ...opener.more]) this.answer.letters.push({ block: place.block, fact });
      this.add(place);
      return true;
    }
    const last = this.question?.subQuestions.at(-1)?.letter;
    if (!this.question || opener.more.length > 0 || !isLetter(opener, last)) return false;
    this.question.subQuestions.push({ letter: opener.letter, opener: placed, segments: [place] });
    this.addTo(this.question, place);
    return true;
  }

  /** Whether a letter in an answer is the next sub-question: it asks, and has an answer of its own. */
  private asksOn(i: number, { subQuestions }: Question, { letter, more }: LetterOpener): boolean {
    const last = subQuestions.at(-1)?.letter;
    if (!last || more.length > 0 || letter !== following(last) || !this.ahead.asks(i)) return false;
    const marker = this.ahead.markers[i];
    if (marker)
      return marker.numbers.every((number) => number.letter === null || lettersOf(number).includes(letter));
    return !this.ahead.marked && this.brief.language.answer.unmarked;
  }

  private add(place: SegmentPlace): void {
    if (this.answer) this.answer.segments.push(place);
    else if (this.question) this.addTo(this.question, place);
    else this.brief.frame.push(place);
    if (this.answer && place.segment.together.length > 0)
      this.together.set(this.answer, numbersOf(place.segment.together));
  }

  private addTo(question: Question, place: SegmentPlace): void {
    question.segments.push(place);
    for (const fact of place.segment.sentences)
      if (fact.question) question.sentences.push({ block: place.block, fact });
    const { opener } = place.segment;
    const last = question.subQuestions.at(-1);
    if (last && opener === null) last.segments.push(place);
  }

  /** In an unnumbered letter a question is a paragraph that asks, with what stands before it; a list after it belongs to it. */
  private letterParagraph(place: SegmentPlace): void {
    const asks = place.segment.sentences.some(({ question }) => question);
    const kind = place.segment.opener?.kind;
    const listed = kind === 'number' || kind === 'letter' || place.block.facts.thing !== null;
    if (this.question && (listed || (place.block === this.question.segments.at(-1)!.block && !asks)))
      this.addTo(this.question, place);
    else if (place.segment.letterhead && !asks) {
      this.close();
      this.brief.frame.push(place);
    } else if (asks) {
      const segments = [...this.context, place];
      this.context = [];
      this.question = this.newQuestion([], null, segments);
    } else {
      this.question = null;
      this.context.push(place);
    }
  }

  private opensQuestion(i: number, { form, numbers }: QuestionOpener): boolean {
    if (form === 'word') return true;
    const answered = this.ahead.isAnswered(i);
    if (form === 'inline') return answered || (!this.answer && this.ahead.asks(i));
    return this.ahead.bareNumbers && answered && numbers[0].number > this.lastNumber;
  }

  /** Whether `N.` opens a question; if not, it is an item of an enumeration, or just text. */
  private isQuestion(i: number, opener: NumberOpener): boolean {
    const { number } = opener;
    const owner = this.answer ?? this.question;
    if (!isNumbered(opener)) return false;
    const restarts = this.freshGroup && this.brief.numbering === 'per-group';
    const expected = restarts ? 1 : this.lastNumber + 1;
    const gap = this.gapAbove(i, opener);
    if (gap === 'none' || (gap === 'sentence' && number !== expected))
      return this.enumerate(i, opener, owner);
    const answered = this.ahead.isAnswered(i);
    // Among questions that are spelled out, a list that no one asks or answers is a list.
    if (!owner)
      return answered || this.ahead.asks(i) || (!this.ahead.spelledOut && !this.comesAnswered(i, number));
    if (this.listing?.next === number) {
      // The same number again behind the answer: that is the question, and this a list.
      const comesNext =
        number === expected && !(this.ahead.markers[i] && this.ahead.nextNumbers[i] === number);
      const asks = this.ahead.asks(i);
      const isNext = this.answer ? answered || asks : answered && asks && !this.ahead.spelledOut;
      if (comesNext && isNext) return true;
      return this.enumerate(i, opener, owner);
    }
    if (restarts && number === 1) return true;
    if (number === expected && number !== 1) return true;
    if (answered || (number !== 1 && this.ahead.asks(i))) return true;
    return this.enumerate(i, opener, owner);
  }

  /** What stands above a number: an empty line or another block, only the end of a sentence, or nothing of the kind. */
  private gapAbove(i: number, opener: NumberOpener): 'empty' | 'sentence' | 'none' {
    const { block, segment } = this.flow[i];
    const before = this.flow[i - 1];
    if (before?.block === block && before.segment.at.from < segment.at.from) {
      if (opener.apart) return 'empty';
      return opener.afterSentence ? 'sentence' : 'none';
    }
    if (block.apart || !before) return 'empty';
    return before.block.facts.endsSentence ? 'sentence' : 'none';
  }

  private enumerate(i: number, opener: NumberOpener, owner: Question | Answer | null): false {
    const item = { block: this.flow[i].block, fact: opener };
    if (this.listing && this.listing.next === opener.number) {
      this.listing.enumeration.items.push(item);
      this.listing.next++;
    } else if (owner && opener.number === 1) {
      const enumeration = { owner, items: [item] };
      this.listing = { enumeration, next: 2 };
      this.brief.enumerations.push(enumeration);
    }
    return false;
  }

  /** Whether this number stands below once more, with its answer: then this is a list in the letter that comes before. */
  private comesAnswered(i: number, number: number): boolean {
    return this.brief.numbering !== 'per-group' && this.ahead.isAnsweredBelow(i, number);
  }

  private addReferences({ block, segment }: SegmentPlace): void {
    const { crossReferences, kind } = this.brief;
    const owner = segment.inNote ? null : (this.answer ?? this.question);
    const quoted = kind === 'letter' || (owner !== null && owner === this.question);
    for (const fact of segment.crossReferences) crossReferences.push({ block, fact, owner, quoted });
  }

  /** References to questions of someone who is no group here: those are of another document. */
  private dropForeign(): void {
    const { groups, crossReferences } = this.brief;
    if (crossReferences.every(({ fact }) => fact.of === null)) return;
    const names = new Set(groups.flatMap((group) => group.names).map((name) => name.toLowerCase()));
    this.brief.crossReferences = crossReferences.filter(
      ({ fact }) => fact.of === null || names.has(fact.of.toLowerCase()),
    );
  }
}

function following(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** Whether a letter is the first of a list, or comes some places after the one before it. */
function isLetter({ letter, apart }: LetterOpener, before: string | undefined): boolean {
  if (!before) return letter === 'a' || (apart && letter <= 'c');
  const step = letter.charCodeAt(0) - before.charCodeAt(0);
  return step === 1 || (apart && step >= -2 && step <= 3);
}
