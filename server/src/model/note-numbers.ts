import type { Brief, Place, Placed } from './brief.js';
import type { FootnoteDefinition, FootnoteReference, InlineFootnote } from './facts.js';
import type { LinkedFile } from './links.js';

/** A mark of a footnote in the text, with the number that is printed there. */
export interface NumberedMark {
  place: Place;
  /** The second series stands after the last answer of each file, and has numbers of its own. */
  series: 'running' | 'closing';
  number: number;
  /** In small letters; `null` for a note in the running text. */
  label: string | null;
}

/** What is known of the file that a document names by a path. */
export type FileOf = (from: Brief, path: string) => LinkedFile;

type Mark = Placed<FootnoteReference | InlineFootnote>;

/**
 * Numbers footnotes as they are printed: in the order of their first marks, straight on through the parts of a report; what
 * stands in notes comes after the text. A mark whose note has no text yet counts all the same.
 * @returns the marks of the document and of all its parts; none for what stands behind a part that is not known
 */
export function numberNotes(document: Brief, fileOf: FileOf): Map<Brief, NumberedMark[]> {
  const numbered = new Map<Brief, NumberedMark[]>();
  let next: number | null = 1;
  const walk = (brief: Brief): void => {
    const marks: NumberedMark[] = [];
    numbered.set(brief, marks);
    const seriesOf = seriesIn(brief);
    const known = new Map<string, Pick<NumberedMark, 'series' | 'number'>>();
    let nextClosing = 1;
    const add = ({ block, fact }: Mark): void => {
      const label = 'key' in fact ? fact.key : null;
      let note = label === null ? undefined : known.get(label);
      if (!note) {
        const series = seriesOf(fact);
        if (series === 'running' && next === null) return;
        note = { series, number: series === 'running' ? next!++ : nextClosing++ };
        if (label !== null) known.set(label, note);
      }
      marks.push({ place: { block, at: fact.at }, label, ...note });
    };
    const { text, notes } = marksOf(brief);
    for (const one of text) {
      if ('mark' in one) add(one.mark);
      else {
        const file = fileOf(brief, one.path);
        if (file.state === 'found' && !numbered.has(file.brief)) walk(file.brief);
        else next = null;
      }
    }
    // The text of a note can have marks of notes that come behind it in turn.
    for (const label of known.keys()) {
      notes.get(label)?.forEach(add);
      notes.delete(label);
    }
    for (const stray of notes.values()) stray.forEach(add);
  };
  walk(document);
  return numbered;
}

/** The marks in the text, with the paths of parts, in order; and those in the text of each note, by its label. */
function marksOf({ kind, references, inlineFootnotes, parts }: Brief) {
  const text: ({ from: number } & ({ mark: Mark } | { path: string }))[] = [];
  const notes = new Map<string, Mark[]>();
  for (const mark of [...references, ...inlineFootnotes]) {
    const around = noteAround(mark);
    const inside = around && notes.get(around.key);
    if (!around) text.push({ from: mark.block.from + mark.fact.at.from, mark });
    else if (inside) inside.push(mark);
    else notes.set(around.key, [mark]);
  }
  if (kind === 'report')
    for (const { block, fact } of parts) text.push({ from: block.from, path: fact.href });
  return { text: text.sort((a, b) => a.from - b.from), notes };
}

/** The note in whose text a mark stands. */
export function noteAround({ block, fact }: Mark): FootnoteDefinition | undefined {
  return block.facts.definitions.find(({ at }) => at.from <= fact.at.from && fact.at.from < at.to);
}

/** Front matter says whose notes stand after the last answer: those of the questioners stand in their questions. */
function seriesIn({ frontMatter, questions }: Brief): (fact: Mark['fact']) => NumberedMark['series'] {
  const { closingNotes } = frontMatter.values;
  if (!closingNotes) return () => 'running';
  const asked = new Set<Mark['fact']>(
    questions.flatMap(({ segments }) =>
      segments.flatMap(({ segment }) => [...segment.references, ...segment.inlineFootnotes]),
    ),
  );
  return (fact) => (asked.has(fact) === (closingNotes === 'questioners') ? 'closing' : 'running');
}
