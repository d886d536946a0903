import type { Brief, Place } from '../model/brief.js';
import { answerOpener, definitionOf, footnoteMarks, objectAt, questionOpener } from './object.js';

/**
 * Where the thing at the cursor leads: a footnote mark to its text and the text to its marks; "vraag 3" to question 3, and
 * "het antwoord op vraag 3" to that answer; a question to its answers, an answer to its questions.
 */
export function definition(brief: Brief, offset: number): Place[] {
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
      return [];
  }
}
