import type { Tree } from '@lezer/common';
import type { Block, Brief, Question, SegmentPlace } from '../model/brief.js';
import type { Text } from '../text/text.js';
import { Aligner, type Alignment } from './align.js';
import type { Key } from './keys.js';
import { editorial, wordingsOf, type Wording } from './words.js';

/** A sentence of a question, in the letter or as the reply repeats it. */
export interface Spoken {
  wording: Wording;
  block: Block;
  question: Question;
}

/** A stretch of words `[from, to)` of one sentence; empty where words are missing. */
export interface Stretch {
  spoken: Spoken;
  from: number;
  to: number;
}

/**
 * A place where the reply's quote has other words than the letter. The same object in every comparison of the two in which
 * both sentences are what they were.
 */
export interface Difference {
  /** The words of the letter; `null` where the quote adds words between two sentences. */
  asked: Stretch | null;
  quoted: Stretch;
}

/** A letter, and a reply to it. */
export interface Pair {
  letter: Brief;
  reply: Brief;
}

/** A reply held against its letter. Its lists are the same arrays as in the comparison before, where they say the same. */
export interface Comparison extends Pair {
  /** The sentences of the letter's questions, in order. */
  asked: readonly Spoken[];
  /** The sentences of the reply's questions, in order. */
  quoted: readonly Spoken[];
  /** The wordings that the letter has beside its questions. */
  said: ReadonlySet<Key>;
  /** For each sentence of the letter: the sentence of the reply in which it begins, or -1. */
  foundAt: readonly number[];
  /** For each sentence of the reply: the sentence of the letter that it begins with, or -1. */
  foundIn: readonly number[];
  /** Sentences of the reply's quotes that the letter does not have. */
  unknown: readonly number[];
  differences: readonly Difference[];
}

/**
 * Holds a reply against the letter that it answers. Sentences that are the same word for word are found first; what is left
 * over on both sides is aligned word by word. Reading and aligning are remembered by what was read, so that after an edit
 * only what it touched is done again; the rest of the work is linear in the number of sentences.
 * @param before the comparison before, of which a list that says the same is kept
 */
export function compare(letter: Brief, reply: Brief, before?: Comparison): Comparison {
  const now = new Comparing(letter, reply).run();
  if (!before) return now;
  const { foundAt, foundIn, unknown, differences } = before;
  return {
    ...now,
    foundAt: kept(foundAt, now.foundAt),
    foundIn: kept(foundIn, now.foundIn),
    unknown: kept(unknown, now.unknown),
    differences: kept(differences, now.differences),
  };
}

/** The list as it was, if the other says the same. */
function kept<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  if (before.length !== now.length) return now;
  for (let i = 0; i < now.length; i++) if (before[i] !== now[i]) return now;
  return before;
}

/** Whether the letter still asks, and the reply still quotes, what they did when they were compared. */
export function stillHolds({ letter, reply, asked, quoted, said }: Comparison): boolean {
  return sentencesOf(letter) === asked && sentencesOf(reply) === quoted && saidBeside(letter) === said;
}

/** By question of the letter: the questions of the reply that repeat what it asks. */
export function quotedBy({ asked, quoted, foundAt }: Comparison): Map<Question, Set<Question>> {
  const questions = new Map<Question, Set<Question>>();
  asked.forEach(({ question, wording }, i) => {
    if (foundAt[i] < 0 || !wording.question) return;
    const found = questions.get(question);
    if (found) found.add(quoted[foundAt[i]].question);
    else questions.set(question, new Set([quoted[foundAt[i]].question]));
  });
  return questions;
}

/** A stretch while it is looked for, with the index of its sentence. */
interface Span {
  sentence: number;
  from: number;
  to: number;
}

