import {
  bodyText,
  placeOf,
  rangeOf,
  statusOf,
  textAt,
  type Brief,
  type Question,
  type Status,
} from '../model/brief.js';

const most = 600;

/** How far an answer is, in words. */
export const states: Record<Status, { nl: string; en: string }> = {
  answered: { nl: 'beantwoord', en: 'answered' },
  referred: { nl: 'beantwoord met een verwijzing', en: 'answered by reference' },
  deferred: { nl: 'uitgesteld', en: 'deferred' },
  placeholder: { nl: 'nog te schrijven', en: 'still to be written' },
  empty: { nl: 'nog leeg', en: 'still empty' },
  missing: { nl: 'nog geen antwoord', en: 'no answer yet' },
};

export function stateName(status: Status, language: Brief['language']): string {
  return states[status][language.id === 'nl' ? 'nl' : 'en'];
}

/** A question with its state and its answer. */
export function describeQuestion(brief: Brief, question: Question): string {
  const status = statusOf(question);
  const answer = question.answers.find((one) => one.status === status);
  const nl = brief.language.id === 'nl';
  const head = `${nl ? 'Vraag' : 'Question'} ${question.numbers.join(', ')} · ${stateName(status, brief.language)}`;
  const body = shorten(bodyText(brief.text, question.segments));
  return [
    head,
    body,
    answer ? `${nl ? 'Antwoord' : 'Answer'}: ${shorten(bodyText(brief.text, answer.segments))}` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Long text is cut at a word. */
export function shorten(text: string): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}

/** The first words of a question that tell which one it is: its first asking sentence, or its text. */
export function openingWords(brief: Brief, question: Question): string {
  const [sentence] = question.sentences;
  const [{ block, segment }] = question.segments;
  const words = sentence
    ? textAt(brief.text, rangeOf(placeOf(sentence)))
    : textAt(brief.text, rangeOf({ block, at: segment.body })).slice(0, 200) ||
      bodyText(brief.text, question.segments);
  return words.trim().replace(/\s+/g, ' ').slice(0, 80);
}
