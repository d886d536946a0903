import { rangeOf, spanOf, type Brief, type Placed } from '../../model/brief.js';
import { labelKey, printedOrder } from '../../model/footnotes.js';
import { parseBrief } from '../../model/document.js';
import type { FootnoteDefinition, FootnoteReference } from '../../model/facts.js';
import { lastBefore } from '../../syntax/blocks.js';
import { applyEdits, type Range, type TextEdit } from '../../text/text.js';
import { refusal, type Edited } from '../edit.js';

/** A footnote by its label: where it is referred to, and its text; of several texts the first counts. */
export interface Note {
  /** As it is first written. */
  label: string;
  references: Placed<FootnoteReference>[];
  definitions: Placed<FootnoteDefinition>[];
}

/** The notes of a document by the key of their label, in the order of print; what nothing refers to comes last. */
export function notesOf(brief: Brief): Map<string, Note> {
  const notes = new Map<string, Note>();
  for (const key of printedOrder(brief).keys())
    notes.set(key, { label: key, references: [], definitions: [] });
  for (const reference of brief.references) {
    const note = notes.get(reference.fact.key)!;
    if (note.references.length === 0) note.label = reference.fact.label;
    note.references.push(reference);
  }
  for (const definition of brief.definitions) {
    const { key, label } = definition.fact;
    const note = notes.get(key);
    if (note) note.definitions.push(definition);
    else notes.set(key, { label, references: [], definitions: [definition] });
  }
  return notes;
}

export function noteNamed(brief: Brief, label: string): Note | undefined {
  return notesOf(brief).get(labelKey(label));
}

export function noSuchNote(label: string): Edited {
  return refusal(`Er is geen voetnoot ‘${label}’.`, `There is no footnote ‘${label}’.`);
}

/** The label within a mark: `[^label]`. */
export function labelIn({ block, fact }: Placed<FootnoteReference> | Placed<FootnoteDefinition>): Range {
  const { from, to } = rangeOf({ block, at: 'mark' in fact ? fact.mark : fact.at });
  return { from: from + 2, to: to - 1 };
}

/**
 * Texts of notes that nothing will refer to any more when some stretches are gone; a note that only such a text refers to is
 * one of them.
 */
export function unreferenced(brief: Brief, ranges: readonly Range[]): Range[] {
  const isInside = ({ from, to }: Range) => ranges.some((range) => from >= range.from && to <= range.to);
  const notes = notesOf(brief);
  const texts = brief.definitions.map((placed) => ({
    ...spanOf(placed),
    note: notes.get(placed.fact.key)!,
  }));
  /** Notes with a reference in a stretch that goes, and those with one in the text of none. */
  const going = new Set<Note>();
  const kept = new Set<Note>();
  /** Notes by the one in whose text they are referred to. */
  const mentioned = new Map<Note, Note[]>();
  for (const note of notes.values())
    for (const at of note.references.map(spanOf)) {
      const holder = texts[lastBefore(texts, at.from)];
      if (isInside(at)) going.add(note);
      else if (!holder || holder.to < at.to) kept.add(note);
      else add(mentioned, holder.note, note);
    }
  // A set goes on to what is added to it meanwhile.
  for (const note of going) for (const one of mentioned.get(note) ?? []) going.add(one);
  for (const [holder, held] of mentioned) if (!going.has(holder)) for (const note of held) kept.add(note);
  for (const note of kept) for (const one of mentioned.get(note) ?? []) kept.add(one);
  return [...going]
    .filter((note) => !kept.has(note))
    .flatMap(({ definitions }) => definitions.map(spanOf).filter((range) => !isInside(range)));
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The marks of a document by label, and its texts, as they must be after an edit; order aside. */
export interface Wanted {
  references: string[];
  definitions: { label: string; text: string }[];
}

/** What stands in a document. */
export function standing({ references, definitions }: Brief): Wanted {
  return {
    references: references.map(({ fact }) => fact.label),
    definitions: definitions.map(({ fact: { label, text } }) => ({ label, text })),
  };
}

/** What is left of it without some notes, and without what their texts refer to. */
export function standingWithout(brief: Brief, isGone: (label: string) => boolean): Wanted {
  const gone = brief.definitions.filter(({ fact }) => isGone(fact.label)).map(spanOf);
  const { definitions } = standing(brief);
  return {
    references: brief.references
      .filter((reference) => {
        const { from, to } = spanOf(reference);
        return !isGone(reference.fact.label) && !gone.some((range) => from >= range.from && to <= range.to);
      })
      .map(({ fact }) => fact.label),
    definitions: definitions.filter(({ label }) => !isGone(label)),
  };
}

/** An edit, if the text that it makes has the notes that are wanted; what looks like a mark in code, say, is none. */
export function proven(brief: Brief, edits: TextEdit[], wanted: Wanted): Edited {
  const after = standing(parseBrief(applyEdits(brief.text.toString(), edits), { kind: brief.kind }));
  const labels = ({ references }: Wanted) => references.map(labelKey).sort().join('\n');
  const texts = ({ definitions }: Wanted) =>
    definitions.map(({ label, text }) => `${labelKey(label)}\t${text}`).sort();
  const found = texts(after);
  const isRight =
    labels(after) === labels(wanted) &&
    found.length === wanted.definitions.length &&
    texts(wanted).every((text, i) => text === found[i]);
  return isRight
    ? edits
    : refusal(
        'Dat kan op deze plaats niet: de tekst zou daar niet als voetnoot gelezen worden.',
        'That cannot be done here: the text would not be read as a footnote there.',
      );
}
