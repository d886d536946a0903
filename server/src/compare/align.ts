import { diffArrays } from 'diff';
import { editorial, quotationMark, type Wording } from './words.js';

/** Where the words of a sentence of the letter stand in the reply. */
export interface Alignment {
  /** For each word of the letter's sentence: its place among the words of the window, or -1. */
  pairs: readonly number[];
  /** The sentences of the reply that were looked at, from `first` on, as one row of words. */
  first: number;
  last: number;
}

/** A sentence of the letter counts as found when this share of its words stands in the reply, in order. */
const enough = 0.6;
/** It is surely found when this share of its words, and of the words there, go together. */
const sure = 0.7;
/** A longer "sentence" is no sentence. */
const longest = 1500;
/** How many sentences on either side of the best one may hold the rest. */
const reach = 3;

/** Where a sentence of the letter may stand in the reply. */
export interface Likely {
  best: number;
  /** With those beside the best one. */
  first: number;
  last: number;
  /** How many pairs of words it shares with the best one. */
  votes: number;
}

/**
 * Finds sentences that are not found word for word: over splits, merges and moves, by the pairs of words that they share
 * with sentences of the reply that are left over as well.
 */
export class Aligner {
  private readonly pairIndex = new Map<string, number[]>();
  /** By sentence of the reply: how many pairs of words it shares with the sentence that is looked for. */
  private readonly votes: number[];

  /**
   * @param quoted the sentences of the reply
   * @param isFree whether a sentence is left over
   * @param covered for the words of a left-over sentence, which are taken already; this marks more of them
   */
  constructor(
    private readonly quoted: readonly { wording: Wording }[],
    private readonly isFree: (index: number) => boolean,
    private readonly covered: (index: number) => Uint8Array,
  ) {
    this.votes = new Array<number>(quoted.length).fill(0);
    for (let index = 0; index < quoted.length; index++) {
      if (!isFree(index)) continue;
      for (const pair of pairsOf(quoted[index].wording)) {
        const same = this.pairIndex.get(pair);
        if (same) same.push(index);
        else this.pairIndex.set(pair, [index]);
      }
    }
  }

  /**
   * Where a sentence may stand: the sentence of the reply that shares most pairs of words with it, and those beside it that
   * share some.
   * @param expected where it would stand if nothing was moved
   */
  likely(asked: Wording, expected: number): Likely | null {
    const { votes } = this;
    const shared: number[] = [];
    for (const pair of pairsOf(asked))
      for (const index of rare(this.pairIndex.get(pair))) if (votes[index]++ === 0) shared.push(index);
    const best = this.bestOf(shared, expected);
    const found = best === null ? null : { best, first: best, last: best, votes: votes[best] };
    if (found) {
      while (found.best - found.first < reach && votes[found.first - 1] > 0) found.first--;
      while (found.last - found.best < reach && votes[found.last + 1] > 0) found.last++;
    }
    for (const index of shared) votes[index] = 0;
    return found;
  }

  /** Takes one sentence of the reply for one of the letter, if it surely is that and nothing of it is taken. */
  findSure(asked: Wording, { best }: Likely): Alignment | null {
    if (this.covered(best).includes(1)) return null;
    const pairs = this.align(asked, best, best);
    return pairs && this.isSure(asked, best, pairs) ? this.take({ pairs, first: best, last: best }) : null;
  }

  /**
   * Takes what is left of some sentences of the reply for one of the letter.
   * @param likely `null` for a sentence that shares no two words in a row with any: it may be a short one that was changed
   * @param expected where it would stand if nothing was moved
   */
  find(asked: Wording, likely: Likely | null, expected: number): Alignment | null {
    const isNext = expected < this.quoted.length && this.isFree(expected);
    const place = likely ?? (isNext ? { first: expected, last: expected } : null);
    const pairs = place && this.align(asked, place.first, place.last);
    return pairs && this.take({ pairs, first: place.first, last: place.last });
  }

  private take(alignment: Alignment): Alignment {
    let at = 0;
    for (let index = alignment.first; index <= alignment.last; index++) {
      const covered = this.covered(index);
      const end = at + covered.length;
      for (const position of alignment.pairs)
        if (position >= at && position < end) covered[position - at] = 1;
      at = end;
    }
    return alignment;
  }

  /** Whether most words of two sentences go together, and the rest is not what the next or the last one consists of. */
  private isSure(asked: Wording, index: number, pairs: readonly number[]): boolean {
    let rest = restOf.get(pairs);
    if (rest === undefined) restOf.set(pairs, (rest = restIfMost(asked, this.quoted[index].wording, pairs)));
    return rest !== null && !this.isMadeOf(index - 1, rest) && !this.isMadeOf(index + 1, rest);
  }

  private isMadeOf(index: number, forms: ReadonlySet<string>): boolean {
    if (forms.size === 0 || !this.quoted[index] || !this.isFree(index)) return false;
    const words = this.quoted[index].wording.words.filter(({ form }) => counts(form));
    return words.length > 0 && words.filter(({ form }) => forms.has(form)).length >= words.length * enough;
  }

