import { longDate } from '../../model/dates.js';
import type { Brief } from '../../model/brief.js';
import type { FrontMatterValues } from '../../model/front-matter/schema.js';
import { linkPath } from '../../model/paths.js';
import { escapeText } from '../in/draft/escape.js';
import { frontMatterText } from '../in/draft/front-matter.js';
import { standardPart, withoutUnknown, type NewDocument } from './parts.js';

export interface ReportOptions {
  /** The files as seen from the report's folder, as front matter would name them. */
  letterPath: string;
  replyPath: string;
}

/** Begins the report that binds cover, letter and reply. Letter and reply stay where they are; the report names them. */
export function newReport(
  letter: Brief,
  reply: Brief,
  { letterPath, replyPath }: ReportOptions,
): NewDocument {
  if (letter.kind !== 'letter' || reply.kind === 'letter' || reply.kind === 'report')
    return {
      ok: false,
      reason: {
        nl: 'Noem eerst de brief met de vragen, en dan de antwoordbrief.',
        en: 'name the letter with the questions first, and then the reply',
      },
    };
  const { language } = letter;
  const asked = letter.frontMatter.values;
  const answered = reply.frontMatter.values;
  const values: FrontMatterValues = withoutUnknown({
    kind: 'report',
    status: 'draft',
    chamber: asked.chamber ?? answered.chamber,
    language: language.id,
    subject: asked.subject ?? answered.subject ?? '',
    committee: asked.committee ?? '',
    from: { name: '' },
    place: asked.place ?? '',
    date: '',
    dossier: asked.dossier ?? answered.dossier,
  });
  const plain = (text: string | undefined) => text && escapeText(text);
  const cover = standardPart('report-cover', values, language, {
    'letter.date': asked.date && longDate(asked.date, language),
    'letter.to': plain(asked.to ?? answered.from?.office),
    'letter.path': linkPath(letterPath),
    'reply.date': answered.date && longDate(answered.date, language),
    'reply.office': plain(answered.from?.office ?? asked.to),
    'reply.path': linkPath(replyPath),
  });
  return { ok: true, text: `${frontMatterText(values, language)}\n${cover}\n` };
}
