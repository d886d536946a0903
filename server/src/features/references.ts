import type { Brief, Place } from '../model/brief.js';
import {
  answerOpener,
  definitionOf,
  footnoteMarks,
  objectAt,
  questionOpener,
  referencesTo,
} from './object.js';

/** Every place that speaks of the thing at the cursor; with `declaration` also where it stands itself. */
export function references(brief: Brief, offset: number, declaration: boolean): Place[] {
  const object = objectAt(brief, offset);
  if (!object) return [];
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
  return [...referencesTo(brief, questions), ...(declaration ? own : [])];
}
