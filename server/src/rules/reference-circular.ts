import { placeOf, type Answer, type Brief } from '../model/brief.js';
import { questionsMeant } from '../model/targets.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'reference-circular',
  area: 'cross-references',
  severity: 'error',
  summary: { nl: 'Antwoorden verwijzen alleen naar elkaar.', en: 'Answers only refer to each other.' },
  check: (brief) => {
    const targets = targetsOf(brief);
    const ends = endsSomewhere(targets);
    return brief.crossReferences.flatMap((reference): Finding[] => {
      const { owner } = reference;
      const own = owner && targets.get(owner as Answer);
      if (!own || own.length === 0 || ends.has(owner as Answer)) return [];
      if (brief.crossReferences.find((other) => other.owner === owner) !== reference) return [];
      return [
        {
          place: placeOf(reference),
          message: {
            nl: 'Wie deze verwijzing volgt, komt nergens bij een inhoudelijk antwoord uit. Schrijf hier of bij de andere vraag een antwoord.',
            en: 'Whoever follows this reference never reaches an answer in substance. Write an answer here or at the other question.',
          },
        },
      ];
    });
  },
});

/** For each answer that only refers on, the answers that it refers to. */
export function targetsOf(brief: Brief): Map<Answer, Answer[]> {
  const owners = new Set<unknown>(brief.crossReferences.map(({ owner }) => owner));
  const targets = new Map<Answer, Answer[]>(
    brief.answers
      // One that refers to another document leads to something.
      .filter((answer) => answer.status === 'referred' && owners.has(answer))
      .map((answer) => [answer, []]),
  );
  for (const reference of brief.crossReferences) {
    const own = targets.get(reference.owner as Answer);
    if (own) for (const { answers } of questionsMeant(brief, reference)) own.push(...answers);
  }
  return targets;
}

/** Answers from which some way leads to one that is not a mere reference. Found backwards, in linear time. */
function endsSomewhere(targets: Map<Answer, Answer[]>): Set<Answer> {
  const from = new Map<Answer, Answer[]>();
  const ends = new Set<Answer>();
  const queue: Answer[] = [];
  for (const [answer, list] of targets)
    for (const target of list) {
      const sources = from.get(target);
      if (sources) sources.push(answer);
      else from.set(target, [answer]);
      if (!targets.has(target) && !ends.has(target)) {
        ends.add(target);
        queue.push(target);
      }
    }
  while (queue.length > 0)
    for (const source of from.get(queue.pop()!) ?? [])
      if (!ends.has(source)) {
        ends.add(source);
        queue.push(source);
      }
  return ends;
}
