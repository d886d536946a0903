import { removal } from '../edits/pieces.js';
import { spanOf } from '../model/brief.js';
import { printedOrder } from '../model/footnotes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'footnote-unused',
  area: 'footnotes',
  severity: 'warning',
  summary: {
    nl: 'Naar een voetnoottekst wordt nergens verwezen.',
    en: 'No reference points to a footnote text.',
  },
  check: (brief) => {
    const used = printedOrder(brief);
    return brief.definitions
      .filter(({ fact }) => !used.has(fact.key))
      .map((definition) => ({
        place: { block: definition.block, at: definition.fact.mark },
        unnecessary: true,
        message: {
          nl: `Nergens in de tekst staat [^${definition.fact.label}]. Zet het waar de voetnoot hoort, of haal deze tekst weg.`,
          en: `[^${definition.fact.label}] stands nowhere in the text. Put it where the footnote belongs, or remove this text.`,
        },
        fixes: [
          {
            title: { nl: 'Haal deze voetnoot weg', en: 'Remove this footnote' },
            safe: false,
            edits: () => [removal(brief.text, spanOf(definition))],
          },
        ],
      }));
  },
});
