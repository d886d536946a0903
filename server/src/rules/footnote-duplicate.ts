import { labelFor } from '../edits/footnotes/label.js';
import { labelIn } from '../edits/footnotes/notes.js';
import { removal } from '../edits/pieces.js';
import { spanOf, type Placed } from '../model/brief.js';
import { defineRule, type Finding } from './rule.js';
import { type FootnoteDefinition } from '../model/facts.js';

export default defineRule({
  code: 'footnote-duplicate',
  area: 'footnotes',
  severity: 'error',
  summary: { nl: 'Twee voetnoten hebben dezelfde naam.', en: 'Two footnotes have the same name.' },
  check: (brief) => {
    const first = new Map<string, Placed<FootnoteDefinition>>();
    const findings: Finding[] = [];
    for (const definition of brief.definitions) {
      const { key } = definition.fact;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, definition);
        continue;
      }
      const same = earlier.fact.text === definition.fact.text;
      findings.push({
        place: { block: definition.block, at: definition.fact.mark },
        message: {
          nl: `Voetnoot ‘${definition.fact.label}’ bestaat al; alleen de eerste tekst telt. Geef deze een andere naam.`,
          en: `Footnote ‘${definition.fact.label}’ exists already; only the first text counts. Give this one another name.`,
        },
        related: [
          {
            place: { block: earlier.block, at: earlier.fact.mark },
            message: { nl: 'De eerste', en: 'The first' },
          },
        ],
        fixes: same
          ? [
              {
                title: { nl: 'Haal de tweede weg', en: 'Remove the second one' },
                safe: true,
                edits: () => [removal(brief.text, spanOf(definition))],
              },
            ]
          : [
              {
                title: {
                  nl: 'Geef deze een eigen naam; er verwijst dan nog niets naar',
                  en: 'Give this one a name of its own; nothing refers to it then',
                },
                safe: false,
                edits: () => [{ ...labelIn(definition), insert: labelFor(brief, definition.fact.text) }],
              },
            ],
      });
    }
    return findings;
  },
});
