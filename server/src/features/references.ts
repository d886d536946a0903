import type { Comparison } from '../compare/compare.js';
import type { Brief, Place } from '../model/brief.js';
import {
  answerOpener,
  definitionOf,
  footnoteMarks,
  numbersReferred,
  objectAt,
  questionOpener,
  type Target,
} from './object.js';
import { otherSide, quotesAt } from './quotes.js';

/**
 * Every place that speaks of the thing at the cursor; with `declaration` also where it stands itself. For a sentence of a
 * question: where the letter and its replies have it.
 * @param helds the comparisons in which this document is the letter or the reply
 */
export function references(
  brief: Brief,
  helds: readonly Comparison[],
  offset: number,
  declaration: boolean,
): Target[] {
  const places = mentions(brief, offset, declaration);
  if (places) return places.map((place) => ({ place }));
  const quotes = quotesAt(brief, helds, offset);
  const own = quotes.slice(0, declaration ? 1 : 0).map(({ place }) => ({ place }));
  return [...own, ...quotes.flatMap(otherSide)];
}

/**
 * The same, in this document alone.
 * @returns `null` where nothing stands that is spoken of
 */
export function mentions(brief: Brief, offset: number, declaration: boolean): Place[] | null {
  const object = objectAt(brief, offset);
  if (!object) return null;
  if (object.kind === 'footnote') {
    const found = definitionOf(brief, object.label);
    return [
      ...footnoteMarks(brief, object.label),
      ...(declaration && found ? [{ block: found.block, at: found.fact.mark }] : []),
    ];
  }
  const questions =
    object.kind === 'reference'
      ? object.questions
      : object.kind === 'question'
        ? [object.question]
        : object.answer.questions;
  const own = questions.flatMap((question) => [
    questionOpener(question),
    ...question.answers.map(answerOpener),
  ]);
  const referring = numbersReferred(brief)
    .filter((number) => number.questions.some((question) => questions.includes(question)))
    .map(({ place }) => place);
  return [...referring, ...(declaration ? own : [])];
}
