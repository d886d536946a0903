import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import { addressesOf } from '../../../model/addresses.js';
import type { Block, Brief, PlacedReference } from '../../../model/brief.js';
import { findCitations } from '../../../model/citations.js';
import { findCrossReferences } from '../../../model/cross-references.js';
import type { CrossReference, NumberAt } from '../../../model/facts.js';
import type { Range } from '../../../text/text.js';
import type { Inline, Source } from '../document.js';

/** A stretch of running text that leads somewhere: to one place, or from one question to another. */
export interface Reference {
  at: Range;
  href: string;
  upTo: string | null;
}

/** The name of what one number of a reference means; `null` if that is not known. */
export type Finder = (number: number, letter: string | null) => string | null;

/** Length of an inline in the text that references are looked for in. */
function lengthOf(inline: Inline): number {
  return inline.kind === 'text' ? inline.text.length : inline.kind === 'break' ? 1 : 0;
}

/**
 * What running text refers to: official publications, and questions and answers of the same document. In order, and none
 * over another or over what is a link already.
 * @param finderOf tells what a reference means; `null` where it speaks of another document
 */
export function referencesIn(
  inlines: readonly Inline[],
  language: Language,
  finderOf: (reference: CrossReference) => Finder | null,
): Reference[] {
  const text = inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '.repeat(lengthOf(inline))))
    .join('');
  const citations = findCitations(text, 0);
  const found: Reference[] = citations
    .flatMap((citation) => addressesOf(citation, language))
    .map(({ at, uri }) => ({ at, href: uri, upTo: null }));
  for (const reference of findCrossReferences(text, citations, patternsOf(language), 0)) {
    const find = finderOf(reference);
    if (find) found.push(...toQuestions(reference, find));
  }
  found.sort((a, b) => a.at.from - b.at.from);
  const links = linksIn(inlines);
  let link = 0;
  let end = 0;
  return found.filter(({ at }) => {
    while (links[link]?.to <= at.from) link++;
    const isFree = at.from >= end && !(links[link]?.from < at.to);
    if (isFree) end = at.to;
    return isFree;
  });
}

/** One for each number; the first with the words before it. */
function toQuestions({ at, numbers }: CrossReference, find: Finder): Reference[] {
  return numbers.flatMap((number: NumberAt, i): Reference[] => {
    const first = find(number.number, number.letter);
    const last =
      number.to > number.number || number.lastLetter
        ? find(number.to, number.lastLetter?.letter ?? null)
        : null;
    const from = i === 0 ? at.from : number.at.from;
    return first === null
      ? []
      : [{ at: { from, to: number.at.to }, href: `#${first}`, upTo: last && `#${last}` }];
  });
}

/** References as the model of their file has them: it knows the whole of that file, and what each means. */
export class Known {
  private readonly files = new Map<Brief, Map<Block, PlacedReference[]>>();

  /** The one of these numbers in the block of a piece, not before it; text that is printed otherwise has none. */
  find({ file, block, from }: Source, found: CrossReference): PlacedReference | undefined {
    const wanted = named(found);
    return this.of(file)
      .get(block)
      ?.find(({ fact }) => block.from + fact.at.from >= from && named(fact) === wanted);
  }

  private of(file: Brief): Map<Block, PlacedReference[]> {
    let blocks = this.files.get(file);
    if (!blocks) {
      this.files.set(file, (blocks = new Map()));
      for (const reference of file.crossReferences) {
        const same = blocks.get(reference.block);
        if (same) same.push(reference);
        else blocks.set(reference.block, [reference]);
      }
    }
    return blocks;
  }
}

/** The numbers that a reference names, and whose they are. */
function named({ numbers, of }: CrossReference): string {
  return [
    ...numbers.map(({ number, to, letter, lastLetter }) => [number, to, letter, lastLetter?.letter]),
    of,
  ].join(';');
}

function linksIn(inlines: readonly Inline[]): Range[] {
  let at = 0;
  return inlines.flatMap((inline) => {
    const range = { from: at, to: (at += lengthOf(inline)) };
    return inline.kind === 'text' && (inline.href !== null || inline.code) ? [range] : [];
  });
}

/** A stretch of running text, and what it refers to. */
export interface Stretch {
  reference: Reference | null;
  inlines: Inline[];
}

/** Running text cut where references begin and end; a mark of a note at such a place stands outside. */
export function stretchesOf(inlines: readonly Inline[], references: readonly Reference[]): Stretch[] {
  const done: Stretch[] = [{ reference: null, inlines: [] }];
  let at = 0;
  let next = 0;
  const edge = () => {
    const { reference } = done.at(-1)!;
    return reference ? reference.at.to : (references[next]?.at.from ?? Infinity);
  };
  const turn = () =>
    done.push({ reference: done.at(-1)!.reference ? null : references[next++], inlines: [] });
  for (const inline of inlines) {
    let rest = inline;
    while (at + lengthOf(rest) > edge() || (at === edge() && done.at(-1)!.reference)) {
      const [before, behind] = cut(rest, edge() - at);
      done.at(-1)!.inlines.push(...before);
      at = edge();
      turn();
      rest = behind;
    }
    done.at(-1)!.inlines.push(rest);
    at += lengthOf(rest);
  }
  return done;
}

/** References begin and end within words, not at line ends. */
function cut(inline: Inline, at: number): [Inline[], Inline] {
  if (inline.kind !== 'text' || at === 0) return [[], inline];
  return [[{ ...inline, text: inline.text.slice(0, at) }], { ...inline, text: inline.text.slice(at) }];
}
