import { rangeOf } from '../model/brief.js';
import { at } from './describe.js';
import { fold } from './footnote-undefined.js';
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
  check: ({ blocks, definitions }) => {
    const defined = new Set(definitions.map(({ fact }) => fold(fact.label)));
    return blocks.flatMap((block) =>
      block.facts.segments.flatMap(({ literalMarks }) =>
        literalMarks.map((fact): Finding => {
          const number = [...fact.mark]
            .map((char) => (superscripts.includes(char) ? String(superscripts.indexOf(char)) : char))
            .join('')
            .replace(/\D/g, '');
          return {
            place: at({ block, fact }),
            message: {
              nl: `Dit lijkt een nootcijfer, maar het is gewone tekst. Schrijf [^${number}], dan wordt het een echte voetnoot.`,
              en: `This looks like a note number, but it is ordinary text. Write [^${number}] to make it a real footnote.`,
            },
            fixes: defined.has(number)
              ? [
                  {
                    title: { nl: `Maak er voetnoot [^${number}] van`, en: `Make it footnote [^${number}]` },
                    safe: false,
                    edits: () => [{ ...rangeOf(at({ block, fact })), insert: `[^${number}]` }],
                  },
                ]
              : [],
          };
        }),
      ),
    );
  },
});