  private align(asked: Wording, first: number, last: number): readonly number[] | null {
    const window = this.quoted.slice(first, last + 1).map(({ wording }) => wording);
    const remembered = window.length === 1 ? rememberedAlone : rememberedTogether;
    const before = remembered.get(asked);
    const isFresh = window.every((_, i) => !this.covered(first + i).includes(1));
    if (
      isFresh &&
      before?.window.length === window.length &&
      before.window.every((one, i) => one === window[i])
    )
      return before.pairs;
    const forms = window.flatMap(({ words }, i) => {
      const covered = this.covered(first + i);
      return words.map(({ form }, n) => (covered[n] ? '' : form));
    });
    const pairs = mayBeEnough(asked, forms) ? pairUp(asked, forms) : null;
    if (isFresh) remembered.set(asked, { window, pairs });
    return pairs;
  }

  private bestOf(shared: readonly number[], expected: number): number | null {
    let best: number | null = null;
    let most = 0;
    for (const index of shared) {
      const score = this.votes[index] + (Math.abs(index - expected) <= 1 ? 1.5 : 0);
      if (score > most || (score === most && Math.abs(index - expected) < Math.abs(best! - expected)))
        [best, most] = [index, score];
    }
    return best;
  }
}

/** The last alignments of a sentence, with one and with several: mostly the same is asked again. */
type Remembered = WeakMap<Wording, { window: readonly Wording[]; pairs: readonly number[] | null }>;
const rememberedAlone: Remembered = new WeakMap();
const rememberedTogether: Remembered = new WeakMap();

function pairUp({ words }: Wording, forms: readonly string[]): number[] | null {
  const own = words.map(({ form }) => form);
  const changes = diffArrays(own, [...forms]);
  const pairs = new Array<number>(own.length).fill(-1);
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    if (added) j += count;
    else if (removed) i += count;
    else for (let n = 0; n < count; n++) pairs[i++] = j++;
  }
  return isEnough(own, forms, pairs) ? withoutStrays(pairs) : null;
}

/** Whether enough words stand in the reply in any order: seen at once, where putting them in order takes long. */
function mayBeEnough({ words }: Wording, forms: readonly string[]): boolean {
  if (words.length > longest || forms.length > longest) return false;
  const there = new Set(forms);
  if (there.has(editorial)) return true;
  const own = words.filter(({ form }) => counts(form));
  return own.filter(({ form }) => there.has(form)).length >= own.length * enough;
}

/** Quotation marks are not counted, nor what stands between brackets, nor what another sentence has taken. */
function counts(form: string): boolean {
  return form !== '' && form !== quotationMark && form !== editorial;
}

/**
 * Whether enough words stand in the reply. What stands between brackets there may stand for any words, if the words from
 * there on are mostly those of this sentence.
 */
function isEnough(own: readonly string[], forms: readonly string[], pairs: readonly number[]): boolean {
  let all = 0;
  let found = 0;
  let replaced = 0;
  let first = forms.length;
  let last = -1;
  let passed = 0;
  own.forEach((form, n) => {
    if (!counts(form)) return;
    all++;
    if (pairs[n] < 0) {
      passed++;
      return;
    }
    found++;
    const between = forms.slice(last + 1, pairs[n]).lastIndexOf(editorial);
    if (between >= 0) replaced += passed;
    first = Math.min(first, between >= 0 ? last + 1 + between : pairs[n]);
    last = pairs[n];
    passed = 0;
  });
  if (found === 0 || found + replaced < all * enough) return false;
  return found >= all * enough || found >= forms.slice(first, last + 1).filter(counts).length * enough;
}

/** By the pairs of words of two sentences: what is not paired of the letter's, or `null` where that is too much. */
const restOf = new WeakMap<readonly number[], ReadonlySet<string> | null>();

function restIfMost(
  asked: Wording,
  { words }: Wording,
  pairs: readonly number[],
): ReadonlySet<string> | null {
  const paired = new Set(pairs);
  const own = words.flatMap(({ form }, n) => (counts(form) ? [n] : []));
  const found = own.filter((n) => paired.has(n)).length;
  const all = asked.words.filter(({ form }) => counts(form)).length;
  // Brackets may stand for any of its words; then all others must be its own.
  const isCut = words.some(({ form }) => form === editorial);
  if (isCut ? found < own.length : found < Math.max(own.length, all) * sure) return null;
  return new Set(asked.words.flatMap(({ form }, n) => (pairs[n] < 0 ? [form] : [])));
}

/** A word or two that match by chance, far from the rest, belong to another sentence. */
function withoutStrays(pairs: number[]): number[] {
  const matched = [...pairs.keys()].filter((i) => pairs[i] >= 0);
  const isFar = (a: number, b: number) => Math.abs(pairs[b] - pairs[a] - (b - a)) > 8;
  while (matched.length > 4 && isFar(matched[0], matched[1])) pairs[matched.shift()!] = -1;
  while (matched.length > 4 && isFar(matched.at(-2)!, matched.at(-1)!)) pairs[matched.pop()!] = -1;
  return pairs;
}

/** Words that go together everywhere ("van de") tell nothing. */
function rare(indices: readonly number[] = []): readonly number[] {
  return indices.length <= 12 ? indices : [];
}

const pairsRemembered = new WeakMap<Wording, ReadonlySet<string>>();

function pairsOf(wording: Wording): ReadonlySet<string> {
  let pairs = pairsRemembered.get(wording);
  if (!pairs) pairsRemembered.set(wording, (pairs = readPairs(wording)));
  return pairs;
}

function readPairs({ words }: Wording): ReadonlySet<string> {
  const pairs = new Set<string>();
  let before = '';
  for (const { form } of words) {
    if (form === quotationMark || form === editorial) continue;
    if (before) pairs.add(`${before} ${form}`);
    before = form;
  }
  return pairs;
}
