import { languages } from '../languages/index.js';
import type { Text } from '../text/text.js';
import {
  partsOf,
  type Answer,
  type Block,
  type Brief,
  type Enumeration,
  type Group,
  type Question,
  type SegmentPlace,
} from './brief.js';
import {
  numbersOf,
  type AnswerOpener,
  type LetterOpener,
  type NumberOpener,
  type QuestionOpener,
} from './facts.js';
import type { FrontMatter } from './front-matter/read.js';
import type { Kind, Numbering } from './front-matter/schema.js';
import { drawLists } from './lists.js';
import { occursIn } from './words.js';

/**
 * Folds the facts of the blocks into one model: which number is a question and which an enumeration, what belongs to
 * which question, and which answer stands for which question. No text is copied; time is linear in the facts.
 */
export function fold(text: Text, blocks: readonly Block[], frontMatter: FrontMatter, assumed?: Kind): Brief {
  const brief = {} as Brief;
  drawLists(brief, blocks);
  refold(brief, text, frontMatter, blocks, assumed);
  return brief;
}

/**
 * Brings a model up to date after an edit. What an edit did not change keeps its identity: a list that is the same
 * object as before says the same, and its places have moved along.
 * @param blocks if they, or what is drawn from all of them together, have changed; otherwise `null`
 */
export function refold(
  brief: Brief,
  text: Text,
  frontMatter: FrontMatter,
  blocks: readonly Block[] | null,
  assumed?: Kind,
): void {
  brief.text = text;
  brief.occurs = (word) => occursIn(brief, word);
  brief.frontMatter = frontMatter;
  brief.language = languages[frontMatter.language.id];
  if (!blocks) return;
  brief.blocks = [...blocks];
  foldStructure(brief, assumed);
}

/** Draws what stands in relation to the text around it, from nothing. */
function foldStructure(brief: Brief, assumed?: Kind): void {
  const { values } = brief.frontMatter;
  const flow: SegmentPlace[] = [];
  for (const block of brief.blocks) for (const segment of block.facts.segments) flow.push({ block, segment });
  brief.parts = brief.blocks.flatMap((block) =>
    block.facts.part ? [{ block, fact: block.facts.part }] : [],
  );
  brief.kind = values.kind ?? assumed ?? inferKind(brief, flow);
  brief.numbering = values.numbering ?? inferNumbering(brief.kind, flow);
  brief.headings = [];
  brief.groups = [];
  brief.questions = [];
  brief.answers = [];
  brief.enumerations = [];
  brief.frame = [];
  brief.crossReferences = [];
  new Folding(brief, flow).run();
}

function inferKind({ parts }: Brief, flow: readonly SegmentPlace[]): Kind {
  if (parts.length > 0) return 'report';
  return hasMarkers(flow) || flow.some(({ segment }) => segment.together.length > 0) ? 'reply' : 'letter';
}

function hasMarkers(flow: readonly SegmentPlace[]): boolean {
  return flow.some(({ segment }) => segment.opener?.kind === 'answer');
}

/**
 * A document that answers nothing numbers nothing, unless it says so. In a reply, numbers that start at 1 under every group
 * are per group.
 */
function inferNumbering(kind: Kind, flow: readonly SegmentPlace[]): Numbering {
  if (kind !== 'reply' && !hasMarkers(flow)) return 'none';
  let firsts = 0;
  let ones = 0;
  let fresh = false;
  for (const { segment } of flow) {
    if (segment.opener?.kind === 'heading' && segment.opener.groups.length) fresh = true;
    else if (fresh && segment.opener?.kind === 'number' && segment.opener.mark === '.') {
      firsts++;
      if (segment.opener.number === 1) ones++;
      fresh = false;
    }
  }
  return firsts > 1 && ones === firsts ? 'per-group' : 'continuous';
}

/** One pass over the segments in order, with what is open at each point. */
class Folding {
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
  /** The marker that answers the opener at an index of the flow, and the number that the next question has. */
  private readonly markers: (AnswerOpener | null)[];
  private readonly nextNumbers: (number | null)[];
  /** Where a question with an answer has this number, the last time. */
  private readonly answeredAt = new Map<number, number>();
  /** Questions are spelled out ("Vraag 12") rather than numbered ("12."). */
  private readonly spelledOut: boolean;
  /** Questions are numbers alone on a line. */
  private readonly bareNumbers: boolean;
  /** The last question or answer stands before this index of the flow. */
  private readonly end: number;
  private readonly marked: boolean;

