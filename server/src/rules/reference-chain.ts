import { redirect } from '../edits/references/redirect.js';
import type { Answer } from '../model/brief.js';
import { questionsByNumber } from '../model/brief.js';
import { numbersOf } from '../model/facts.js';
import { listed } from './describe.js';
import { targetsOf } from './reference-circular.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'reference-chain',
  area: 'cross-references',
  severity: 'hint',
  summary: {
    nl: 'Een verwijzing leidt naar een antwoord dat zelf doorverwijst.',
    en: 'A reference leads to an answer that itself refers on.',
  },
  check: (brief) => {
    const known = questionsByNumber(brief);
    const targets = targetsOf(brief);
    if (targets.size === 0) return [];
    const cited = new Map<unknown, Set<Answer>>();
    const answersOf = (numbers: number[]) =>
      numbers.flatMap((number) => known.get(number) ?? []).flatMap((question) => question.answers);
    for (const { owner, fact } of brief.crossReferences) {
      const set = cited.get(owner) ?? new Set<Answer>();
      for (const answer of answersOf(numbersOf(fact.numbers))) set.add(answer);
      cited.set(owner, set);
    }
    return brief.crossReferences.flatMap((reference): Finding[] => {
      const { block, fact, owner, quoted } = reference;
      if (quoted || !owner) return [];
      return fact.numbers.flatMap((number): Finding[] => {
        for (const answer of answersOf(numbersOf([number]))) {
          const on = (targets.get(answer) ?? []).filter(
            (next) => next !== owner && !cited.get(owner)!.has(next),
          );
          if (on.length === 0) continue;
          const numbers = [
            ...new Set(on.flatMap(({ questions }) => questions.flatMap((question) => question.numbers))),
          ];
          const list = listed(numbers);
          const isSure =
            number.number === number.to &&
            number.letter === null &&
            on.every((next) => !targets.get(next)?.length) &&
            numbers.every((one) => known.get(one)?.length === 1);
          return [
            {
              place: { block, at: number.at },
              message: {
                nl: `Het antwoord op vraag ${number.number} verwijst door naar vraag ${list.nl}. Verwijs daar rechtstreeks naar.`,
                en: `The answer to question ${number.number} refers on to question ${list.en}. Refer to that one directly.`,
              },
              fixes: isSure
                ? [
                    {
                      title: { nl: `Verwijs naar vraag ${list.nl}`, en: `Refer to question ${list.en}` },
                      safe: false,
                      edits: () => redirect(brief, reference, number, numbers),
                    },
                  ]
                : [],
            },
          ];
        }
        return [];
      });
    });
  },
});
