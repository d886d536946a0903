import { rangeOf, type Answer, type Brief, type Place, type Placed, type Question } from '../model/brief.js';
import type { FootnoteDefinition } from '../model/facts.js';
import { questionsMeant } from '../model/targets.js';

/** What the cursor stands on. `place` is what is shown as selected. */
export type BriefObject =
  | { kind: 'footnote'; label: string; place: Place }
  | { kind: 'reference'; questions: Question[]; answer: boolean; place: Place }
  | { kind: 'question'; question: Question; place: Place }
  | { kind: 'answer'; answer: Answer; place: Place };

/** Where something leads: a place, in another document if it says which. */
export interface Target {
  place: Place;
  document?: Brief;
}

/** Shared by definition, references, highlights and hover: one answer to "what stands here?". */
export function objectAt(brief: Brief, offset: number): BriefObject | null {
  const touches = (place: Place) => {
    const { from, to } = rangeOf(place);
    return from <= offset && offset <= to;
  };
  for (const { block, fact } of brief.references)
    if (touches({ block, at: fact.at }))
      return { kind: 'footnote', label: fact.key, place: { block, at: fact.at } };
  for (const { block, fact } of brief.definitions)
    if (touches({ block, at: fact.mark }))
      return { kind: 'footnote', label: fact.key, place: { block, at: fact.mark } };
  for (const reference of brief.crossReferences) {
    const { block, fact, quoted } = reference;
    if (quoted || !touches({ block, at: fact.at })) continue;
    const one = fact.numbers.find(({ at }) => touches({ block, at }));
    const questions = questionsMeant(brief, reference, one && [one]);
    return { kind: 'reference', questions, answer: fact.answer, place: { block, at: one?.at ?? fact.at } };
  }
  for (const answer of brief.answers) {
    const place = { block: answer.opener.block, at: answer.opener.fact.at };
    if (touches(place)) return { kind: 'answer', answer, place };
  }
  for (const question of brief.questions) {
    if (!question.opener) continue;
    const place = { block: question.opener.block, at: question.opener.fact.at };
    if (touches(place)) return { kind: 'question', question, place };
  }
  return null;
}

export function definitionOf(brief: Brief, label: string): Placed<FootnoteDefinition> | undefined {
  return brief.definitions.find(({ fact }) => fact.key === label);
}

/** Where footnote marks with this label stand in the text. */
export function footnoteMarks(brief: Brief, label: string): Place[] {
  return brief.references
    .filter(({ fact }) => fact.key === label)
    .map(({ block, fact }) => ({ block, at: fact.at }));
}

/** Where plain words point to questions: the numbers themselves, and the questions that each means. */
export function numbersReferred(brief: Brief): { place: Place; questions: Question[] }[] {
  return brief.crossReferences.flatMap((reference) =>
    reference.quoted
      ? []
      : reference.fact.numbers.map((number) => ({
          place: { block: reference.block, at: number.at },
          questions: questionsMeant(brief, reference, [number]),
        })),
  );
}

export function questionOpener(question: Question): Place {
  const { opener, segments } = question;
  return opener
    ? { block: opener.block, at: opener.fact.at }
    : { block: segments[0].block, at: segments[0].segment.at };
}

export function answerOpener({ opener }: Answer): Place {
  return { block: opener.block, at: opener.fact.at };
}
