import type { Language } from '../../../languages/language.js';
import type { FrontMatterValues, Kind } from '../../../model/front-matter/schema.js';
import type { GroupPiece } from '../document.js';
import type { Names } from './targets.js';
import { element, slugOf, type Xml } from './xml.js';

/** What a document, or a part of one, says of itself. */
export interface About {
  kind: Kind;
  language: Language;
  title: string;
  values: FrontMatterValues;
}

/** Who write, ask and are asked, by the names of their elements. */
export interface People {
  author: string;
  to: string | null;
  tool: string;
  /** The committee; or, in a reply that names none, whoever asked. */
  questioners: string;
  /** Groups, by their name in headings. */
  groups: Map<string, string>;
  office: string | null;
}

const languageCodes: Record<Language['id'], string> = { nl: 'nld', en: 'eng', de: 'deu' };
const countries: Record<Language['id'], string> = { nl: 'nl', en: 'gb', de: 'de' };
/** The form asks for a date; this one stands for none. */
const noDate = '0001-01-01';

/** @param prefix of every name, for the part that it is */
export function peopleIn(
  { values }: About,
  groups: readonly GroupPiece[],
  names: Names,
  prefix: string,
): People {
  const name = (wanted: string) => names.name(`${prefix}${wanted}`);
  const all = [...(values.questioners ?? []), ...groups.flatMap((group) => [...group.names, namesOf(group)])];
  return {
    author: name('author'),
    to: values.to ? name('addressee') : null,
    tool: name('kamerbrief'),
    questioners: name(values.committee ? 'committee' : 'questioners'),
    groups: new Map([...new Set(all)].map((group) => [group, name(`org_${slugOf(group)}`)])),
    office: values.from?.office ? name('role_author') : null,
  };
}

/** Groups that ask together are one who asks. */
export function namesOf({ names }: GroupPiece): string {
  return names.join(', ');
}

/**
 * The metadata of a document: what it is as a work, in this language and in this form, its subject, and who are in it.
 * @param component the name of the part that it is; `null` for the whole
 * @param notes texts of notes that only notes refer to
 */
export function metaOf(about: About, people: People, component: string | null, notes: readonly Xml[]): Xml {
  const { values } = about;
  const source = { source: `#${people.tool}` };
  const keywords = [values.dossier, values.subject].flatMap((value) =>
    value ? [element('keyword', { value: slugOf(value), showAs: value, dictionary: `#${people.tool}` })] : [],
  );
  return element(
    'meta',
    {},
    identification(about, people, component),
    ...(keywords.length > 0 ? [element('classification', source, ...keywords)] : []),
    element('references', source, ...references(about, people)),
    ...(notes.length > 0 ? [element('notes', source, ...notes)] : []),
  );
}

function identification(about: About, people: People, component: string | null): Xml {
  const { language, kind, values, title } = about;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(values.date ?? '') ? values.date! : null;
  const name = language.values.kind[kind];
  const country = countries[language.id];
  const work = `/akn/${country}/doc/${slugOf(name)}/${day ?? noDate}/${slugOf(values.reference ?? values.dossier ?? title)}`;
  const expression = `${work}/${languageCodes[language.id]}@${day ?? ''}`;
  const part = `/!${component ?? 'main'}`;
  const level = (uri: string, ending: string, author: string, ...own: Xml[]) => [
    element('FRBRthis', { value: `${uri}${part}${ending}` }),
    element('FRBRuri', { value: `${uri}${ending}` }),
    element('FRBRdate', { date: day ?? noDate, name: day ? 'generation' : 'unknown' }),
    element('FRBRauthor', {
      href: `#${author}`,
      as: people.office !== null && author === people.author ? `#${people.office}` : null,
    }),
    ...own,
  ];
  const number = values.reference ?? values.dossier;
  return element(
    'identification',
    { source: `#${people.tool}` },
    element(
      'FRBRWork',
      {},
      ...level(
        work,
        '',
        people.author,
        element('FRBRcountry', { value: country }),
        element('FRBRsubtype', { value: name }),
        ...(number ? [element('FRBRnumber', { value: number })] : []),
        element('FRBRname', { value: title }),
      ),
    ),
    element(
      'FRBRExpression',
      {},
      ...level(
        expression,
        '',
        people.author,
        ...(values.status
          ? [element('FRBRauthoritative', { value: String(values.status === 'final') })]
          : []),
        element('FRBRlanguage', { language: languageCodes[language.id] }),
      ),
    ),
    element(
      'FRBRManifestation',
      {},
      ...level(expression, '.xml', people.tool, element('FRBRformat', { value: 'xml' })),
    ),
  );
}

function references({ values, language }: About, people: People): Xml[] {
  const one = (kind: string, type: string, eId: string, showAs: string) =>
    element(kind, { eId, href: `/akn/ontology/${type}/${countries[language.id]}/${slugOf(showAs)}`, showAs });
  const person = (eId: string, showAs: string) => one('TLCPerson', 'person', eId, showAs);
  const organization = (eId: string, showAs: string) => one('TLCOrganization', 'organization', eId, showAs);
  const { from, committee, questioners, to } = values;
  const author = from?.name ?? from?.office;
  return [
    organization(people.tool, 'Kamerbrief'),
    author ? person(people.author, author) : organization(people.author, committee ?? '?'),
    ...(people.office ? [one('TLCRole', 'role', people.office, from!.office!)] : []),
    ...(people.to ? [person(people.to, to!)] : []),
    organization(people.questioners, committee ?? questioners?.join(', ') ?? '?'),
    ...[...people.groups].map(([name, eId]) => organization(eId, name)),
  ];
}
