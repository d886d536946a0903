import { expression } from '../text/expression.js';
import { allMatches, none } from '../text/matches.js';
import type { Citation, CitationParts } from './facts.js';

/**
 * Citations of parliamentary papers and other official sources, after the Aanwijzingen voor de regelgeving (3.43) and the
 * Leidraad voor juridische auteurs, with the variants that are met in practice.
 *
 * Forms: `long` (Kamerstukken II 2023/24, 36 471, nr. 96) · `short` (Kamerstuk 36 410, nr. 31) · `dashed` (Kamerstuk
 * 36600-XX-52) · `spelled` (Tweede Kamer, vergaderjaar 2023-2024, 27 062, nr. 137) · `loose` (a long form with its parts
 * otherwise written) · `proceedings` · `annex` · `gazette` (Stb., Stcrt., Trb.) · `eu` · `ecli`.
 */
const dossier = String.raw`(?<dossier>\d{2}\s?\d{3})(?:[\s-]{1,2}\(?(?<chapter>[IVXL]{1,6}(?![\p{L}\d])|R\d{4}|(?<=-)\d{2}(?!\d))\)?)?`;
const session = String.raw`(?<session>\d{4}[/–-]-?\d{2,4})`;
const number = String.raw`(?:nrs?\.? ?(?<number>\d{1,2}\.\d{3}|\d{1,4}|[A-Z]{1,3})(?![\p{L}\d])(?:(?:, | en )\d{1,4}(?![\d/]))*|(?<letter>[A-Z]{1,3})(?![\p{L}\d]|\.\p{L}))`;
const pages = String.raw`(?:,? (?:bijlage,? )?(?:pp?\.|blz\.) ?(?<page>\d{1,4})(?:[-–](?<last>\d{1,4}))?)?`;

const forms: { form: string; pattern: RegExp }[] = [
  {
    form: 'long',
    pattern: compile(
      String.raw`Kamerstukken (?<chamber>II?) (?<session>\d{4}/\d{2}|1999/2000), ${dossier}, ${number}${pages}`,
    ),
  },
  {
    form: 'annex',
    pattern: compile(
      String.raw`Aanhangsel (?:van de )?Handelingen (?<chamber>II?),? ${session}, nr\. (?<number>\d{1,4})`,
    ),
  },
  {
    form: 'proceedings',
    pattern: compile(
      String.raw`Handelingen (?<chamber>II?) ${session}, (?:nr\. )?(?<number>\d{1,3}), (?:item )?(?<item>\d{1,3})${pages}`,
    ),
  },
  {
    form: 'spelled',
    pattern: compile(
      String.raw`(?<house>Eerste|Tweede) Kamer, (?:vergaderjaar )?${session}, ${dossier}, ${number}${pages}`,
    ),
  },
  {
    form: 'dashed',
    pattern: compile(
      String.raw`Kamerstuk(?:ken)? (?<dossier>\d{5})-(?:(?<chapter>[IVXL]{1,6}|\d{2}(?=-\d))-)?(?<number>\d{1,4}|[A-Z]{1,3})(?![\p{L}\d]|, nrs?\.)`,
    ),
  },
  { form: 'short', pattern: compile(String.raw`Kamerstuk ${dossier}, ${number}${pages}`) },
  {
    form: 'loose',
    pattern: compile(
      String.raw`Kamerstuk(?:ken)?,?(?: (?<chamber>II?))?,? (?:vergaderjaar )?${session}, ${dossier}, ${number}${pages}`,
    ),
  },
  {
    form: 'loose',
    pattern: compile(String.raw`Kamerstuk(?:ken)?(?: (?<chamber>II?),?)? ${dossier},? ${number}${pages}`),
  },
  {
    form: 'gazette',
    pattern: compile(String.raw`(?:Stb|Stcrt|Trb)\. (?<session>\d{4}), (?:nr\. )?(?<number>\d{1,5})`),
  },
  { form: 'eu', pattern: compile(String.raw`(?:COM|SWD|JOIN)\s?\((?<session>\d{4})\) ?(?<number>\d{1,4})`) },
  { form: 'ecli', pattern: compile(String.raw`ECLI:[A-Z]{2}:[A-Z\d]{1,7}:\d{4}:[A-Z\d.]{1,25}(?<![.])`) },
];

/** Where a pattern has a space, text may have a line end, or some blanks. */
function compile(source: string): RegExp {
  const spaced = source.replace(/ (\?)?/g, (_space, optional) => (optional ? '\\s{0,5}' : '\\s{1,5}'));
  return expression(`(?<![\\p{L}\\d])${spaced}`, 'gu');
}

