import type { Tree } from '@lezer/common';
import type { Patterns } from '../languages/patterns.js';
import { patternsOf } from '../languages/patterns.js';
import type { Block, Brief, SegmentPlace } from '../model/brief.js';
import type { Sentence } from '../model/facts.js';
import { maskMarkup } from '../model/read.js';
import type { Range } from '../text/text.js';
import { keyOf, type Key } from './keys.js';

/** A word, number, sign or quotation mark of a sentence, with its place in the block. */
export interface Word {
  at: Range;
  /** What is compared: case, kinds of dash, apostrophe and quotation mark, and hyphens at line ends folded. */
  form: string;
}

/** A sentence as it is compared: without marks, notes, comments and punctuation. */
export interface Wording {
  /** From the start of the block. */
  at: Range;
  question: Sentence['question'];
  words: Word[];
  /** Sentences with equal forms have the same key. */
  key: Key;
}

/** Stands for `[woord]` and `[…]`: what the one who quotes has put there, and is not compared. */
export const editorial = '[…]';
export const quotationMark = '"';

/** By the node of a block: a node is made anew when its text changes. */
const remembered = new WeakMap<Tree, Map<number, Wording[]>>();

/** The sentences of a segment, as they are compared. */
export function wordingsOf(brief: Brief, { block, segment }: SegmentPlace): Wording[] {
  let bySegment = remembered.get(block.node);
  if (!bySegment) remembered.set(block.node, (bySegment = readWordings(brief, block)));
  return bySegment.get(segment.at.from) ?? [];
}

/** All segments of a block at once: its marks are looked for in the whole of it. */
function readWordings({ text, language }: Brief, block: Block): Map<number, Wording[]> {
  const source = text.sliceString(block.from, block.from + block.length);
  const { masked } = maskMarkup(block.node, source);
  const patterns = patternsOf(language);
  const bySegment = new Map<number, Wording[]>();
  for (const { at: start, inNote, sentences } of block.facts.segments)
    if (!inNote)
      bySegment.set(
        start.from,
        sentences.map(({ at, question }) => {
          const words = readWords(masked.slice(at.from, at.to), at.from, patterns);
          return { at, question, words, key: keyOf(words.map(({ form }) => form).join(' ')) };
        }),
      );
  return bySegment;
}

const token =
  /\[[^[\]]{0,200}\]|["“”„«»‘’'%€$£§&+=]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|[.,:'’‐‑–\u00ad-](?=[\p{L}\p{N}]))*\+?/gu;
/** After a word: cut by a hyphen, at a line end or where one was. */
const cut = /(?<=\p{Ll})[-\u00ad]\s{1,3}(?=\p{Ll})|(?<=\p{Lu}{2})[-\u00ad]\s{1,3}(?=\p{Lu}{2})/uy;

/**
 * Reads the words of a sentence.
 * @param offset added to every position
 */
export function readWords(sentence: string, offset: number, { suspended, elided }: Patterns): Word[] {
  const words: Word[] = [];
  /** Where the apostrophe before a word stands: "’s avonds". */
  let apostrophe: number | null = null;
  let open = false;
  let joins = false;
  for (const found of sentence.matchAll(token)) {
    const [written] = found;
    const end = found.index + written.length;
    const at: Range = { from: apostrophe ?? offset + found.index, to: offset + end };
    apostrophe = null;
    if (written[0] === '[') {
      if (!/^\[sic!?\]$/i.test(written)) words.push({ at, form: editorial });
      continue;
    }
    if (/^[‘’']$/.test(written)) {
      elided.lastIndex = end;
      if (elided.test(sentence)) {
        apostrophe = at.from;
        continue;
      }
      // A lone apostrophe ends a genitive; after an opening mark it closes.
      const isBehindWord = /[\p{L}\p{N}]/u.test(sentence.charAt(found.index - 1));
      if (!open && (written === '’' || (written === "'" && isBehindWord))) continue;
      open = written === '‘' || (written === "'" && !open);
    }
    if (/^["“”„«»‘’']$/.test(written)) {
      words.push({ at, form: quotationMark });
      continue;
    }
    const form = foldWord(written);
    const last = words.at(-1);
    if (joins && last && !suspended.test(written)) {
      last.at = { from: last.at.from, to: at.to };
      last.form = last.form + form;
    } else words.push({ at, form });
    cut.lastIndex = end;
    joins = cut.test(sentence);
  }
  return words;
}

function foldWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('\u00ad', '')
    .replace(/[‐‑–]/g, '-');
}