  constructor(
    private readonly brief: Brief,
    private readonly flow: readonly SegmentPlace[],
  ) {
    let spelled = 0;
    let numbered = 0;
    let bare = 0;
    let end = 0;
    // Of full length at once: an empty array that is filled from its end becomes a slow dictionary.
    this.markers = new Array<AnswerOpener | null>(flow.length).fill(null);
    this.nextNumbers = new Array<number | null>(flow.length).fill(null);
    for (const { segment } of flow)
      if (segment.opener?.kind === 'question' && segment.opener.form === 'word') spelled++;
    this.lookAhead(true);
    flow.forEach(({ segment: { opener } }, i) => {
      if (opener?.kind === 'question' && opener.form === 'number' && this.isAnswered(i)) bare++;
    });
    this.lookAhead(false);
    flow.forEach(({ segment: { opener } }, i) => {
      if (opener?.kind === 'answer' || opener?.kind === 'question' || opener?.kind === 'number') end = i;
      if (opener?.kind !== 'number' || !isNumbered(opener) || !this.isAnswered(i)) return;
      this.answeredAt.set(opener.number, i);
      numbered++;
    });
    this.spelledOut = spelled > numbered;
    this.bareNumbers = spelled === 0 && bare > numbered;
    if (this.bareNumbers) this.lookAhead(true);
    this.end = end;
    this.marked = hasMarkers(flow);
  }

  /**
   * From the end, what follows each opener: a marker before the next question, and the number of that question.
   * @param bare whether numbers alone on a line are questions
   */
  private lookAhead(bare: boolean): void {
    let marker: AnswerOpener | null = null;
    let afterMarker: number | null = null;
    let next: number | null = null;
    for (let i = this.flow.length - 1; i >= 0; i--) {
      this.markers[i] = marker;
      this.nextNumbers[i] = afterMarker;
      const { segment } = this.flow[i];
      if (segment.inNote) continue;
      const { opener } = segment;
      if (opener?.kind === 'answer') {
        marker = opener;
        afterMarker = next;
      } else if (opener?.kind === 'question' && opener.form === 'number' && !bare) {
        continue;
      } else if (opener?.kind === 'question' || (opener?.kind === 'number' && isNumbered(opener))) {
        next = opener.kind === 'number' ? opener.number : (opener.numbers[0]?.number ?? null);
        marker = null;
      } else if (opener && opener.kind !== 'letter' && opener.kind !== 'number') marker = next = null;
    }
  }

