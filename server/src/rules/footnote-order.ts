import { fold } from './footnote-undefined.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'footnote-order',
  area: 'footnotes',
  severity: 'info',
  summary: {
    nl: 'De voetnootteksten staan in een andere volgorde dan in de tekst.',
    en: 'The footnote texts stand in another order than in the text.',
  },
  check: ({ definitions, references }) => {
    const order = new Map<string, number>();
    for (const { fact } of references)
      if (!order.has(fold(fact.label))) order.set(fold(fact.label), order.size);
    let last = -1;
    for (const { block, fact } of definitions) {
      const place = order.get(fold(fact.label));
      if (place === undefined) continue;
      if (place < last)
        return [
          {
            place: { block, at: fact.mark },
            message: {
              nl: `De tekst van voetnoot ‘${fact.label}’ staat na die van een latere voetnoot. In het gedrukte stuk klopt de nummering; voor het nalezen is dezelfde volgorde handiger.`,
              en: `The text of footnote ‘${fact.label}’ stands after that of a later footnote. The printed numbers are right; the same order is easier to read.`,
            },
          },
        ];
      last = place;
    }
    return [];
  },
});
