import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import { isoDate } from '../../../model/dates.js';
import type { FrontMatterValues } from '../../../model/front-matter.js';
import type { PartKind } from './parts.js';

/**
 * What the frame of a part says: dates, parties, places, marks and the response term. Nothing is guessed: what the text
 * does not say is left out.
 */
export function readFrame(
  kind: PartKind,
  paragraphs: readonly string[],
  groups: readonly string[],
  language: Language,
): FrontMatterValues {
  const values: FrontMatterValues = { kind, status: 'final', language: language.id };
  const { placeAndDate, sent, marks } = patternsOf(language);
  const { frame } = language;
  const text = paragraphs.join('\n');
  const first = (source: string, flags = 'u') => new RegExp(source, flags).exec(text)?.groups ?? {};

  if (new RegExp(frame.chambers.upper, 'iu').test(text)) values.chamber = 'upper';
  else if (new RegExp(frame.chambers.lower, 'iu').test(text)) values.chamber = 'lower';
  const { committee } = first(frame.committee);
  if (committee) values.committee = committee.trim();
  const { subject } = first(frame.subject);
  if (subject) values.subject = subject.trim();
  if (groups.length) values.questioners = [...new Set(groups)];
  for (const paragraph of paragraphs) {
    const date = placeAndDate.exec(paragraph)?.groups?.date;
    const iso = date && isoDate(date, language);
    if (iso && kind !== 'report') {
      values.place = paragraph.slice(0, paragraph.lastIndexOf(date)).replace(/, (?:den )?$/, '');
      values.date = iso;
      break;
    }
  }
  if (kind === 'report') return values;
  const to = paragraphs
    .slice(0, 6)
    .map((paragraph) => new RegExp(frame.to, 'u').exec(paragraph)?.groups?.to)
    .find(Boolean);
  if (to) values.to = to.trim();
  if (kind === 'letter') {
    const { term } = first(frame.term, 'iu');
    if (term) values.term = term;
    values.numbering = 'none';
  } else {
    const date = [...text.matchAll(sent)][0]?.groups?.date;
    const iso = date && isoDate(date, language);
    if (iso) values.questionsDated = iso;
  }
  for (const { kind: key, pattern } of marks) {
    const mark = [...text.matchAll(pattern)][0]?.groups?.mark;
    if (mark) values[key] = mark.replace(/\.$/, '');
  }
  const from = signatureOf(kind, paragraphs, language);
  if (from) values.from = from;
  return values;
}

/** A minister signs "De minister van …," above the name; a chair signs below it. */
function signatureOf(
  kind: PartKind,
  paragraphs: readonly string[],
  language: Language,
): { name: string; office: string } | null {
  const office = new RegExp(language.frame.office, 'u');
  for (
    let i = kind === 'letter' ? paragraphs.length - 1 : 0;
    i >= 0 && i < paragraphs.length;
    i += kind === 'letter' ? -1 : 1
  ) {
    if (!office.test(paragraphs[i]) || paragraphs[i].length > 140) continue;
    const name = kind === 'letter' ? paragraphs[i - 1] : paragraphs[i + 1];
    if (name && name.length < 80 && !/[:?]$/.test(name))
      return {
        name,
        office: paragraphs[i]
          .replace(/,$/, '')
          .replace(/^De (?=Minister|Staatssecretaris|minister|staatssecretaris)/, ''),
      };
  }
  return null;
}
