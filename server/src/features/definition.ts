import type { Comparison } from '../compare/compare.js';
import type { Brief, Place } from '../model/brief.js';
import {
  answerOpener,
  definitionOf,
  footnoteMarks,
  objectAt,
  questionOpener,
  type Target,
} from './object.js';
import { otherSide, quotesAt } from './quotes.js';

/**
 * Where the thing at the cursor leads: a footnote mark to its text and the text to its marks; "vraag 3" to question 3, and
 * "het antwoord op vraag 3" to that answer; a question to its answers, an answer to its questions; a quote to the words of
 * the letter.
 * @param helds the comparisons in which this document is the letter or the reply
 */
export function definition(brief: Brief, helds: readonly Comparison[], offset: number): Target[] {
  const places = ownDefinition(brief, offset);
  return places
    ? places.map((place) => ({ place }))
    : quotesAt(brief, helds, offset)
        .filter(({ side }) => side === 'reply')
        .flatMap(otherSide);
}

/** @returns `null` where nothing of the document itself is at the cursor */
function ownDefinition(brief: Brief, offset: number): Place[] | null {
  const object = objectAt(brief, offset);
  switch (object?.kind) {
    case 'footnote': {
      const found = definitionOf(brief, object.label);
      const inText = found && found.block === object.place.block && found.fact.mark === object.place.at;
      return inText
        ? footnoteMarks(brief, object.label)
        : found
          ? [{ block: found.block, at: found.fact.mark }]
          : [];
    }
    case 'reference':
      return object.questions.map((question) =>
        object.answer && question.answers[0] ? answerOpener(question.answers[0]) : questionOpener(question),
      );
    case 'question':
      return object.question.answers.map(answerOpener);
    case 'answer':
      return object.answer.questions.map(questionOpener);
    default:
      return null;
  }
}
