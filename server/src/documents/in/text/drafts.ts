import type { DraftBlock, DraftInline, DraftPart } from '../draft/part.js';
import { joinLines } from './join.js';
import type { Line } from './lines.js';
import type { Mark } from './marks.js';
import type { PrintedNote } from './notes.js';
import { markNotFound, markUncertain, numberKept, textNotFound } from './notices.js';
import { withoutBullet } from './openings.js';
import type { Publication } from './publication.js';
import type { ReadParagraph, ReadPart } from './read-part.js';

/** Notes run on over the parts of a publication, or a part counts its own. */
export function seriesOf(parts: readonly ReadPart[]): ReadPart[][] {
  const series: ReadPart[][] = [];
  let last = 0;
  for (const part of parts) {
    const runsOn = part.notes.length === 0 || part.notes[0].number > last;
    if (series.length > 0 && runsOn) series.at(-1)!.push(part);
    else series.push([part]);
    last = part.notes.at(-1)?.number ?? last;
  }
  return series;
}

/** In parts through which the numbers of notes run on, every note goes to the part of its mark. */
export function draftSeries(
  parts: readonly ReadPart[],
  publication: Publication,
  findMarks: (paragraphs: readonly ReadParagraph[], notes: readonly PrintedNote[]) => Mark[][],
): DraftPart[] {
  const notes = parts.flatMap((part) => part.notes);
  const marks = findMarks(
    parts.flatMap(({ paragraphs }) => paragraphs),
    notes,
  );
  const noteOf = new Map(notes.map((note) => [note.number, note]));
  const marked = new Set(marks.flat().map(({ number }) => number));
  let done = 0;
  return parts.map((part): DraftPart => {
    const own: PrintedNote[] = [];
    const blocks = part.paragraphs.map((paragraph) => {
      const found = marks[done++];
      for (const { number } of found) {
        const note = noteOf.get(number);
        if (note) own.push(note);
      }
      return publication.tables.get(paragraph.lines[0])?.table ?? blockOf(paragraph, found, noteOf);
    });
    own.push(...part.notes.filter(({ number }) => !marked.has(number)));
    return {
      kind: part.kind,
      blocks,
      notes: own
        .sort((a, b) => a.number - b.number)
        .map(({ number, lines }) => {
          const inlines: DraftInline[] = [
            { kind: 'text', text: joinLines(lines.filter(Boolean), publication).text },
          ];
          if (!marked.has(number)) inlines.unshift({ kind: 'notice', message: markNotFound(number) });
          return { label: String(number), blocks: [{ type: 'paragraph', inlines }] };
        }),
    };
  });
}

function blockOf(
  { kind, text, lines }: ReadParagraph,
  marks: readonly Mark[],
  noteOf: ReadonlyMap<number, PrintedNote>,
): DraftBlock {
  const from = kind === 'bullet' ? text.length - withoutBullet(text).length : 0;
  const inlines = inlinesOf(text, from, marks, noteOf);
  if (kind === 'bullet')
    return { type: 'list', items: [{ marker: '-', blocks: [{ type: 'paragraph', inlines }] }] };
  const level = levels[kind];
  if (level) return { type: 'heading', level, inlines };
  const number = lines.find((line, i) => /^\d{1,4}$/.test(line.text) && isSetApart(lines, i));
  if (kind !== 'number' && number) inlines.unshift({ kind: 'notice', message: numberKept(number.text) });
  return { type: 'paragraph', inlines };
}

/** Whether a line of a paragraph has space on both sides: it may be no part of it. */
function isSetApart(lines: readonly Line[], i: number): boolean {
  return lines.length === 1 || (lines[i].above > 0 && (i === lines.length - 1 || lines[i + 1].above > 0));
}

const levels: Partial<Record<ReadParagraph['kind'], number>> = { title: 1, group: 2, theme: 2, number: 3 };

/** The text from `from` on, with the marks of notes in their places. */
function inlinesOf(
  text: string,
  from: number,
  marks: readonly Mark[],
  noteOf: ReadonlyMap<number, PrintedNote>,
): DraftInline[] {
  const inlines: DraftInline[] = [];
  let done = from;
  for (const mark of marks) {
    inlines.push({ kind: 'text', text: text.slice(done, mark.from) });
    const word = text.slice(text.lastIndexOf(' ', mark.from) + 1, mark.to);
    if (!noteOf.has(mark.number)) inlines.push({ kind: 'notice', message: textNotFound(mark.number) });
    else if (mark.weight < 1) inlines.push({ kind: 'notice', message: markUncertain(mark.number, word) });
    inlines.push({ kind: 'mark', label: String(mark.number) });
    done = mark.to;
  }
  inlines.push({ kind: 'text', text: text.slice(done) });
  return inlines;
}
