import { patternsOf } from '../languages/patterns.js';
import { definedKeys } from '../model/footnotes.js';
import {
  placeOf,
  questionsByNumber,
  rangeOf,
  spanOf,
  textAt,
  type Brief,
  type Place,
} from '../model/brief.js';
import { numbersOf } from '../model/facts.js';
import type { Range } from '../text/text.js';

/** What is told apart, by the standard names that editors know. */
export const tokenTypes = [
  /** Number of a question where it stands itself (a declaration), and words that refer to one. */
  'function',
  /** Letter of a sub-question (a declaration), and where an answer takes it up. */
  'method',
  /** Number or letter that only counts the items of a list. */
  'operator',
  /** The words that open an answer. */
  'keyword',
  /** Label of a footnote, at its text (a declaration) and in the text. */
  'variable',
  /** What is still to be filled in. */
  'macro',
  /** The words that put an answer off. */
  'event',
  /** Name of a group, in the heading over its questions. */
  'namespace',
] as const;

export const tokenModifiers = ['declaration'] as const;

export interface SemanticToken extends Range {
  type: (typeof tokenTypes)[number];
  declaration: boolean;
}

type Add = (place: Place, type: SemanticToken['type'], declaration?: boolean) => void;

/**
 * What a grammar that sees one line at a time cannot know: which number is a question and which counts a list, which words
 * refer to a question that exists. In the order of the text, none over another or over a line end.
 * @param within leaves out what stands outside
 */
export function semanticTokens(brief: Brief, within?: Range): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add: Add = (place, type, declaration = false) => {
    const { from, to } = rangeOf(place);
    if (within && (to <= within.from || from >= within.to)) return;
    for (const { index, 0: line } of brief.text.sliceString(from, to).matchAll(/[^\s#*_].*/g)) {
      let { length } = line;
      while (/[\s#*_]/.test(line[length - 1])) length--;
      tokens.push({ from: from + index, to: from + index + length, type, declaration });
    }
  };
  addOpeners(brief, add);
  addGroups(brief, add);
  addReferences(brief, add);
  addOpenWork(brief, add);
  tokens.sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return tokens.filter(({ from, to }) => {
    if (from < end || from === to) return false;
    end = to;
    return true;
  });
}

function addOpeners({ blocks, questions, answers }: Brief, add: Add): void {
  const asked = new Set<unknown>(questions.map(({ opener }) => opener?.fact));
  const letters = new Set<unknown>(
    questions.flatMap(({ subQuestions }) => subQuestions.map(({ opener }) => opener.fact)),
  );
  const taken = new Set<unknown>(answers.flatMap((answer) => answer.letters.map(({ fact }) => fact)));
  for (const block of blocks)
    for (const { opener } of block.facts.segments) {
      if (!opener) continue;
      const place = { block, at: opener.at };
      if (asked.has(opener)) add(place, 'function', true);
      else if (letters.has(opener)) add(place, 'method', true);
      else if (taken.has(opener)) add(place, 'method');
      else if (opener.kind === 'number' || opener.kind === 'letter') add(place, 'operator');
      else if (opener.kind === 'answer') add(place, 'keyword');
    }
}

function addGroups({ text, groups }: Brief, add: Add): void {
  for (const { names, heading } of groups) {
    const { block, fact } = heading;
    const title = textAt(text, spanOf(heading));
    let from = title.length - fact.title.length;
    for (const name of names) {
      from = title.indexOf(name, from);
      if (from < 0) break;
      const at = { from: fact.at.from + from, to: fact.at.from + from + name.length };
      add({ block, at }, 'namespace');
      from += name.length;
    }
  }
}

function addReferences(brief: Brief, add: Add): void {
  const known = questionsByNumber(brief);
  for (const reference of brief.crossReferences)
    if (!reference.quoted && numbersOf(reference.fact.numbers).some((number) => known.has(number)))
      add(placeOf(reference), 'function');
  const label = ({ from, to }: Range) => ({ from: from + 2, to: to - 1 });
  const defined = definedKeys(brief);
  for (const { block, fact } of brief.references)
    if (defined.has(fact.key)) add({ block, at: label(fact.at) }, 'variable');
  for (const { block, fact } of brief.definitions) add({ block, at: label(fact.mark) }, 'variable', true);
}

/** Answers that are not there yet, and left-over template text. */
function addOpenWork({ text, language, answers, templates }: Brief, add: Add): void {
  const { deferral } = patternsOf(language);
  for (const { status, segments } of answers)
    for (const { block, segment } of segments) {
      const { body, content } = segment;
      if (status === 'placeholder' && content === 'placeholder') add({ block, at: body }, 'macro');
      if (status !== 'deferred' || content !== 'deferral') continue;
      const found = deferral.exec(textAt(text, rangeOf({ block, at: body })));
      const from = body.from + (found?.index ?? 0);
      if (found) add({ block, at: { from, to: from + found[0].length } }, 'event');
    }
  for (const template of templates) add(placeOf(template), 'macro');
}
