import { rangeOf } from '../model/brief.js';
import { at } from './describe.js';
import { defineRule, type Finding } from './rule.js';

const written = /(\d{1,4})[-–](\d{1,4})$/;

export default defineRule({
  code: 'citation-page-range',
  area: 'text',
  severity: 'warning',
  summary: { nl: 'Een reeks bladzijden klopt niet.', en: 'A range of pages is not right.' },
  check: ({ citations }) =>
    citations.flatMap((citation): Finding[] => {
      const { pages } = citation.fact.parts;
      const range = pages && pages.to <= pages.from && written.exec(citation.fact.text);
      if (!range) return [];
      const one = pages.from === pages.to;
      return [
        {
          place: at(citation),
          message: one
            ? {
                nl: `‘${range[0]}’ is één bladzijde. Schrijf ‘p. ${pages.from}’, of kijk het laatste nummer na.`,
                en: `‘${range[0]}’ is one page. Write ‘p. ${pages.from}’, or check the last number.`,
              }
            : {
                nl: `‘${range[0]}’ loopt terug. Kijk de bladzijden na.`,
                en: `‘${range[0]}’ runs backwards. Check the pages.`,
              },
          fixes: one
            ? [
                {
                  title: { nl: `Schrijf ‘p. ${pages.from}’`, en: `Write ‘p. ${pages.from}’` },
                  safe: false,
                  edits: () => {
                    const { to } = rangeOf(at(citation));
                    return [{ from: to - range[0].length, to, insert: String(pages.from) }];
                  },
                },
              ]
            : [],
        },
      ];
    }),
});
