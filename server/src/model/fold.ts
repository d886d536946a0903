import { languages } from '../languages/index.js';
import type { Text } from '../text/text.js';
import type { Answer, Block, Brief, Enumeration, Group, Placed, Question, SegmentPlace } from './brief.js';
import { topics, type BlockTopic, type SegmentTopic, type Topic } from './changes.js';
import {
  numbersOf,
  type AnswerOpener,
  type Facts,
  type FootnoteReference,
  type InlineFootnote,
  type LetterOpener,
  type NumberOpener,
  type QuestionOpener,
  type Segment,
} from './facts.js';
import type { FrontMatter, Kind, Numbering } from './front-matter.js';
import { occursIn } from './words.js';

/**
 * Folds the facts of the blocks into one model: which number is a question and which an enumeration, what belongs to
 * which question, and which answer stands for which question. No text is copied; time is linear in the facts.
 */
export function fold(text: Text, blocks: readonly Block[], frontMatter: FrontMatter, assumed?: Kind): Brief {
  const brief = {} as Brief;
  refold(brief, text, blocks, frontMatter, new Set(topics), assumed);
  return brief;
}

/**
 * Brings a model up to date after an edit. What an edit did not change keeps its identity: a list that is the same
 * object as before says the same, and its places have moved along.
 */
export function refold(
  brief: Brief,
  text: Text,
  blocks: readonly Block[],
  frontMatter: FrontMatter,
  changed: ReadonlySet<Topic>,
  assumed?: Kind,
): void {
  brief.text = text;
  brief.occurs = (word) => occursIn(brief, word);
  brief.frontMatter = frontMatter;
  brief.language = languages[frontMatter.language.id];
  if (changed.size === 0) return;
  brief.blocks = [...blocks];
  if (changed.has('structure')) foldStructure(brief, assumed);
  if (changed.has('notes')) {
    const notes = inSegments(blocks, 'notes');
    brief.references = notes.filter(
      (note): note is Placed<FootnoteReference> => note.fact.kind === 'reference',
    );
    brief.inlineFootnotes = notes.filter(
      (note): note is Placed<InlineFootnote> => note.fact.kind === 'inline',
    );
  }
  if (changed.has('citations')) brief.citations = inSegments(blocks, 'citations');
  if (changed.has('announcements')) brief.announcements = inSegments(blocks, 'announcements');
  if (changed.has('literalMarks')) brief.literalMarks = inSegments(blocks, 'literalMarks');
  if (changed.has('brokenWords')) brief.brokenWords = inSegments(blocks, 'brokenWords');
  if (changed.has('templates')) brief.templates = inSegments(blocks, 'templates');
  if (changed.has('frameFacts')) brief.frameFacts = inSegments(blocks, 'frameFacts');
  if (changed.has('definitions')) brief.definitions = inBlocks(blocks, 'definitions');
  if (changed.has('directives')) brief.directives = inBlocks(blocks, 'directives');
  if (changed.has('openComments')) brief.openComments = inBlocks(blocks, 'openComments');
}

function inSegments<T extends SegmentTopic>(
  blocks: readonly Block[],
  topic: T,
): Placed<Segment[T][number]>[] {
  const found: Placed<Segment[T][number]>[] = [];
  for (const block of blocks)
    for (const segment of block.facts.segments)
      for (const fact of segment[topic]) found.push({ block, fact });
  return found;
}

function inBlocks<T extends BlockTopic>(blocks: readonly Block[], topic: T): Placed<Facts[T][number]>[] {
  const found: Placed<Facts[T][number]>[] = [];
  for (const block of blocks) for (const fact of block.facts[topic]) found.push({ block, fact });
  return found;
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
  return flow.some(({ segment }) => segment.opener?.kind === 'answer') ? 'reply' : 'letter';
}

