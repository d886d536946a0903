import { rangeOf } from '../model/brief.js';
import { ownCitations } from './describe.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'citation-page-range',
  area: 'text',
  severity: 'warning',
  summary: { nl: 'Een reeks bladzijden klopt niet.', en: 'A range of pages is not right.' },
  check: (brief) =>
    ownCitations(brief).flatMap(({ block, fact }): Finding[] => {
      const { pages } = fact.parts;
      const written = pages && fact.text.slice(pages.at.from - fact.at.from, pages.at.to - fact.at.from);
      if (!pages || !/\D/.test(written!) || pages.to > pages.from) return [];
      const place = { block, at: pages.at };
      if (pages.to < pages.from)
        return [
          {
            place,
            message: {
              nl: `‘${written}’ loopt terug. Kijk de bladzijden na.`,
              en: `‘${written}’ runs backwards. Check the pages.`,
            },
          },
        ];
      return [
        {
          place,
          message: {
            nl: `‘${written}’ is één bladzijde. Schrijf alleen ‘${pages.from}’, of kijk het laatste nummer na.`,
            en: `‘${written}’ is one page. Write only ‘${pages.from}’, or check the last number.`,
          },
          fixes: [
            {
              title: { nl: `Schrijf ‘${pages.from}’`, en: `Write ‘${pages.from}’` },
              safe: false,
              edits: () => [{ ...rangeOf(place), insert: String(pages.from) }],
            },
          ],
        },
      ];
    }),
});
