import type { Brief, Place, Placed } from './brief.js';
import type { FootnoteReference, InlineFootnote } from './facts.js';
import { definedKeys } from './footnotes.js';
import type { LinkedFile } from './links.js';

/** A mark of a footnote in the text, with the number that is printed there. */
export interface NumberedMark {
  place: Place;
  number: number;
  /** In small letters; `null` for a note in the running text. */
  label: string | null;
}

/** What is known of the file that a document names by a path. */
export type FileOf = (from: Brief, path: string) => LinkedFile;

/**
 * Numbers footnotes as they are printed: in the order of their first marks, straight on through the parts of a report. A mark
 * without a text is none. Notes that questioners keep in a series of their own are not numbered here.
 * @returns the marks of the document and of all its parts; none for what stands behind a part that is not known
 */
export function numberNotes(document: Brief, fileOf: FileOf): Map<Brief, NumberedMark[]> {
  const numbered = new Map<Brief, NumberedMark[]>();
  let next: number | null = 1;
  const walk = (brief: Brief): void => {
    const marks: NumberedMark[] = [];
    const byLabel = new Map<string, number>();
    const defined = definedKeys(brief);
    numbered.set(brief, marks);
    for (const { mark, path } of itemsOf(brief)) {
      if (!mark) {
        const file = fileOf(brief, path!);
        if (file.state === 'found' && !numbered.has(file.brief)) walk(file.brief);
        else next = null;
        continue;
      }
      const { block, fact } = mark;
      const label = 'key' in fact ? fact.key : null;
      if (next === null || (label !== null && !defined.has(label))) continue;
      const number: number = (label !== null && byLabel.get(label)) || next++;
      if (label !== null) byLabel.set(label, number);
      marks.push({ place: { block, at: fact.at }, number, label });
    }
  };
  walk(document);
  return numbered;
}

type Mark = Placed<FootnoteReference | InlineFootnote>;

/** Marks, and the paths of parts, in the order of print: what stands in notes comes after the text. */
function itemsOf(brief: Brief): { from: number; late: boolean; mark?: Mark; path?: string }[] {
  const { frontMatter, references, inlineFootnotes, parts } = brief;
  const own = frontMatter.values.closingNotes === 'questioners' ? questionersNotes(brief) : null;
  const marks = [...references, ...inlineFootnotes].filter(({ fact }) => !own?.has(fact));
  return [
    ...marks.map((mark) => ({ from: mark.block.from + mark.fact.at.from, late: isInNote(mark), mark })),
    ...parts.map(({ block, fact }) => ({ from: block.from, late: false, path: fact.href })),
  ].sort((a, b) => Number(a.late) - Number(b.late) || a.from - b.from);
}

/** Whether a mark stands in the text of a note. */
export function isInNote({ block, fact }: Mark): boolean {
  return block.facts.definitions.some(({ at }) => at.from <= fact.at.from && fact.at.from < at.to);
}

/** The marks within questions. */
function questionersNotes({ questions }: Brief): Set<FootnoteReference | InlineFootnote> {
  return new Set(
    questions.flatMap(({ segments }) =>
      segments.flatMap(({ segment }) => [...segment.references, ...segment.inlineFootnotes]),
    ),
  );
}
