import { sessionOf } from '../model/citations.js';
import { ownCitations } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'citation-year',
  area: 'text',
  severity: 'warning',
  summary: {
    nl: 'Een vergaderjaar bestaat niet uit twee jaren na elkaar.',
    en: 'A parliamentary year is not two years in a row.',
  },
  check: (brief) =>
    ownCitations(brief).flatMap(({ block, fact }): Finding[] => {
      const { session, year } = fact.parts;
      if (!session || !year || /^\d{1,4}$/.test(session) || sessionOf(session)) return [];
      return [
        {
          place: { block, at: year.at },
          message: {
            nl: `Vergaderjaar ${session} bestaat niet: het zijn altijd twee jaren na elkaar, zoals 2023/24. Kijk het jaar na.`,
            en: `Parliamentary year ${session} does not exist: it is always two years in a row, such as 2023/24. Check the year.`,
          },
        },
      ];
    }),
});
