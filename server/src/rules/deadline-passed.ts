import { longDate } from '../model/dates.js';
import { termEnd } from '../model/term.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'deadline-passed',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'De antwoordbrief is gedateerd na de gevraagde termijn.',
    en: 'The reply is dated after the requested term.',
  },
  check: (brief, { comparison }) => {
    const { frontMatter, language, kind } = brief;
    const { date } = frontMatter.values;
    const entry = frontMatter.entries.find(({ key }) => key === 'date');
    if (kind !== 'reply' || !date || !entry) return [];
    const letter = comparison()?.letter;
    const deadline = termEnd(brief, letter ?? null);
    if (!deadline || date <= deadline) return [];
    const asked = letter?.frontMatter.entries.find(({ key }) => key === 'term');
    return [
      {
        place: { block: frontMatter.block, at: entry.valueAt },
        message: {
          nl: `De gevraagde termijn liep tot en met ${longDate(deadline, language)}. Meld in de antwoordbrief waarom die later komt, of pas de datum aan.`,
          en: `The requested term ran until ${longDate(deadline, language)}. Say in the reply why it is late, or change the date.`,
        },
        ...(asked && {
          related: [
            {
              place: { block: letter!.frontMatter.block, at: asked.valueAt },
              message: { nl: 'De termijn in de brief', en: 'The term in the letter' },
              document: letter,
            },
          ],
        }),
      },
    ];
  },
});