/** What finds each form, also for the colours. */
export const citationPatterns: readonly RegExp[] = forms.map(({ pattern }) => pattern);

const anyCitation = /Kamerstuk|Handelingen|Kamer,|St(?:b|crt)\.|Trb\.|COM|SWD|JOIN|ECLI/;

/**
 * Finds citations in plain text.
 * @param offset added to every position
 */
export function findCitations(text: string, offset: number): Citation[] {
  if (!anyCitation.test(text)) return none;
  let found: Citation[] = [];
  for (const { form, pattern } of forms) {
    const more = allMatches(text, pattern).map((match): Citation => ({
      at: { from: offset + match.index, to: offset + match.index + match[0].length },
      form,
      parts: partsOf(match, offset),
      text: match[0],
    }));
    if (more.length > 0) found = merge(found, more);
  }
  return found;
}

/** Both lists in order; what overlaps something of the first is left out. */
function merge(first: readonly Citation[], more: readonly Citation[]): Citation[] {
  const merged: Citation[] = [];
  let i = 0;
  for (const citation of more) {
    while (i < first.length && first[i].at.to <= citation.at.from) merged.push(first[i++]);
    if (i === first.length || first[i].at.from >= citation.at.to) merged.push(citation);
  }
  return [...merged, ...first.slice(i)];
}

function partsOf(match: RegExpExecArray, offset: number): CitationParts {
  const { chamber, house, session, dossier, chapter, number, item, letter, page, last } =
    match.groups ?? ({} as Record<string, string | undefined>);
  const place = (found: RegExp | string) => {
    const index = typeof found === 'string' ? match[0].indexOf(found) : match[0].search(found);
    const length = typeof found === 'string' ? found.length : match[0].length - index;
    return { from: offset + match.index + index, to: offset + match.index + index + length };
  };
  return {
    chamber:
      (chamber as 'I' | 'II' | undefined) ?? (house === 'Eerste' ? 'I' : house === 'Tweede' ? 'II' : null),
    session: session ?? null,
    year: session === undefined ? null : { at: place(session) },
    dossier: dossier?.replace(/\D/g, '') ?? null,
    chapter: chapter ?? null,
    number: number ?? letter ?? null,
    item: item ?? null,
    pages: page
      ? { from: Number(page), to: Number(last ?? page), at: place(/\d{1,4}(?:[-–]\d{1,4})?$/) }
      : null,
  };
}

/** A session year as the long form writes it: `2023-2024` and `2022/-23` become `2023/24`, the one of 1999 `1999/2000`; `null` if it is no two years in a row. */
export function sessionOf(written: string): string | null {
  const years = /^(\d{4})\D{1,2}(\d{2,4})$/.exec(written);
  if (!years) return null;
  const next = String(Number(years[1]) + 1);
  const end = next === '2000' ? next : next.slice(2);
  return years[2] === next || years[2] === next.slice(2) ? `${years[1]}/${end}` : null;
}

/** A dossier number as it is printed: `36 471`. */
export function dossierText(dossier: string): string {
  return `${dossier.slice(0, 2)} ${dossier.slice(2)}`;
}

/** The long form of a citation, or `null` where something would have to be guessed. */
export function longForm(citation: Citation): string | null {
  const { chamber, session } = citation.parts;
  const year = session && sessionOf(session);
  const paper = paperOf(citation);
  return chamber && year && paper ? `Kamerstukken ${chamber} ${year}, ${paper}` : null;
}

/** The short form, in which the lower house writes its own papers; `null` for others, and where something must be guessed. */
export function shortForm(citation: Citation): string | null {
  const { chamber, number } = citation.parts;
  const paper = paperOf(citation);
  return chamber !== 'I' && paper && /^\d/.test(number!) ? `Kamerstuk ${paper}` : null;
}

/** "36 471, nr. 96, p. 3", which both forms end in. */
function paperOf({ parts, text }: Citation): string | null {
  const { dossier, chapter, number, pages } = parts;
  if (!dossier || !number || number.includes('.') || /nrs/.test(text)) return null;
  const page = pages ? `, p. ${pages.from}${pages.to === pages.from ? '' : `-${pages.to}`}` : '';
  const mark = /^\d/.test(number) ? `nr. ${number}` : number;
  const part = !chapter
    ? ''
    : chapter.startsWith('R')
      ? ` (${chapter})`
      : /^\d/.test(chapter)
        ? `-${chapter}`
        : ` ${chapter}`;
  return `${dossierText(dossier)}${part}, ${mark}${/bijlage/.test(text) ? ', bijlage' : ''}${page}`;
}
