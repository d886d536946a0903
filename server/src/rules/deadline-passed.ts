import { deadlineOf, longDate } from '../model/dates.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'deadline-passed',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'Het antwoord is gedateerd na de gevraagde termijn.',
    en: 'The reply is dated after the requested term.',
  },
  check: ({ frontMatter, language, kind }) => {
    const { date, term, questionsDated } = frontMatter.values;
    const entry = frontMatter.entries.find(({ key }) => key === 'date');
    if (kind !== 'reply' || !date || !term || !questionsDated || !entry) return [];
    const deadline = deadlineOf(term, questionsDated, language);
    if (!deadline || date <= deadline) return [];
    return [
      {
        place: { block: frontMatter.block, at: entry.valueAt },
        message: {
          nl: `De gevraagde termijn liep tot en met ${longDate(deadline, language)}. Meld in de brief waarom het antwoord later komt, of pas de datum aan.`,
          en: `The requested term ran until ${longDate(deadline, language)}. Say in the letter why the reply is late, or change the date.`,
        },
      },
    ];
  },
});
