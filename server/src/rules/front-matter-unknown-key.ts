import { rangeOf } from '../model/brief.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'front-matter-unknown-key',
  area: 'frame',
  severity: 'warning',
  summary: {
    nl: 'Een gegeven boven de tekst heeft een onbekende naam.',
    en: 'A detail above the text has an unknown name.',
  },
  check: ({ frontMatter }) =>
    frontMatter.problems.flatMap((problem) => {
      const { reason, fix, at } = problem;
      if (problem.code !== 'front-matter-unknown-key' || reason.kind !== 'unknown-key') return [];
      const place = { block: frontMatter.block, at };
      const hint = reason.nearest
        ? { nl: ` Bedoelt u ‘${reason.nearest}’?`, en: ` Do you mean ‘${reason.nearest}’?` }
        : { nl: '', en: '' };
      return [
        {
          place,
          message: {
            nl: `‘${reason.name}’ is geen bekend gegeven.${hint.nl} Eigen gegevens beginnen met x-.`,
            en: `‘${reason.name}’ is not a known detail.${hint.en} Details of your own begin with x-.`,
          },
          fixes:
            // Twice the same detail would be another fault.
            fix === null || frontMatter.entries.some(({ name }) => name === fix)
              ? []
              : [
                  {
                    title: { nl: `Maak er ‘${fix}’ van`, en: `Change it to ‘${fix}’` },
                    safe: false,
                    edits: () => [{ ...rangeOf(place), insert: fix }],
                  },
                ],
        },
      ];
    }),
});
