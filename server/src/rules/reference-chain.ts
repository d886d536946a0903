import { redirect } from '../edits/references/redirect.js';
import { listed } from '../languages/messages.js';
import type { Answer } from '../model/brief.js';
import { questionsMeant, referenced } from '../model/targets.js';
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
    const targets = targetsOf(brief);
    if (targets.size === 0) return [];
    const cited = new Map<unknown, Set<Answer>>();
    for (const reference of brief.crossReferences) {
      const set = cited.get(reference.owner) ?? new Set<Answer>();
      for (const { answers } of questionsMeant(brief, reference))
        for (const answer of answers) set.add(answer);
      cited.set(reference.owner, set);
    }
    return brief.crossReferences.flatMap((reference): Finding[] => {
      const { block, fact, owner, quoted } = reference;
      if (quoted || !owner) return [];
      return fact.numbers.flatMap((number): Finding[] => {
        const answers = questionsMeant(brief, reference, [number]).flatMap((question) => question.answers);
        for (const answer of answers) {
          const on = (targets.get(answer) ?? []).filter(
            (next) => next !== owner && !cited.get(owner)!.has(next),
          );
          if (on.length === 0) continue;
          const questions = on.flatMap((next) => next.questions);
          const numbers = [...new Set(questions.flatMap((question) => question.numbers))];
          const list = listed(numbers);
          const isSure =
            number.number === number.to &&
            number.letter === null &&
            on.every((next) => !targets.get(next)?.length) &&
            questions.every((one) => one.numbers.every((n) => referenced(brief, reference, n) === one));
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
