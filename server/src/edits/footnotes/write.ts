import { spanOf, type Brief, type Placed } from '../../model/brief.js';
import type { FootnoteDefinition } from '../../model/facts.js';
import { trimmed, type Text, type TextEdit } from '../../text/text.js';
import { putAfter } from '../pieces.js';
import { notesOf } from './notes.js';

/**
 * Writes the text of a note where it belongs: behind the text of the note that is referred to before `offset`, so that the
 * texts keep the order of the references; else before the first text; else at the end.
 */
export function definitionEdit(brief: Brief, offset: number, label: string, words: string): TextEdit {
  return definitionsEdit(brief, offset, `[^${label}]: ${paragraphs(words)}`);
}

/** The same for one or more texts that are written out, each with its mark. */
export function definitionsEdit(brief: Brief, offset: number, written: string): TextEdit {
  const { text, references } = brief;
  const notes = notesOf(brief);
  const texts = [...notes.values()]
    .flatMap(({ definitions }) => definitions)
    .filter((one) => isApart(text, one));
  // Texts of one line that stand close together stay so.
  const isTight =
    !written.includes('\n') &&
    texts.some((one) => text.sliceString(endOf(text, one), endOf(text, one) + 3) === '\n[^');
  const before = references
    .filter((reference) => spanOf(reference).to <= offset)
    .map(({ fact }) => notes.get(fact.key)!.definitions[0])
    .findLast((definition) => texts.includes(definition));
  if (before) {
    const end = endOf(text, before);
    const isLast = text.sliceString(end, end + 3) !== '\n[^';
    if (isTight && !isLast) return { from: end, to: end, insert: `\n${written}` };
    const edit = putAfter(text, end, written);
    return isTight ? { ...edit, insert: edit.insert.slice(1) } : edit;
  }
  if (texts.length > 0) {
    const from = Math.min(...texts.map((definition) => spanOf(definition).from));
    return { from, to: from, insert: `${written}${isTight ? '\n' : '\n\n'}` };
  }
  return putAfter(text, text.toString().trimEnd().length, written);
}

/** A text that begins at a line of its own, in no list or quote. */
export function isApart(text: Text, { block, fact }: Placed<FootnoteDefinition>): boolean {
  return fact.at.from === 0 && text.lineAt(block.from).from === block.from;
}

function endOf(text: Text, definition: Placed<FootnoteDefinition>): number {
  return trimmed(text, spanOf(definition)).to;
}

/** Further paragraphs of a note are indented. */
function paragraphs(words: string): string {
  const list: string[][] = [[]];
  for (const line of words.split('\n').map((one) => one.trim()))
    if (line) list.at(-1)!.push(line);
    else if (list.at(-1)!.length > 0) list.push([]);
  return list
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join(' '))
    .join('\n\n    ');
}
