import type { DraftParagraph, DraftPart } from '../draft/part.js';
import { joinLines, lineAt } from './join.js';
import { findMarks, type Mark } from './marks.js';
import type { PrintedNote } from './notes.js';
import { markNotFound, markUncertain, numberKept, textNotFound, type Notice } from './notices.js';
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

/** Finds the marks in parts through which the numbers of notes run on, and gives every note to the part of its mark. */
export function draftSeries(
  parts: readonly ReadPart[],
  { words, patterns }: Publication,
): { drafts: DraftPart[]; notices: Notice[] } {
  const notices: Notice[] = [];
  const notes = parts.flatMap((part) => part.notes);
  const marks = findMarks(
    parts.flatMap(({ paragraphs }) => paragraphs),
    notes,
    words,
  );
  const noteOf = new Map(notes.map((note) => [note.number, note]));
  const marked = new Set(marks.flat().map(({ number }) => number));
  let done = 0;
  const drafts = parts.map((part): DraftPart => {
    const own: PrintedNote[] = [];
    const paragraphs = part.paragraphs.map((paragraph) => {
      const found = marks[done++];
      for (const mark of found) {
        const note = noteOf.get(mark.number);
        if (note) own.push(note);
        notices.push(...markNotices(paragraph, mark, note));
      }
      if (paragraph.kind === 'text' && /^\d{1,4}$/.test(paragraph.text))
        notices.push(numberKept(paragraph.lines[0], paragraph.text));
      return draftOf(paragraph, found);
    });
    for (const note of part.notes)
      if (!marked.has(note.number)) {
        own.push(note);
        notices.push(markNotFound(note.line, note.number));
      }
    return {
      kind: part.kind,
      paragraphs,
      notes: own
        .sort((a, b) => a.number - b.number)
        .map(({ number, lines }) => ({ number, text: joinLines(lines, words, patterns).text })),
    };
  });
  return { drafts, notices };
}

function markNotices(paragraph: ReadParagraph, mark: Mark, note?: PrintedNote): Notice[] {
  const { text, lines } = paragraph;
  const line = lines[lineAt(paragraph, mark.from)];
  if (!note) return [textNotFound(line, mark.number)];
  const word = text.slice(text.lastIndexOf(' ', mark.from) + 1, mark.to);
  return mark.weight < 1 ? [markUncertain(line, mark.number, word)] : [];
}

function draftOf({ kind, text }: ReadParagraph, marks: readonly Mark[]): DraftParagraph {
  switch (kind) {
    case 'title':
    case 'group':
    case 'theme':
    case 'number':
      return { kind, text, marks };
    case 'bullet': {
      const point = withoutBullet(text);
      const cut = text.length - point.length;
      return {
        kind,
        text: point,
        marks: marks.map((mark) => ({ ...mark, from: mark.from - cut, to: mark.to - cut })),
      };
    }
    default:
      return { kind: 'text', text, marks };
  }
}
