import type { Language } from '../../../languages/language.js';
import { patternsOf, type Patterns } from '../../../languages/patterns.js';
import { isoDate } from '../../../model/dates.js';
import type { FrontMatterValues } from '../../../model/front-matter/schema.js';
import type { PartKind } from './part.js';

/** No address stands further down a letter. */
const letterhead = 8;

/**
 * What the frame of a part says: dates, parties, places, marks and the response term. Nothing is guessed: what the text
 * does not say is left out.
 * @param texts paragraphs without the marks of notes, with line ends where they have them
 */
export function readFrame(
  kind: PartKind,
  texts: readonly string[],
  groups: readonly string[],
  language: Language,
): FrontMatterValues {
  const values: FrontMatterValues = { kind, status: 'final', language: language.id };
  const patterns = patternsOf(language);
  const { frame } = language;
  const lines = texts.map(inOneLine);
  const paragraphs = [...lines, ...labelledIn(lines, patterns)];
  const text = paragraphs.join('\n');
  const first = (source: string, flags = 'mu') => new RegExp(source, flags).exec(text)?.groups ?? {};

  const chamber = chamberOf(text, language);
  if (chamber) values.chamber = chamber;
  const { committee } = first(frame.committee);
  if (committee) values.committee = committee.trim();
  const { subject } = first(frame.subject);
  if (subject) values.subject = subject.trim();
  if (groups.length) values.questioners = [...new Set(groups)];
  if (kind !== 'report') {
    Object.assign(values, placeAndDateOf(paragraphs, patterns, language));
    const addressee = addresseeOf(texts.slice(0, letterhead), patterns);
    if (addressee) values.to = addressee;
    for (const { kind: key, pattern } of patterns.marks) {
      const mark = [...text.matchAll(pattern)].find(({ groups }) => groups?.mark)?.groups?.mark;
      if (mark) values[key] = mark.replace(/\.$/, '');
    }
  }
  if (kind === 'letter') {
    const { term } = first(frame.term, 'iu');
    if (term) values.term = term;
    values.numbering = 'none';
  }
  if (kind === 'reply') {
    const sent = [...text.matchAll(patterns.sent)][0]?.groups?.date;
    const iso = sent && isoDate(sent, language);
    if (iso) values.questionsDated = iso;
    const { behalf } = frame.behalf ? first(frame.behalf) : {};
    if (behalf) values.onBehalfOf = behalf.split(patterns.groupAnd).map((one) => one.trim());
  }
  const from = signatureOf(paragraphs, patterns);
  if (from) values.from = from;
  return values;
}

function inOneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

/** Who is written to: lines that go on in small letters name the same one; the address below them does not. */
function addresseeOf(texts: readonly string[], { addressee }: Patterns): string | undefined {
  for (const text of texts) {
    const goesOn = (said: string, line: string) =>
      /^\p{Ll}/u.test(line) || / \p{Ll}{1,4}$/u.test(said) || !addressee.test(said);
    const named = text
      .split('\n', letterhead)
      .reduce((said, line) => (goesOn(said, line) ? `${said} ${line}` : said));
    const to = addressee.exec(named)?.groups?.to;
    if (to) return to.trim();
  }
  return undefined;
}

/** A letterhead can have "Ons kenmerk" on one line, and the mark on the next. */
function labelledIn(lines: readonly string[], { marks, dated }: Patterns): string[] {
  return lines.flatMap((line, i) => {
    const next = lines.at(i + 1);
    if (i + 1 >= lines.length || !next || next.length > 40 || line.length > 30) return [];
    const said = `${line} ${next}`;
    const markIn = (text: string) =>
      marks.some(({ pattern }) => [...text.matchAll(pattern)].some(({ groups }) => groups?.mark));
    const isLabel =
      /\d/.test(next) && !/\d/.test(line) && (dated.test(said) || (markIn(said) && !markIn(line)));
    return isLabel ? [said] : [];
  });
}

/** The chamber that is named first. */
function chamberOf(text: string, { frame: { chambers } }: Language): 'upper' | 'lower' | null {
  const upper = text.search(new RegExp(chambers.upper, 'iu'));
  const lower = text.search(new RegExp(chambers.lower, 'iu'));
  if (upper < 0 && lower < 0) return null;
  return lower < 0 || (upper >= 0 && upper < lower) ? 'upper' : 'lower';
}

function placeAndDateOf(
  texts: readonly string[],
  { placeAndDate, dated }: Patterns,
  language: Language,
): { place?: string; date?: string } {
  for (const text of texts) {
    const written = placeAndDate.exec(text)?.groups?.date;
    const date = written && isoDate(written, language);
    if (date) return { place: text.slice(0, text.indexOf(',')), date };
  }
  for (const text of texts) {
    const written = dated.exec(text)?.groups?.date;
    const date = written && isoDate(written, language);
    if (date) return { date };
  }
  return {};
}

/** Who signs: an office with the name above it, or below it if the office ends in a comma. */
function signatureOf(texts: readonly string[], patterns: Patterns): FrontMatterValues['from'] {
  const isName = (text: string | undefined): text is string =>
    text !== undefined && text.length <= 80 && !/[.:;?!,]$/.test(text) && !patterns.placeAndDate.test(text);
  for (let i = texts.length - 1; i >= 0; i--) {
    const text = texts[i];
    const office = text.length <= 160 && patterns.office.exec(text)?.groups?.office;
    if (!office || /[.:?!]$/.test(text)) continue;
    const below = text.endsWith(',');
    const name = texts[below ? i + 1 : i - 1];
    if (isName(name) && (below || !patterns.addressee.test(text)))
      return { name, office: office.replace(/,$/, '').trim() };
  }
  return undefined;
}
