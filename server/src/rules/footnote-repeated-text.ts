import { defineRule, type Finding } from './rule.js';
import type { Placed } from '../model/brief.js';
import type { FootnoteDefinition } from '../model/facts.js';

export default defineRule({
  code: 'footnote-repeated-text',
  area: 'footnotes',
  severity: 'hint',
  summary: { nl: 'Twee voetnoten hebben dezelfde tekst.', en: 'Two footnotes have the same text.' },
  check: ({ definitions }) => {
    const first = new Map<string, Placed<FootnoteDefinition>>();
    const findings: Finding[] = [];
    for (const definition of definitions) {
      const { text, label, mark } = definition.fact;
      const earlier = first.get(text);
      if (!text) continue;
      if (!earlier) first.set(text, definition);
      else if (earlier.fact.label !== label)
        findings.push({
          place: { block: definition.block, at: mark },
          message: {
            nl: `Deze tekst staat ook in voetnoot ‘${earlier.fact.label}’. Eén voetnoot kan twee keer gebruikt worden.`,
            en: `This text also stands in footnote ‘${earlier.fact.label}’. One footnote can be used twice.`,
          },
          related: [
            {
              place: { block: earlier.block, at: earlier.fact.mark },
              message: { nl: 'Dezelfde tekst', en: 'The same text' },
            },
          ],
        });
    }
    return findings;
  },
});