  run(): void {
    for (let i = 0; i < this.flow.length; i++) {
      const place = this.flow[i];
      if (!place.segment.inNote) this.step(i);
      this.addReferences(place);
    }
    this.close();
    this.dropForeign();
    this.linkAnswers();
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
        if (i < this.end && (this.question ?? this.answer)) break;
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
    if (this.brief.kind === 'letter' && this.brief.numbering === 'none' && !this.spelledOut)
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
    const letters = opener.numbers.map(({ letter }) => letter).filter((letter) => letter !== null);
    const { above } = this;
    const isPart = numbers.length === 1 && letters.length === opener.numbers.length;
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
    const letters = opener.numbers.map(({ letter }) => letter).filter((letter) => letter !== null);
    const bare = above && opener.numbers.length === 0 ? [above] : [];
    this.answer = {
      opener: { block: place.block, fact: opener },
      numbers,
      questions: opener.all ? [...brief.questions] : bare,
      segments: [],
      letters: [],
      parts: letters.length === opener.numbers.length ? letters : [],
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
        !this.marked &&
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
    if (
      !this.question ||
      opener.more.length > 0 ||
      !isLetter(opener, this.question.subQuestions.at(-1)?.letter)
    )
      return false;
    this.question.subQuestions.push({ letter: opener.letter, opener: placed, segments: [place] });
    this.addTo(this.question, place);
    return true;
  }

  /** Whether a letter in an answer is the next sub-question: it asks, and has an answer of its own. */
  private asksOn(i: number, { subQuestions }: Question, { letter, more }: LetterOpener): boolean {
    const last = subQuestions.at(-1)?.letter;
    if (!last || more.length > 0 || letter !== following(last) || !this.asks(i)) return false;
    const marker = this.markers[i];
    if (marker) return marker.numbers.every((number) => number.letter === null || number.letter === letter);
    return !this.marked && this.brief.language.answer.unmarked;
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
    else if (asks) {
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
    const answered = this.isAnswered(i);
    if (form === 'inline') return answered || (!this.answer && this.asks(i));
    return this.bareNumbers && answered && numbers[0].number > this.lastNumber;
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
    const answered = this.isAnswered(i);
    // Among questions that are spelled out, a list that no one asks or answers is a list.
    if (!owner) return answered || this.asks(i) || (!this.spelledOut && !this.comesAnswered(i, number));
    if (this.listing?.next === number) {
      // The same number again behind the answer: that is the question, and this a list.
      const comesNext = number === expected && !(this.markers[i] && this.nextNumbers[i] === number);
      const asks = this.asks(i);
      const isNext = this.answer ? answered || asks : answered && asks && !this.spelledOut;
      if (comesNext && isNext) return true;
      return this.enumerate(i, opener, owner);
    }
    if (restarts && number === 1) return true;
    if (number === expected && number !== 1) return true;
    if (answered || (number !== 1 && this.asks(i))) return true;
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

  /** Whether the marker that follows an opener is that of its answer. */
  private isAnswered(i: number): boolean {
    const marker = this.markers[i];
    const { opener } = this.flow[i].segment;
    if (!marker || !(opener?.kind === 'number' || opener?.kind === 'question')) return false;
    const own = opener.kind === 'number' ? [opener.number] : numbersOf(opener.numbers);
    const named = numbersOf(marker.numbers);
    return named.length === 0 || own.some((number) => named.includes(number));
  }

  /** Whether this number stands below once more, with its answer: then this is a list in the letter that comes before. */
  private comesAnswered(i: number, number: number): boolean {
    return this.brief.numbering !== 'per-group' && (this.answeredAt.get(number) ?? 0) > i;
  }

  /** Whether this item has a question sentence. */
  private asks(i: number): boolean {
    for (let j = i; j < this.flow.length; j++) {
      const { opener, sentences } = this.flow[j].segment;
      if (j > i && opener && opener.kind !== 'letter') return false;
      if (sentences.some(({ question }) => question === 'certain')) return true;
    }
    return false;
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

  /** Answers that name numbers find their questions: the nearest above, in the same group if numbers repeat, or else below. */
  private linkAnswers(): void {
    const { questions, answers, frontMatter } = this.brief;
    const byNumber = new Map<number, Question[]>();
    for (const question of questions)
      for (const number of question.numbers) {
        const same = byNumber.get(number);
        if (same) same.push(question);
        else byNumber.set(number, [question]);
      }
    for (const answer of answers) {
      answer.questions.push(...this.named(answer, answer.numbers, byNumber));
      answer.status = statusOfAnswer(answer);
    }
    // Elsewhere than in the chambers one answer may stand for all questions above it.
    const [only] = answers;
    if (frontMatter.values.chamber === 'other' && answers.length === 1 && only.numbers.length === 0)
      if (only.questions[0] && only.questions[0] === questions.at(-1)) only.questions = [...questions];
    for (const answer of answers) for (const question of answer.questions) question.answers.push(answer);
    for (const [answer, numbers] of this.together)
      for (const question of this.named(answer, numbers, byNumber))
        if (question.answers.length === 0) {
          answer.questions.push(question);
          question.answers.push(answer);
        }
    if (this.together.size > 0) {
      const order = new Map(questions.map((question, i) => [question, i]));
      for (const answer of this.together.keys())
        answer.questions.sort((a, b) => order.get(a)! - order.get(b)!);
    }
  }

  private named(
    answer: Answer,
    numbers: readonly number[],
    byNumber: ReadonlyMap<number, readonly Question[]>,
  ): Question[] {
    if (numbers.length === 0) return [];
    const from = answer.opener.block.from + answer.opener.fact.at.from;
    const found = new Set<Question>();
    for (const number of numbers) {
      const candidates = byNumber.get(number);
      if (!candidates) continue;
      let [best] = candidates;
      for (const candidate of candidates) {
        const { block, fact } = candidate.opener!;
        if (block.from + fact.at.from < from) best = candidate;
      }
      found.add(best);
    }
    return [...found];
  }
}

/** `N.` at the margin: a question, or an item of a list that looks like one. */
function isNumbered({ mark, indented }: NumberOpener): boolean {
  return mark === '.' && !indented;
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

function statusOfAnswer({ segments }: Answer): Answer['status'] {
  const contents = segments.map(({ segment }) => segment.content).filter((content) => content !== 'none');
  if (contents.length === 0) return 'empty';
  if (contents.every((content) => content === 'placeholder')) return 'placeholder';
  if (contents.length <= 3 && contents.includes('deferral')) return 'deferred';
  return contents.every((content) => content === 'referral') ? 'referred' : 'answered';
}
