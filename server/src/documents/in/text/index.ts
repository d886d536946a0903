import { patternsOf } from '../../../languages/patterns.js';
import { guessLanguage } from '../../../model/document.js';
import { textOf } from '../../../text/text.js';
import { filesOf } from '../draft/files.js';
import type { ImportResult } from '../draft/part.js';
import { draftSeries, seriesOf } from './drafts.js';
import { isDoubleSpaced, readLines } from './lines.js';
import { findMarks } from './marks.js';
import { fullWidth, measure } from './measure.js';
import { readFeet } from './notes.js';
import { withoutPageNumbers } from './page-numbers.js';
import { leftOut } from './notices.js';
import { readParts } from './parts.js';
import { readPart, type SplitPart } from './read-part.js';
import { withoutRunning } from './running.js';
import { countWords } from './words.js';

/**
 * Brings in text taken out of a published document: cover, letter and reply, as far as they are there. Every word stands
 * once and in its order in the body of one of the files; page numbers go, and note marks become footnotes.
 * @param progress is told now and then which part of the work is done, from 0 to 1
 */
export function importText(source: string, progress: (done: number) => void = () => undefined): ImportResult {
  if (/^\ufeff?---[ \t]*\r?\n[\p{L}-]{2,30}:/u.test(source))
    return no(
      'Dit is al een Kamerbrief-document, met gegevens boven de tekst. Open het gewoon.',
      'this is a Kamerbrief document already, with details above the text; there is nothing to import',
    );
  const all = readLines(source);
  if (all.length === 0) return no('Het bestand is leeg.', 'the file is empty');
  const language = guessLanguage(textOf(source.slice(0, 20_000)));
  const patterns = patternsOf(language);
  const doubled = isDoubleSpaced(all);
  progress(0.1);
  const { lines: unheaded, heads } = withoutRunning(all, patterns);
  const { lines, bare } = withoutPageNumbers(unheaded, doubled, patterns);
  const printed = readParts(lines, patterns);
  if (printed.length === 0)
    return no(
      'Dit lijkt geen overleg: er zijn geen vragen van fracties en geen antwoorden gevonden. Is dit het goede bestand? Plak de tekst anders in een nieuwe brief.',
      'this does not look like a consultation: no questions of groups and no answers were found; is it the right file? If it is, paste the text into a new letter',
    );
  progress(0.2);
  const words = countWords(lines);
  const publication = { patterns, bare, headings: new Map(), tables: new Map(), words, hyphenates: true };
  progress(0.3);

  let last = 0;
  const split = printed.map(({ kind, lines: own }): SplitPart => {
    const feet = readFeet(own, publication, doubled, last);
    last = feet.notes.at(-1)?.number ?? last;
    return { kind, ...feet };
  });
  progress(0.5);
  const usualWidth = Math.max(...split.map(({ body }) => fullWidth(body)));
  const parts = split.map((part) => readPart(part, publication, measure(part.body, usualWidth, doubled)));
  progress(0.7);
  const drafts = seriesOf(parts).flatMap((series) =>
    draftSeries(series, publication, (paragraphs, notes) => findMarks(paragraphs, notes, words)),
  );
  // What stands at the edge of every page may say what the whole is.
  for (const draft of drafts) draft.margins = heads.map(({ text }) => text);
  drafts[0].notices = heads.map(({ text, pages }) => leftOut(text, pages));
  progress(0.9);
  const imported = filesOf(drafts, language);
  progress(1);
  return { ok: true, ...imported };
}

function no(nl: string, en: string): ImportResult {
  return { ok: false, reason: { nl, en } };
}
