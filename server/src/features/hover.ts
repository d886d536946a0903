import { bodyText, statusOf, type Brief, type Place, type Question, type Status } from '../model/brief.js';
import { definitionOf, objectAt } from './object.js';

const most = 600;

const states: Record<Status, { nl: string; en: string }> = {
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

/** Plain text, to be shown as it stands: the note of a footnote, the question and answer of a reference. */
export function hover(brief: Brief, offset: number): { text: string; place: Place } | null {
  const object = objectAt(brief, offset);
  if (!object) return null;
  const { place } = object;
  switch (object.kind) {
    case 'footnote': {
      const note = definitionOf(brief, object.label);
      return note ? { text: shorten(note.fact.text), place } : null;
    }
    case 'reference':
      return object.questions.length
        ? {
            text: object.questions
              .slice(0, 3)
              .map((question) => describe(brief, question))
              .join('\n\n───\n\n'),
            place,
          }
        : null;
    case 'question':
      return { text: describe(brief, object.question), place };
    case 'answer':
      return object.answer.questions.length
        ? {
            text: object.answer.questions
              .slice(0, 3)
              .map((question) => describe(brief, question))
              .join('\n\n───\n\n'),
            place,
          }
        : null;
  }
}

function describe(brief: Brief, question: Question): string {
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

function shorten(text: string): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;
}