class Comparing {
  private readonly asked: readonly Spoken[];
  private readonly quoted: readonly Spoken[];
  private readonly said: ReadonlySet<Key>;
  private readonly foundAt: number[];
  private readonly foundIn: number[];
  /** Alignments of the sentences of the letter that are not found word for word. */
  private readonly aligned = new Map<number, Alignment>();
  /** For left-over sentences of the reply: 1 for a word of the letter, 2 for one that is part of a difference. */
  private readonly covers = new Map<number, Uint8Array>();
  private readonly differences: { asked: Span | null; quoted: Span }[] = [];

  constructor(
    private readonly letter: Brief,
    private readonly reply: Brief,
  ) {
    this.asked = sentencesOf(letter);
    this.quoted = sentencesOf(reply);
    this.said = saidBeside(letter);
    this.foundAt = nowhere(this.asked.length);
    this.foundIn = nowhere(this.quoted.length);
  }

  run(): Comparison {
    this.matchEqual();
    this.alignRest();
    for (const i of this.aligned.keys()) this.differ(i);
    this.addedWords();
    this.droppedContext();
    return {
      letter: this.letter,
      reply: this.reply,
      asked: this.asked,
      quoted: this.quoted,
      said: this.said,
      foundAt: this.foundAt,
      foundIn: this.foundIn,
      unknown: this.unknownSentences(),
      differences: this.differences
        .sort((a, b) => a.quoted.sentence - b.quoted.sentence || a.quoted.from - b.quoted.from)
        .map(({ asked, quoted }) =>
          differenceOf(asked && stretchOf(asked, this.asked), stretchOf(quoted, this.quoted)),
        ),
    };
  }

  private match(i: number, j: number): void {
    this.foundAt[i] = j;
    this.foundIn[j] = i;
  }

  /** Equal sentences: first those that occur once, then their neighbours, then repeated ones ("Zo nee, waarom niet?") in order. */
  private matchEqual(): void {
    const { asked, foundAt, foundIn } = this;
    const nextQuoted = this.collectKeys();
    for (let i = 0; i < asked.length; i++) {
      const { askedCount, quotedCount, quoted } = asked[i].wording.key;
      if (askedCount === 1 && quotedCount === 1) this.match(i, quoted);
    }
    for (let i = 1; i < asked.length; i++) if (foundAt[i] < 0) this.matchBeside(i, i - 1, 1);
    for (let i = asked.length - 2; i >= 0; i--) if (foundAt[i] < 0) this.matchBeside(i, i + 1, -1);
    for (let i = 0; i < asked.length; i++) {
      if (foundAt[i] >= 0) continue;
      const { key } = asked[i].wording;
      while (key.quoted >= 0 && foundIn[key.quoted] >= 0) key.quoted = nextQuoted[key.quoted];
      if (key.quoted >= 0) this.match(i, key.quoted);
    }
  }

  /** Matches a sentence with the one that stands beside its neighbour's in the reply, if that is equal and not taken. */
  private matchBeside(i: number, neighbour: number, step: number): void {
    if (this.foundAt[neighbour] < 0) return;
    const j = this.foundAt[neighbour] + step;
    if (this.foundIn[j] === -1 && this.asked[i].wording.key === this.quoted[j].wording.key) this.match(i, j);
  }

  /** Counts wordings on both sides. @returns for each sentence of the reply the next with the same wording, or -1 */
  private collectKeys(): number[] {
    const { asked, quoted } = this;
    const next = nowhere(quoted.length);
    passes++;
    for (const { wording } of asked) fresh(wording.key).askedCount++;
    for (let j = quoted.length - 1; j >= 0; j--) {
      const key = fresh(quoted[j].wording.key);
      next[j] = key.quoted;
      key.quoted = j;
      key.quotedCount++;
    }
    return next;
  }

