import { patternsOf } from '../../../languages/patterns.js';
import { guessLanguage } from '../../../model/document.js';
import { textOf as asText } from '../../../text/text.js';
import { filesOf } from '../draft/files.js';
import { draftSeries, seriesOf } from '../text/drafts.js';
import type { DraftInline, ImportResult } from '../draft/part.js';
import { certain } from '../text/glued.js';
import type { Line } from '../text/lines.js';
import { findMarks, type Mark } from '../text/marks.js';
import { leftOut } from '../text/notices.js';
import { openingOf } from '../text/openings.js';
import { bareNumbers } from '../text/page-numbers.js';
import { readParts } from '../text/parts.js';
import { readPart, type ReadParagraph } from '../text/read-part.js';
import { countWords } from '../text/words.js';
import { withoutFeet } from './foot.js';
import { knownNotes, type KnownNotes } from './marks.js';
import { setSideways } from './notices.js';
import { readPages, type Page } from './pieces.js';
import { lookAt } from './print.js';
import { refusal, refused } from './refusals.js';
import { isExponent, readRows, textOf, type PrintedLine, type Row, type RowPiece } from './rows.js';
import { withoutRunning } from './running.js';
import { withoutSide } from './side.js';

/**
 * Brings in a PDF: what text out of a PDF must be guessed for (the marks of notes, their texts, paragraphs, headings) is
 * seen in place and size.
 * @param progress is told now and then which part of the work is done, from 0 to 1
 */
export async function importPdf(
  bytes: Uint8Array,
  progress: (done: number) => void = () => undefined,
): Promise<ImportResult> {
  const { open } = await import('./library.js');
  const file = open(bytes);
  try {
    const pages = await readPages(await file.document, (done) => progress(done * 0.8));
    return importPages(pages, progress);
  } catch (error) {
    return { ok: false, reason: refusal(error) };
  } finally {
    await file.close();
  }
}

function importPages(pages: readonly Page[], progress: (done: number) => void): ImportResult {
  const letters = pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('');
  const unreadable = refused(letters);
  if (unreadable) return { ok: false, reason: unreadable };
  const split = pages.map(withoutSide);
  const rows = split.map(({ main }, page) => readRows(main, page));
  const beside = onlyOnce(split.map(({ side }, page) => readRows(side, page)));
  const language = guessLanguage(
    asText(
      rows
        .slice(0, 8)
        .flat()
        .map((row) => textOf(row).text)
        .join('\n'),
    ),
  );
  const patterns = patternsOf(language);
  const { pages: unheaded, heads } = withoutRunning(
    rows,
    pages.map(({ height }) => height),
    patterns,
  );
  const bodySize = usualSize(unheaded);
  const footed = withoutFeet(unheaded, bodySize);
  const known = knownNotes(footed.notes);
  const lines = footed.pages.flatMap((own, page) => [
    ...beside[page].map((row) => ({ ...lineOf(row, known), isBeside: true })),
    ...own.map((row) => lineOf(row, known)),
  ]);
  const all = lines.map(({ line }) => line);
  const printed = readParts(all, patterns);
  if (printed.length === 0) return { ok: false, reason: refusal('no consultation') };
  progress(0.85);

  const bare = bareNumbers(all, false, patterns);
  const opens = (line: Line) => {
    const opening = openingOf(line, { patterns, bare })?.kind;
    return opening !== undefined && !['title', 'item', 'letter', 'bullet'].includes(opening);
  };
  const looks = lookAt(lines, bodySize, opens, (pieces, row) => {
    const { text, marks } = readText({ pieces, size: row.size }, row.page, known);
    return inlinesOf(text, marks, row.page, known);
  });
  const publication = {
    patterns,
    bare,
    headings: looks.headings,
    tables: looks.tables,
    words: countWords(all),
    hyphenates: hyphenates(all),
  };
  const marksOf = new Map(lines.map(({ line, marks }) => [line, marks]));
  let page = 0;
  const parts = printed.map(({ kind, lines: body }, i) => {
    // A part ends on the page where the next begins.
    const to = printed[i + 1]?.lines[0].page ?? Infinity;
    const notes = known.notes.filter((note) => note.page >= page && note.page < to);
    page = to;
    return readPart({ kind, body, notes }, publication, looks.measure);
  });
  progress(0.9);
  const drafts = seriesOf(parts).flatMap((series) =>
    draftSeries(series, publication, (paragraphs, notes) => {
      const seen = paragraphs.map((paragraph) => marksIn(paragraph, known, marksOf));
      // Some type has small digits of its own, which do not stand out: the running number decides, as it does for text.
      const isSeen = seen.flat().length >= notes.length * fewestSeen;
      return findMarks(paragraphs, notes, publication.words, seen, isSeen ? certain : 0);
    }),
  );
  // What stands at the edge of every page may say what the whole is: its mark, its date.
  const margins = heads.map(({ text }) => text);
  drafts.forEach((draft, i) => {
    draft.margins = margins;
    if (i === 0)
      draft.notices = [
        ...heads.map(({ text, pages: count }) => leftOut(text, count)),
        ...pages.flatMap(({ sideways }, page) =>
          sideways.length ? [setSideways(page + 1, sideways.join(' '))] : [],
        ),
      ];
  });
  progress(1);
  return { ok: true, ...filesOf(drafts, language) };
}

