import { placeOf, spanOf } from '../model/brief.js';
import { definedKeys } from '../model/footnotes.js';
import { defineRule, type Finding } from './rule.js';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export default defineRule({
  code: 'note-mark-literal',
  area: 'footnotes',
  severity: 'info',
  summary: {
    nl: 'Een nootcijfer is als gewone tekst getypt.',
    en: 'A note number is typed as ordinary text.',
  },
  check: (brief) => {
    if (brief.literalMarks.length === 0) return [];
    const defined = definedKeys(brief);
    return brief.literalMarks.map((mark): Finding => {
      const number = [...mark.fact.mark]
        .map((char) => (superscripts.includes(char) ? String(superscripts.indexOf(char)) : char))
        .join('')
        .replace(/\D/g, '');
      return {
        place: placeOf(mark),
        message: {
          nl: `Dit lijkt een nootcijfer, maar het is gewone tekst. Schrijf [^${number}], dan wordt het een echte voetnoot.`,
          en: `This looks like a note number, but it is ordinary text. Write [^${number}] to make it a real footnote.`,
        },
        fixes: defined.has(number)
          ? [
              {
                title: { nl: `Maak er voetnoot [^${number}] van`, en: `Make it footnote [^${number}]` },
                safe: false,
                edits: () => [{ ...spanOf(mark), insert: `[^${number}]` }],
              },
            ]
          : [],
      };
    });
  },
});