  private alignRest(): void {
    const { asked, foundAt, foundIn } = this;
    const rest = this.notFound();
    if (rest.length === 0) return;
    const isFree = (j: number) => (foundIn[j] < 0 && !this.isSaid(j)) || this.covers.has(j);
    const aligner = new Aligner(this.quoted, isFree, (j) => this.coverOf(j));
    const likely = rest.map(({ i, near }) => ({ i, found: aligner.likely(asked[i].wording, near) }));
    // What is surely found takes its words first, and of that what has most in common.
    const strongest = likely.flatMap(({ i, found }) => (found ? [{ i, found }] : []));
    for (const { i, found } of strongest.sort((a, b) => b.found.votes - a.found.votes))
      this.place(i, aligner.findSure(asked[i].wording, found));
    let expected = 0;
    for (const { i, found } of likely) {
      if (foundAt[i - 1] >= 0) expected = foundAt[i - 1] + 1;
      if (foundAt[i] < 0) this.place(i, aligner.find(asked[i].wording, found, expected));
    }
  }

  /** The sentences of the letter that are not found yet, each with where it would stand in the reply. */
  private notFound(): { i: number; near: number }[] {
    const { foundAt } = this;
    const rest: { i: number; near: number }[] = [];
    let near = 0;
    for (let i = 0; i < foundAt.length; i++, near++)
      if (foundAt[i] >= 0) near = foundAt[i];
      else rest.push({ i, near });
    return rest;
  }

  private place(i: number, alignment: Alignment | null): void {
    if (!alignment) return;
    this.aligned.set(i, alignment);
    const { sentence } = this.placeOf(
      alignment,
      alignment.pairs.find((place) => place >= 0)!,
    );
    this.foundAt[i] = sentence;
    if (this.foundIn[sentence] < 0) this.foundIn[sentence] = i;
  }

  /** Whether a sentence of the reply stands in the letter word for word, but in no question. */
  private isSaid(j: number): boolean {
    return this.said.has(this.quoted[j].wording.key);
  }

  private coverOf(j: number): Uint8Array {
    let cover = this.covers.get(j);
    if (!cover) this.covers.set(j, (cover = new Uint8Array(this.quoted[j].wording.words.length)));
    return cover;
  }

  /** The sentence and word of a place in the row of words of an alignment. */
  private placeOf({ first, last }: Alignment, place: number): { sentence: number; word: number } {
    let word = place;
    for (let sentence = first; sentence <= last; sentence++) {
      const { length } = this.quoted[sentence].wording.words;
      if (word < length) return { sentence, word };
      word -= length;
    }
    throw new RangeError(`no word ${place}`);
  }

  /** Differences inside a sentence that is found: words of the letter that are not in the quote, and what stands there instead. */
  private differ(i: number): void {
    const alignment = this.aligned.get(i)!;
    const { pairs } = alignment;
    let before = -1;
    for (let a = 0; a <= pairs.length; a++) {
      if (a < pairs.length && pairs[a] < 0) continue;
      const after = a < pairs.length ? pairs[a] : -1;
      const quoted = this.stretchBetween(alignment, before < 0 ? -1 : pairs[before], after);
      // Words before the first or after the last may be another sentence's, unless they stand for some of this one.
      const isInside = before >= 0 && after >= 0;
      if (quoted && (a > before + 1 || (isInside && quoted.to > quoted.from)))
        this.report({ asked: { sentence: i, from: before + 1, to: a }, quoted });
      before = a;
    }
  }

  /** What stands in the reply between two words of a sentence of the letter, and belongs to no other sentence. */
  private stretchBetween(alignment: Alignment, before: number, after: number): Span | null {
    if (before < 0 && after < 0) return null;
    const start = before < 0 ? null : this.placeOf(alignment, before);
    const end = after < 0 ? null : this.placeOf(alignment, after);
    if (start && end && start.sentence !== end.sentence) {
      // A sentence that the quote cuts in two: the added words are those before the cut.
      const { length } = this.quoted[start.sentence].wording.words;
      return {
        sentence: start.sentence,
        from: start.word + 1,
        to: this.freeUpTo(start.sentence, start.word + 1, length),
      };
    }
    const { sentence } = (start ?? end)!;
    const cover = this.coverOf(sentence);
    if (!start) {
      let from = end!.word;
      while (from > 0 && cover[from - 1] === 0) from--;
      return { sentence, from, to: end!.word };
    }
    const to = end ? end.word : cover.length;
    return { sentence, from: start.word + 1, to: this.freeUpTo(sentence, start.word + 1, to) };
  }