/** Of the marks; where fewer stand above their line, the others are looked for more widely. */
const fewestSeen = 0.3;

/** What stands beside the text of many pages is the same on each. */
function onlyOnce(pages: readonly Row[][]): Row[][] {
  const seen = new Set<string>();
  return pages.map((rows) =>
    rows.filter((row) => {
      const { text } = textOf(row);
      return !seen.has(text) && seen.add(text);
    }),
  );
}

/** The height of most letters. */
function usualSize(pages: readonly Row[][]): number {
  const letters = new Map<number, number>();
  for (const { size, pieces } of pages.flat()) {
    const key = Math.round(size * 10) / 10;
    let count = 0;
    for (const { text } of pieces) count += text.length;
    letters.set(key, (letters.get(key) ?? 0) + count);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [10, 0])[0];
}

/** The text of pieces of a row: what is raised and no mark stays in it. */
function readText(row: { pieces: readonly RowPiece[]; size: number }, page: number, known: KnownNotes) {
  return textOf(
    row,
    (piece, before) =>
      !before ||
      isExponent(piece, before) ||
      piece.raised!.some((number) => known.markOf(number, page) === null),
  );
}

function lineOf(row: Row, known: KnownNotes): PrintedLine {
  const { text, marks } = readText(row, row.page, known);
  const line: Line = { text, number: row.page + 1, page: row.page, above: 0, trailing: false };
  return { line, row, marks, isBeside: false };
}

/** The words of a cell, with its marks in their places. */
function inlinesOf(
  text: string,
  marks: PrintedLine['marks'],
  page: number,
  known: KnownNotes,
): DraftInline[] {
  const inlines: DraftInline[] = [];
  let done = 0;
  for (const { at, numbers } of marks) {
    inlines.push({ kind: 'text', text: text.slice(done, at) });
    for (const number of numbers) inlines.push({ kind: 'mark', label: String(known.markOf(number, page)) });
    done = at;
  }
  inlines.push({ kind: 'text', text: text.slice(done) });
  return inlines;
}

function marksIn(
  { starts, lines }: ReadParagraph,
  known: KnownNotes,
  marksOf: ReadonlyMap<Line, PrintedLine['marks']>,
): Mark[] {
  return lines.flatMap((line, i) =>
    marksOf.get(line)!.flatMap(({ at, numbers }) =>
      numbers.map((number): Mark => {
        const from = starts[i] + at;
        return { from, to: from, number: known.markOf(number, line.page)!, weight: Infinity };
      }),
    ),
  );
}

/** Of the lines that go on in small letters: where words are not cut between syllables, fewer end in a hyphen. */
const fewestCut = 0.02;

function hyphenates(lines: readonly Line[]): boolean {
  const goOn = lines.filter((line, i) => i > 0 && /^\p{Ll}/u.test(line.text));
  const cut = lines.filter(
    ({ text }, i) => /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(lines.at(i + 1)?.text ?? ''),
  );
  return cut.length > goOn.length * fewestCut;
}
