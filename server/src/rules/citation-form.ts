import { rangeOf } from '../model/brief.js';
import { dossierText, longForm } from '../model/citations.js';
import type { Citation } from '../model/facts.js';
import { at } from './describe.js';
import { defineRule, type Finding, type Words } from './rule.js';

const papers = new Set(['long', 'short', 'dashed', 'spelled', 'loose']);

export default defineRule({
  code: 'citation-form',
  area: 'text',
  severity: 'info',
  summary: {
    nl: 'Een vindplaats is anders geschreven dan gebruikelijk of dan de andere.',
    en: 'A citation is written otherwise than is usual, or than the others.',
  },
  check: ({ citations, frontMatter }) => {
    const own = citations.filter(({ fact }) => papers.has(fact.form));
    const { chamber } = frontMatter.values;
    const house =
      chamber === 'upper'
        ? 'long'
        : chamber === 'lower'
          ? houseOf(
              own.map(({ fact }) => fact),
              'short',
            )
          : houseOf(
              own.map(({ fact }) => fact),
              'long',
            );
    const spaced = own.filter(({ fact }) => fact.form === 'long' && hasSpace(fact)).length;
    const solid = own.filter(
      ({ fact }) => fact.form === 'long' && fact.parts.dossier && !hasSpace(fact),
    ).length;
    return own.flatMap((citation): Finding[] => {
      const { fact } = citation;
      const odd = fact.parts.number?.includes('.') === true;
      const message = odd
        ? oddNumber(fact)
        : fact.form !== house
          ? otherForm(house)
          : fact.form === 'long' && spaced && solid && hasSpace(fact) !== spaced >= solid
            ? otherDossier(spaced >= solid)
            : null;
      if (!message) return [];
      const better = house === 'long' && !odd ? longForm(fact) : null;
      return [
        {
          place: at(citation),
          message,
          fixes:
            better && better !== fact.text
              ? [
                  {
                    title: { nl: `Schrijf ‘${better}’`, en: `Write ‘${better}’` },
                    safe: true,
                    edits: () => [{ ...rangeOf(at(citation)), insert: better }],
                  },
                ]
              : [],
        },
      ];
    });
  },
});

function hasSpace({ parts, text }: Citation): boolean {
  return parts.dossier !== null && text.includes(dossierText(parts.dossier));
}

/** The form that most of the citations have; `usual` where they are even. */
function houseOf(citations: readonly Citation[], usual: 'long' | 'short'): 'long' | 'short' {
  const long = citations.filter(({ form }) => form === 'long').length;
  const short = citations.filter(({ form }) => form === 'short').length;
  return long > short ? 'long' : short > long ? 'short' : usual;
}

function otherForm(house: 'long' | 'short'): Words {
  const example = house === 'long' ? 'Kamerstukken II 2023/24, 36 471, nr. 96' : 'Kamerstuk 36 410, nr. 31';
  return {
    nl: `Schrijf deze vindplaats zoals de andere, in de vorm ‘${example}’.`,
    en: `Write this citation like the others, in the form ‘${example}’.`,
  };
}

function oddNumber({ parts }: Citation): Words {
  return {
    nl: `‘nr. ${parts.number}’ heeft een punt in het nummer. Kijk het nummer na.`,
    en: `‘nr. ${parts.number}’ has a full stop in its number. Check the number.`,
  };
}

function otherDossier(spaced: boolean): Words {
  return spaced
    ? {
        nl: 'De andere dossiernummers hebben een spatie (36 471). Schrijf ze allemaal gelijk.',
        en: 'The other dossier numbers have a space (36 471). Write them all alike.',
      }
    : {
        nl: 'De andere dossiernummers hebben geen spatie (36471). Schrijf ze allemaal gelijk.',
        en: 'The other dossier numbers have no space (36471). Write them all alike.',
      };
}