/** A letter numbers nothing unless it says so. In a reply, numbers that start at 1 under every group are per group. */
function inferNumbering(kind: Kind, flow: readonly SegmentPlace[]): Numbering {
  if (kind === 'letter' || kind === 'report' || kind === 'deferral') return 'none';
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
  private readonly spelledOut: boolean;

  constructor(
    private readonly brief: Brief,
    private readonly flow: readonly SegmentPlace[],
  ) {
    this.spelledOut = flow.some(({ segment }) => segment.opener?.kind === 'question');
  }

  private step(i: number): void {
    const place = this.flow[i];
    const { block, segment } = place;
    const { opener } = segment;
    switch (opener?.kind) {
      case 'heading':
        this.close();
        this.above = null;
        this.brief.headings.push({ block, fact: opener });
        if (opener.groups.length) {
          this.group = { names: opener.groups, heading: { block, fact: opener }, questions: [] };
          this.brief.groups.push(this.group);
          this.freshGroup = true;
        } else if (opener.level <= 2) this.group = null;
        this.brief.frame.push(place);
        return;
      case 'break':
      case 'signature':
      case 'afterword':
        this.close();
        this.brief.frame.push(place);
        return;
      case 'question':
        this.openQuestion(place, opener);
        return;
      case 'answer':
        this.openAnswer(place, opener);
        return;
      case 'number':
        if (this.brief.numbering !== 'none' && this.isQuestion(i, opener)) {
          this.openQuestion(place, opener);
          return;
        }
        break;
      case 'letter':
        this.addLetter(place, opener);
        return;
    }
    if (this.brief.kind === 'letter' && this.brief.numbering === 'none' && !this.spelledOut)
      this.letterParagraph(place);
    else this.add(place);
  }

  run(): void {
    for (let i = 0; i < this.flow.length; i++) {
      const place = this.flow[i];
      if (!place.segment.inNote) this.step(i);
      this.addReferences(place);
    }
    this.close();
    this.linkAnswers();
  }

  private close(): void {
    this.brief.frame.push(...this.context);
    this.context = [];
    this.question = this.answer = this.listing = null;
  }

  private openQuestion(place: SegmentPlace, opener: NumberOpener | QuestionOpener): void {
    this.close();
    const numbers = opener.kind === 'number' ? [opener.number] : numbersOf(opener.numbers);
    this.question = this.newQuestion(numbers, { block: place.block, fact: opener }, [place]);
    this.above = this.question;
    this.lastNumber = Math.max(...numbers);
    this.freshGroup = false;
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
    const { above } = this;
    this.close();
    this.answer = {
      opener: { block: place.block, fact: opener },
      numbers: numbersOf(opener.numbers),
      questions: above && opener.numbers.length === 0 ? [above] : [],
      segments: [place],
      letters: [],
      status: 'empty',
    };
    this.brief.answers.push(this.answer);
  }

  private addLetter(place: SegmentPlace, opener: LetterOpener): void {
    const placed = { block: place.block, fact: opener };
    if (this.answer) this.answer.letters.push(placed);
    else if (this.question)
      this.question.subQuestions.push({ letter: opener.letter, opener: placed, segments: [place] });
    this.add(place);
  }

  private add(place: SegmentPlace): void {
    if (this.answer) this.answer.segments.push(place);
    else if (this.question) this.addTo(this.question, place);
    else this.brief.frame.push(place);
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
    const listed = place.segment.opener?.kind === 'number' || place.block.facts.thing !== null;
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

  /** Whether `N.` opens a question; if not, it is an item of an enumeration, or just text. */
  private isQuestion(i: number, opener: NumberOpener): boolean {
    const { number } = opener;
    const owner = this.answer ?? this.question;
    if (opener.mark === ')' || opener.indented || this.spelledOut) return false;
    const restarts = this.freshGroup && this.brief.numbering === 'per-group';
    const expected = restarts ? 1 : this.lastNumber + 1;
    const continues = this.listing?.next === number;
    if (!this.isApart(i, opener) && number !== expected) return this.enumerate(i, opener, owner);
    if (!owner) return true;
    if (continues) {
      const asks = this.asks(i) && this.markerFollows(i);
      if (number === expected && (this.answer ? this.markerFollows(i) || this.asks(i) : asks)) return true;
      return this.enumerate(i, opener, owner);
    }
    if (restarts && number === 1) return true;
    if (number === expected && !(number === 1)) return true;
    if (this.markerFollows(i) || (number !== 1 && this.asks(i))) return true;
    return this.enumerate(i, opener, owner);
  }

  private isApart(i: number, opener: NumberOpener): boolean {
    const { block } = this.flow[i];
    if (block.facts.segments[0].at.from < opener.at.from && block.facts.segments[0] !== this.flow[i].segment)
      return opener.apart || opener.afterSentence;
    return block.apart || (this.flow[i - 1]?.block.facts.endsSentence ?? true);
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

  /** Whether an answer marker stands between this item and the next number, heading or question. */
  private markerFollows(i: number): boolean {
    for (let j = i + 1; j < this.flow.length; j++) {
      const { opener } = this.flow[j].segment;
      if (opener?.kind === 'answer') return true;
      if (
        opener &&
        opener.kind !== 'letter' &&
        !(opener.kind === 'number' && (opener.mark === ')' || opener.indented))
      )
        return false;
    }
    return false;
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

  /** Answers that name numbers find their questions: the nearest above, in the same group if numbers repeat, or else below. */
  private linkAnswers(): void {
    const byNumber = new Map<number, Question[]>();
    for (const question of this.brief.questions)
      for (const number of question.numbers) {
        const same = byNumber.get(number);
        if (same) same.push(question);
        else byNumber.set(number, [question]);
      }
    for (const answer of this.brief.answers) {
      for (const number of answer.numbers) {
        const candidates = byNumber.get(number);
        if (!candidates) continue;
        const from = answer.opener.block.from + answer.opener.fact.at.from;
        let best = candidates[0];
        for (const candidate of candidates) {
          const { block, fact } = candidate.opener!;
          if (block.from + fact.at.from < from) best = candidate;
        }
        if (!answer.questions.includes(best)) answer.questions.push(best);
      }
      answer.status = statusOfAnswer(answer);
      for (const question of answer.questions) question.answers.push(answer);
    }
  }
}

function statusOfAnswer({ segments }: Answer): Answer['status'] {
  const contents = segments.map(({ segment }) => segment.content).filter((content) => content !== 'none');
  if (contents.length === 0) return 'empty';
  if (contents.every((content) => content === 'placeholder')) return 'placeholder';
  if (contents.length <= 3 && contents.includes('deferral')) return 'deferred';
  return contents.every((content) => content === 'referral') ? 'referred' : 'answered';
}
