import { named, type Words } from '../../languages/messages.js';
import { ownersOf, rangeOf, type Brief, type Group, type Question } from '../../model/brief.js';
import { segmentAt } from '../around.js';

/** The question whose words, or whose answer, the cursor stands in. */
export function questionAt(brief: Brief, offset: number): Question | null {
  const place = segmentAt(brief, offset);
  const owner = place && ownersOf(brief).get(place.segment);
  if (!owner) return null;
  if ('subQuestions' in owner) return owner;
  return owner.questions.length === 1 ? owner.questions[0] : null;
}

/** The group whose heading the cursor stands in. */
export function groupAt({ groups }: Brief, offset: number): Group | null {
  return (
    groups.find(({ heading: { block, fact } }) => {
      const { from, to } = rangeOf({ block, at: fact.at });
      return from <= offset && offset <= to;
    }) ?? null
  );
}

/** "vraag 3", or "deze vraag" where it has no number. */
export function nameOf(question: Question): Words {
  if (question.numbers.length === 0) return { nl: 'deze vraag', en: 'this question' };
  const { nl, en } = named(question);
  return { nl: nl.toLowerCase(), en: en.toLowerCase() };
}