  private freeUpTo(sentence: number, from: number, most: number): number {
    const cover = this.coverOf(sentence);
    let to = from;
    while (to < most && cover[to] === 0) to++;
    return to;
  }

  private report(difference: { asked: Span | null; quoted: Span }): void {
    const { sentence, from, to } = difference.quoted;
    const cover = this.coverOf(sentence).fill(2, from, to);
    const { words } = this.quoted[sentence].wording;
    // What stands between brackets is the quoter's own, and stands for what the letter had there.
    for (let i = Math.max(0, from - 1); i < Math.min(cover.length, to + 1); i++)
      if (words[i].form === editorial) return;
    this.differences.push(difference);
  }

  /** Words in a sentence with words of the letter that no sentence of the letter has. */
  private addedWords(): void {
    for (const [sentence, cover] of this.covers) {
      if (!cover.includes(1)) continue;
      for (let from = 0; from < cover.length; from++) {
        const to = this.freeUpTo(sentence, from, cover.length);
        if (to > from) this.report({ asked: null, quoted: { sentence, from, to } });
        from = Math.max(from, to - 1);
      }
    }
  }

  /** A sentence without a question that the quote leaves out of the paragraph that it quotes. */
  private droppedContext(): void {
    const { asked, foundAt } = this;
    for (let i = 0; i < asked.length; i++) {
      if (foundAt[i] >= 0) continue;
      const { wording, block } = asked[i];
      if (wording.question || wording.words.length === 0) continue;
      const isNear = (n: number) => asked[n]?.block === block && foundAt[n] >= 0;
      if (!this.isQuotedInPart(i)) continue;
      const whole = { sentence: i, from: 0, to: wording.words.length };
      if (isNear(i - 1)) {
        const sentence = foundAt[i - 1];
        const end = this.quoted[sentence].wording.words.length;
        this.report({ asked: whole, quoted: { sentence, from: end, to: end } });
      } else if (isNear(i + 1))
        this.report({ asked: whole, quoted: { sentence: foundAt[i + 1], from: 0, to: 0 } });
    }
  }

  /** Whether a question of the paragraph that a sentence of the letter stands in is found. */
  private isQuotedInPart(i: number): boolean {
    const { asked, foundAt } = this;
    const { block } = asked[i];
    let first = i;
    while (asked[first - 1]?.block === block) first--;
    for (let n = first; asked[n]?.block === block; n++)
      if (asked[n].wording.question && foundAt[n] >= 0) return true;
    return false;
  }

  private unknownSentences(): number[] {
    const unknown: number[] = [];
    for (let j = 0; j < this.quoted.length; j++) {
      if (this.foundIn[j] >= 0 || this.isSaid(j)) continue;
      const { key, words } = this.quoted[j].wording;
      if (key.askedCount > 0 || this.covers.get(j)?.some((cover) => cover > 0)) continue;
      if (words.some(({ form }) => form !== editorial)) unknown.push(j);
    }
    return unknown;
  }
}

/** Nothing is found yet. Typed arrays of some length stand outside the heap, and take longer to make. */
function nowhere(count: number): number[] {
  return new Array<number>(count).fill(-1);
}

function stretchOf({ sentence, from, to }: Span, sentences: readonly Spoken[]): Stretch {
  return { spoken: sentences[sentence], from, to };
}

/** By the sentence of the reply: the differences that it had the last time. */
const differencesOf = new WeakMap<Spoken, Difference[]>();

/** The difference as it is known, or a new one. */
function differenceOf(asked: Stretch | null, quoted: Stretch): Difference {
  const known = differencesOf.get(quoted.spoken) ?? [];
  const same = known.find(
    (one) =>
      isSame(one.quoted, quoted) && (asked && one.asked ? isSame(one.asked, asked) : asked === one.asked),
  );
  if (same) return same;
  const difference = { asked, quoted };
  differencesOf.set(quoted.spoken, [...known.slice(-mostKnown), difference]);
  return difference;
}

