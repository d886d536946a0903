import { wordsFor } from '../languages/messages.js';
import {
  bestAnswer,
  bodyText,
  rangeOf,
  spanOf,
  statusOf,
  textAt,
  type Brief,
  type Question,
  type Status,
} from '../model/brief.js';
import { firstOf, shorten } from '../text/shorten.js';
import { statusNames } from './state-names.js';

/** In characters: longer text is cut. */
export const longestText = 600;

export function stateName(status: Status, language: Brief['language']): string {
  return statusNames[status][wordsFor(language)];
}

/** A question with its answer, and its state where the document is one that answers. */
export function describeQuestion(brief: Brief, question: Question): string {
  const status = statusOf(question);
  const answer = bestAnswer(question);
  const nl = brief.language.id === 'nl';
  const name = `${nl ? 'Vraag' : 'Question'} ${question.numbers.join(', ')}`.trimEnd();
  const state = brief.kind === 'letter' ? '' : ` · ${stateName(status, brief.language)}`;
  const body = shorten(bodyText(brief.text, question.segments), longestText);
  return [
    name + state,
    body,
    answer
      ? `${nl ? 'Antwoord' : 'Answer'}: ${shorten(bodyText(brief.text, answer.segments), longestText)}`
      : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The first words of a question that tell which one it is: its first asking sentence, or its text. */
export function openingWords(brief: Brief, question: Question): string {
  const [sentence] = question.sentences;
  const [{ block, segment }] = question.segments;
  const words = sentence
    ? textAt(brief.text, spanOf(sentence))
    : textAt(brief.text, rangeOf({ block, at: segment.body })).slice(0, 200) ||
      bodyText(brief.text, question.segments);
  return firstOf(words.trim().replace(/\s+/g, ' '), 80);
}
