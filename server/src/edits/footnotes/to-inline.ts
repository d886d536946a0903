import { labelKey } from '../../model/footnotes.js';
import { parseBrief } from '../../model/document.js';
import { rangeOf, spanOf, type Brief } from '../../model/brief.js';
import { applyEdits, type Range } from '../../text/text.js';
import { refusal, isRefusal, type Edited } from '../edit.js';
import { cuts } from '../pieces.js';
import { noSuchNote, noteNamed, proven, standingWithout } from './notes.js';

/** Writes a footnote in the running text: `^[text]`. Only for one of a single paragraph that is referred to once. */
export function referenceToInline(brief: Brief, label: string): Edited {
  const note = noteNamed(brief, label);
  if (!note) return noSuchNote(label);
  const [definition] = note.definitions;
  if (note.references.length !== 1 || note.definitions.length !== 1)
    return refusal(
      'Alleen een voetnoot met één tekst, waarnaar één keer wordt verwezen, kan in de zin worden gezet.',
      'Only a footnote with one text that is referred to once can be put into the sentence.',
    );
  const { block, fact } = definition;
  const words = brief.text.sliceString(block.from + fact.body.from, block.from + fact.body.to).trim();
  if (brief.references.some((one) => isWithin(spanOf(one), spanOf(definition))))
    return refusal(
      'In deze voetnoottekst staat zelf een voetnoot; hij kan niet in de zin worden gezet.',
      'This footnote text has a footnote itself; it cannot be put into the sentence.',
    );
  if (!words || /\n[ \t]{0,80}\n/.test(words))
    return refusal(
      'Alleen een voetnoot van één alinea kan in de zin worden gezet.',
      'Only a footnote of one paragraph can be put into the sentence.',
    );
  const inline = words.replace(/\s+/g, ' ');
  const edits = [
    { ...spanOf(note.references[0]), insert: `^[${inline}]` },
    ...cuts(brief.text, [rangeOf({ block, at: fact.at })]),
  ];
  const edited = proven(
    brief,
    edits,
    standingWithout(brief, (one) => labelKey(one) === labelKey(label)),
  );
  if (isRefusal(edited)) return edited;
  // Brackets that do not match would end the note too soon.
  const after = parseBrief(applyEdits(brief.text.toString(), edits), { kind: brief.kind });
  const had = brief.inlineFootnotes.length;
  return after.inlineFootnotes.length === had + 1 &&
    after.inlineFootnotes.some((one) => one.fact.text === inline)
    ? edited
    : refusal(
        'Deze voetnoottekst kan niet in de zin staan: de haken erin komen niet in paren, of hij is te lang.',
        'This footnote text cannot stand in the sentence: its brackets do not match, or it is too long.',
      );
}

function isWithin({ from, to }: Range, outer: Range): boolean {
  return from >= outer.from && to <= outer.to;
}