/** So many differences are remembered of one sentence: enough for those that it has at once. */
const mostKnown = 20;

function isSame(one: Stretch, other: Stretch): boolean {
  return one.spoken === other.spoken && one.from === other.from && one.to === other.to;
}

let passes = 0;

/** A key with its scratch fields cleared for this comparison. */
function fresh(key: Key): Key {
  if (key.pass !== passes) {
    key.pass = passes;
    key.quoted = -1;
    key.askedCount = key.quotedCount = 0;
  }
  return key;
}

/** The sentences of a document's questions, and what they were read from: the nodes of blocks, which are others for other words. */
interface Reading {
  blocks: Block[];
  nodes: Tree[];
  /** For each block the index of its question. */
  owners: number[];
  byQuestion: Spoken[][];
  all: readonly Spoken[];
  /** The text in which all that was looked up last. */
  text: Text;
}

/** By the questions of a document, which are others when its structure is. */
const readings = new WeakMap<readonly Question[], Reading>();

/** The sentences of all questions, in order: the same array as before while no question says anything else. */
function sentencesOf(brief: Brief): readonly Spoken[] {
  const { questions } = brief;
  let reading = readings.get(questions);
  if (!reading) readings.set(questions, (reading = read(brief)));
  if (reading.text === brief.text) return reading.all;
  reading.text = brief.text;
  const { blocks, nodes, owners } = reading;
  let changed = -1;
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i].node === nodes[i]) continue;
    nodes[i] = blocks[i].node;
    // A question is read once, however many of its segments changed.
    if (owners[i] === changed) continue;
    changed = owners[i];
    reading.byQuestion[changed] = sentencesIn(brief, questions[changed]);
  }
  if (changed >= 0) reading.all = inOneRow(reading.byQuestion);
  return reading.all;
}

function read(brief: Brief): Reading {
  const blocks: Block[] = [];
  const owners: number[] = [];
  brief.questions.forEach(({ segments }, i) => {
    for (const { block } of segments) {
      blocks.push(block);
      owners.push(i);
    }
  });
  const byQuestion = brief.questions.map((question) => sentencesIn(brief, question));
  const nodes = blocks.map(({ node }) => node);
  return { blocks, nodes, owners, byQuestion, all: inOneRow(byQuestion), text: brief.text };
}

/** What a letter says beside its questions, and what it was read from. */
interface Said {
  nodes: Tree[];
  keys: ReadonlySet<Key>;
  text: Text;
}

/** By the frame of a document, which is another when its structure is. */
const saids = new WeakMap<readonly SegmentPlace[], Said>();

/** The wordings of all that belongs to no question: the same set as before while nothing of it changes. */
function saidBeside(brief: Brief): ReadonlySet<Key> {
  const { frame, text } = brief;
  const known = saids.get(frame);
  if (known && (known.text === text || frame.every(({ block }, i) => block.node === known.nodes[i]))) {
    known.text = text;
    return known.keys;
  }
  let keys: ReadonlySet<Key> = new Set(
    frame.flatMap((place) => wordingsOf(brief, place).map(({ key }) => key)),
  );
  if (known?.keys.size === keys.size && [...keys].every((key) => known.keys.has(key))) keys = known.keys;
  saids.set(frame, { nodes: frame.map(({ block }) => block.node), keys, text });
  return keys;
}

/** As `flat` does, which is slow for many short lists. */
function inOneRow(byQuestion: readonly Spoken[][]): Spoken[] {
  const all: Spoken[] = [];
  for (const sentences of byQuestion) for (const sentence of sentences) all.push(sentence);
  return all;
}

function sentencesIn(brief: Brief, question: Question): Spoken[] {
  return question.segments.flatMap((place) =>
    wordingsOf(brief, place).map((wording) => ({ wording, block: place.block, question })),
  );
}
