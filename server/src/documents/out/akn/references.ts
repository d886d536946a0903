import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import { addressesOf } from '../../../model/addresses.js';
import { findCitations } from '../../../model/citations.js';
import { findCrossReferences } from '../../../model/cross-references.js';
import type { CrossReference, NumberAt } from '../../../model/facts.js';
import type { Range } from '../../../text/text.js';
import type { Inline } from '../document.js';

/** A stretch of running text that leads somewhere: to one place, or from one question to another. */
export interface Reference {
  at: Range;
  href: string;
  upTo: string | null;
}

/** The name of what a number means in this place; `null` if nothing has it. */
export type Finder = (number: number, letter: string | null, isAnswer: boolean) => string | null;

/** Length of an inline in the text that references are looked for in. */
function lengthOf(inline: Inline): number {
  return inline.kind === 'text' ? inline.text.length : inline.kind === 'break' ? 1 : 0;
}

/**
 * What running text refers to: official publications, and questions and answers of the same document. In order, and none
 * over another or over what is a link already.
 * @param find `null` where text speaks of another document
 */
export function referencesIn(
  inlines: readonly Inline[],
  language: Language,
  find: Finder | null,
): Reference[] {
  const text = inlines
    .map((inline) => (inline.kind === 'text' ? inline.text : ' '.repeat(lengthOf(inline))))
    .join('');
  const citations = findCitations(text, 0);
  const found: Reference[] = citations
    .flatMap((citation) => addressesOf(citation, language))
    .map(({ at, uri }) => ({ at, href: uri, upTo: null }));
  if (find)
    for (const reference of findCrossReferences(text, citations, patternsOf(language), 0))
      // Whose question it is, if that is said, only the whole document knows.
      if (reference.of === null) found.push(...toQuestions(reference, find));
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
function toQuestions({ at, numbers, answer }: CrossReference, find: Finder): Reference[] {
  return numbers.flatMap((number: NumberAt, i): Reference[] => {
    const first = find(number.number, number.letter, answer);
    const last = number.to > number.number ? find(number.to, null, answer) : null;
    const from = i === 0 ? at.from : number.at.from;
    return first === null
      ? []
      : [{ at: { from, to: number.at.to }, href: `#${first}`, upTo: last && `#${last}` }];
  });
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
