import { quotedBy, type Comparison } from '../compare/compare.js';
import { statusOf, type Brief, type Place, type Question, type Status } from '../model/brief.js';
import { stateName } from './describe.js';
import { answerOpener, numbersReferred, questionOpener, type Target } from './object.js';

/** A line of small print above a question. */
export interface CodeLens {
  place: Place;
  title: string;
  /** What a click shows; nothing where there is nothing to see. */
  targets: Target[];
}

/** Which of them are wanted. */
export interface Lenses {
  /** How far the answer is, and where. */
  answeredBy: boolean;
  /** How many words refer to the question or its answer. */
  referredToBy: boolean;
}

/**
 * Above each question how far its answer is, in a letter that of its replies, and what refers to it.
 * @param helds the comparisons in which this document is the letter or the reply
 */
export function codeLenses(brief: Brief, helds: readonly Comparison[], wanted: Lenses): CodeLens[] {
  const replies = helds
    .filter(({ letter }) => letter === brief)
    .map((held) => ({ reply: held.reply, quotes: quotedBy(held) }));
  const mentions = wanted.referredToBy ? mentionsByQuestion(brief) : new Map<Question, Place[]>();
  return brief.questions.flatMap((question) => {
    const place = questionOpener(question);
    const lenses: CodeLens[] = [];
    if (wanted.answeredBy) {
      if (brief.kind !== 'letter') lenses.push({ place, ...answersOf(brief, question) });
      for (const { reply, quotes } of replies)
        for (const quoted of quotes.get(question) ?? [])
          lenses.push({ place, ...answersOf(reply, quoted, reply) });
    }
    const places = mentions.get(question);
    if (places)
      lenses.push({
        place,
        title: mentionsTitle(brief, places.length),
        targets: places.map((mention) => ({ place: mention })),
      });
    return lenses;
  });
}

/** @param document the reply, where the question stands in another document */
function answersOf(brief: Brief, question: Question, document?: Brief) {
  const status: Status = statusOf(question);
  const state = stateName(status, brief.language);
  return {
    title: state.charAt(0).toUpperCase() + state.slice(1),
    targets: question.answers.map((answer) => ({
      place: answerOpener(answer),
      ...(document && { document }),
    })),
  };
}

function mentionsByQuestion(brief: Brief): Map<Question, Place[]> {
  const mentions = new Map<Question, Place[]>();
  for (const { place, questions } of numbersReferred(brief))
    for (const question of questions) {
      const places = mentions.get(question);
      if (places) places.push(place);
      else mentions.set(question, [place]);
    }
  return mentions;
}

function mentionsTitle({ language }: Brief, count: number): string {
  if (language.id === 'nl') return count === 1 ? '1 verwijzing hierheen' : `${count} verwijzingen hierheen`;
  return count === 1 ? '1 reference to this' : `${count} references to this`;
}
