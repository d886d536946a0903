import { sortDefinitions } from '../edits/footnotes/sort-definitions.js';
import { printedOrder } from '../model/footnotes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'footnote-order',
  area: 'footnotes',
  severity: 'info',
  summary: {
    nl: 'De voetnootteksten staan in een andere volgorde dan in de tekst.',
    en: 'The footnote texts stand in another order than in the text.',
  },
  check: (brief) => {
    const order = printedOrder(brief);
    const seen = new Set<string>();
    let last = -1;
    for (const { block, fact } of brief.definitions) {
      const place = order.get(fact.key);
      // Of several texts of one note the first is printed.
      if (place === undefined || seen.has(fact.key)) continue;
      seen.add(fact.key);
      if (place < last)
        return [
          {
            place: { block, at: fact.mark },
            message: {
              nl: `De tekst van voetnoot ‘${fact.label}’ staat na die van een latere voetnoot. In het gedrukte stuk klopt de nummering; voor het nalezen is dezelfde volgorde handiger.`,
              en: `The text of footnote ‘${fact.label}’ stands after that of a later footnote. The printed numbers are right; the same order is easier to read.`,
            },
            fixes: [
              {
                title: {
                  nl: 'Zet de voetnootteksten in de volgorde van de tekst',
                  en: 'Put the footnote texts in the order of the text',
                },
                safe: true,
                edits: () => sortDefinitions(brief),
              },
            ],
          },
        ];
      last = place;
    }
    return [];
  },
});
