import { mergeRepeated } from '../edits/footnotes/merge-repeated.js';
import { defineRule, type Finding } from './rule.js';
import type { Placed } from '../model/brief.js';
import type { FootnoteDefinition } from '../model/facts.js';

export default defineRule({
  code: 'footnote-repeated-text',
  area: 'footnotes',
  severity: 'hint',
  summary: { nl: 'Twee voetnoten hebben dezelfde tekst.', en: 'Two footnotes have the same text.' },
  check: (brief) => {
    const first = new Map<string, Placed<FootnoteDefinition>>();
    const times = new Map<string, number>();
    for (const { fact } of brief.definitions) times.set(fact.key, (times.get(fact.key) ?? 0) + 1);
    const findings: Finding[] = [];
    for (const definition of brief.definitions) {
      const { text, label, key, mark } = definition.fact;
      const earlier = first.get(text);
      // Two texts under one name are another fault.
      if (!text || times.get(key)! > 1) continue;
      if (!earlier) first.set(text, definition);
      else
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
          fixes: [
            {
              title: { nl: 'Maak er één voetnoot van', en: 'Make them one footnote' },
              safe: false,
              edits: () => mergeRepeated(brief, label),
            },
          ],
        });
    }
    return findings;
  },
});
