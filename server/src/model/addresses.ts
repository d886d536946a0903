import type { Language } from '../languages/language.js';
import type { Range } from '../text/text.js';
import { sessionOf } from './citations.js';
import type { Citation, CitationParts } from './facts.js';

/** Where a cited document is published. `at` counts from the start of the block, as that of the citation does. */
interface Address {
  at: Range;
  uri: string;
}

const publications = 'https://zoek.officielebekendmakingen.nl';
/** The site begins with the publications of 1995. */
const firstYear = 1995;
/** Until then proceedings were numbered by page, and the Staatscourant by day. */
const firstItems = 2010;

/**
 * The official addresses of what a citation names, one for each number of "nrs. 520 en 548". None where the address does not
 * follow from the citation with certainty: attachments, laws of the kingdom, what is older than the site.
 */
export function addressesOf(citation: Citation, language: Language): Address[] {
  const { at, form, parts, text } = citation;
  const whole = (uri: string | null) => (uri === null ? [] : [{ at, uri }]);
  switch (form) {
    case 'annex':
      return whole(published(parts.chamber === 'II' && inSession('ah-tk', parts, firstYear), parts.number));
    case 'proceedings': {
      const house = parts.chamber === 'I' ? 'h-ek' : 'h-tk';
      return whole(published(inSession(house, parts, firstItems), parts.number, parts.item));
    }
    case 'gazette': {
      const name = /^\p{L}{3,5}/u.exec(text)![0].toLowerCase();
      const first = name === 'stcrt' ? firstItems : firstYear;
      return whole(published(Number(parts.session) >= first && `${name}-${parts.session}`, parts.number));
    }
    case 'eu': {
      const series = /^\p{Lu}{3,4}/u.exec(text)![0];
      return whole(
        `https://eur-lex.europa.eu/legal-content/${language.id.toUpperCase()}/TXT/?uri=${series}:${parts.session}:${Number(parts.number)}:FIN`,
      );
    }
    case 'ecli':
      return whole(
        text.startsWith('ECLI:NL:') ? `https://deeplink.rechtspraak.nl/uitspraak?id=${text}` : null,
      );
    default:
      return papers(citation);
  }
}

/** Parliamentary papers: those of the lower house have numbers, those of the upper house letters. */
function papers({ at, parts, text }: Citation): Address[] {
  const { chamber, session, dossier, chapter, number } = parts;
  const year = session === null ? firstYear : Number(session.slice(0, 4));
  if (dossier === null || number === null || year < firstYear) return [];
  if (chapter?.startsWith('R') || number.includes('.') || /bijlage/.test(text)) return [];
  if (chamber === (/^\d/.test(number) ? 'I' : 'II')) return [];
  const id = `kst-${dossier}${chapter ? `-${chapter}` : ''}`;
  const several = /nrs?\.?\s{0,2}(?<numbers>\d{1,4}(?:(?:,|\sen)\s{1,2}\d{1,4}(?![\d/]))+)/u.exec(text);
  if (!several) return [{ at, uri: published(id, number)! }];
  const start = at.from + several.index + several[0].length - several.groups!.numbers.length;
  return [...several.groups!.numbers.matchAll(/\d+/g)].map((found, i) => {
    const from = start + found.index;
    return {
      at: { from: i === 0 ? at.from : from, to: from + found[0].length },
      uri: published(id, found[0])!,
    };
  });
}

/** `ah-tk-20142015`; nothing for years that are not two in a row, or too long ago. */
function inSession(name: string, { session }: CitationParts, first: number): string | false {
  const years = session && sessionOf(session);
  if (!years) return false;
  const year = Number(years.slice(0, 4));
  return year >= first && `${name}-${year}${year + 1}`;
}

function published(id: string | false, ...numbers: (string | null)[]): string | null {
  if (id === false || numbers.includes(null)) return null;
  return `${publications}/${[id, ...numbers].join('-')}.html`;
}
