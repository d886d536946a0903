import { withoutMark } from '../edits/footnotes/remove.js';
import { definitionEdit } from '../edits/footnotes/write.js';
import { placeOf, spanOf } from '../model/brief.js';
import { definedKeys } from '../model/footnotes.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'footnote-undefined',
  area: 'footnotes',
  severity: 'error',
  summary: { nl: 'Een voetnoot heeft geen tekst.', en: 'A footnote has no text.' },
  check: (brief) => {
    const defined = definedKeys(brief);
    return brief.references
      .filter(({ fact }) => !defined.has(fact.key))
      .map((reference) => {
        const { label, key } = reference.fact;
        return {
          place: placeOf(reference),
          message: {
            nl: `Bij voetnoot ‘${label}’ staat nergens een tekst. Schrijf onderaan een regel die begint met [^${label}]:`,
            en: `Footnote ‘${label}’ has no text anywhere. Write a line at the end that begins with [^${label}]:`,
          },
          fixes: [
            {
              title: {
                nl: 'Zet onderaan een lege voetnoottekst klaar',
                en: 'Put an empty footnote text at the end',
              },
              safe: false,
              edits: () => {
                const first = brief.references.find(({ fact }) => fact.key === key) ?? reference;
                return [definitionEdit(brief, spanOf(first).from, label, '')];
              },
            },
            {
              title: { nl: 'Haal de verwijzing weg', en: 'Remove the reference' },
              safe: false,
              edits: () => [withoutMark(brief.text, spanOf(reference))],
            },
          ],
        };
      });
  },
});
