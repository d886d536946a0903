import type { Words } from '../languages/messages.js';
import { placeOf, rangeOf, type Placed } from '../model/brief.js';
import { dossierText, longForm, shortForm } from '../model/citations.js';
import type { Citation } from '../model/facts.js';
import type { Chamber } from '../model/front-matter/schema.js';
import { ownCitations } from './describe.js';
import { defineRule, type Finding } from './rule.js';

/** Forms of the same: a parliamentary paper. */
const papers = new Set(['long', 'short', 'dashed', 'spelled', 'loose']);
const examples = {
  long: 'Kamerstukken II 2023/24, 36 471, nr. 96',
  short: 'Kamerstuk 36 410, nr. 31',
};

export default defineRule({
  code: 'citation-form',
  area: 'text',
  severity: 'info',
  summary: {
    nl: 'Een vindplaats is anders geschreven dan gebruikelijk of dan de andere.',
    en: 'A citation is written otherwise than is usual, or than the others.',
  },
  check: (brief) => {
    const { chamber } = brief.frontMatter.values;
    const own = ownCitations(brief).filter(({ fact }) => papers.has(fact.form));
    const house = houseOf(own, chamber);
    const inForm = own.filter(({ fact }) => fact.form === house);
    const spaced = inForm.filter(({ fact }) => hasSpace(fact)).length;
    const solid = inForm.length - spaced;
    return own.flatMap((citation): Finding[] => {
      const { fact } = citation;
      if (fact.parts.number?.includes('.')) return [{ place: placeOf(citation), message: oddNumber(fact) }];
      if (house && fact.form !== house) {
        const form = house === 'long' ? longForm(fact) : shortForm(fact);
        const better = form && withDossier(form, fact, spaced >= solid);
        return [finding(citation, otherForm(better ?? examples[house], chamber), better)];
      }
      if (!house || spaced === 0 || solid === 0 || hasSpace(fact) === spaced >= solid) return [];
      return [
        finding(citation, otherDossier(fact, spaced >= solid), withDossier(fact.text, fact, spaced >= solid)),
      ];
    });
  },
});

function finding(citation: Placed<Citation>, message: Words, better: string | null): Finding {
  const place = placeOf(citation);
  const fixes =
    better === null || better === citation.fact.text
      ? []
      : [
          {
            title: { nl: `Schrijf ‘${better}’`, en: `Write ‘${better}’` },
            safe: true,
            edits: () => [{ ...rangeOf(place), insert: better }],
          },
        ];
  return { place, message, fixes };
}

function hasSpace({ parts, text }: Citation): boolean {
  return parts.dossier !== null && text.replace(/\s/g, ' ').includes(dossierText(parts.dossier));
}

function withDossier(text: string, { parts }: Citation, spaced: boolean): string {
  const dossier = parts.dossier!;
  const written = [dossierText(dossier), dossier].map((one) => one.replace(' ', '\\s'));
  return text.replace(new RegExp(written.join('|')), spaced ? dossierText(dossier) : dossier);
}

/**
 * The form of the house, or else the one that most citations have; `null` where no one can say: all are written alike, in
 * a form of their own.
 */
function houseOf(
  citations: readonly Placed<Citation>[],
  chamber: Chamber | undefined,
): 'long' | 'short' | null {
  if (chamber === 'upper') return 'long';
  const count = (form: string) => citations.filter(({ fact }) => fact.form === form).length;
  const [long, short] = [count('long'), count('short')];
  if (long !== short) return long > short ? 'long' : 'short';
  if (chamber === 'lower') return 'short';
  return new Set(citations.map(({ fact }) => fact.form)).size > 1 ? 'long' : null;
}

function otherForm(example: string, chamber: Chamber | undefined): Words {
  if (chamber === 'upper')
    return {
      nl: `In stukken van de Eerste Kamer schrijft men dit als ‘${example}’. Schrijf deze vindplaats ook zo.`,
      en: `Papers of the upper house write this as ‘${example}’. Write this citation like that as well.`,
    };
  return {
    nl: `Schrijf de vindplaatsen in één vorm, zoals ‘${example}’.`,
    en: `Write the citations in one form, such as ‘${example}’.`,
  };
}

function oddNumber({ parts }: Citation): Words {
  return {
    nl: `‘nr. ${parts.number}’ heeft een punt in het nummer. Kijk het nummer na.`,
    en: `‘nr. ${parts.number}’ has a full stop in its number. Check the number.`,
  };
}

function otherDossier({ parts }: Citation, spaced: boolean): Words {
  const dossier = spaced ? dossierText(parts.dossier!) : parts.dossier!;
  return spaced
    ? {
        nl: `De andere dossiernummers hebben een spatie (${dossier}). Schrijf ze allemaal gelijk.`,
        en: `The other dossier numbers have a space (${dossier}). Write them all alike.`,
      }
    : {
        nl: `De andere dossiernummers hebben geen spatie (${dossier}). Schrijf ze allemaal gelijk.`,
        en: `The other dossier numbers have no space (${dossier}). Write them all alike.`,
      };
}
