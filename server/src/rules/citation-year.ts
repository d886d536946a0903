import { sessionOf } from '../model/citations.js';
import { at } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'citation-year',
  area: 'text',
  severity: 'warning',
  summary: {
    nl: 'Een vergaderjaar bestaat niet uit twee jaren na elkaar.',
    en: 'A parliamentary year is not two years in a row.',
  },
  check: ({ citations }) =>
    citations
      .filter(({ fact }) => fact.parts.session?.match(/\D/) && sessionOf(fact.parts.session) === null)
      .map((citation) => ({
        place: at(citation),
        message: {
          nl: `Vergaderjaar ${citation.fact.parts.session} bestaat niet: het zijn altijd twee jaren na elkaar, zoals 2023/24.`,
          en: `Parliamentary year ${citation.fact.parts.session} does not exist: it is always two years in a row, such as 2023/24.`,
        },
      })),
});
