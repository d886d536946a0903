import { refusal, type Edited } from '../edits/edit.js';
import { labelIn } from '../edits/footnotes/notes.js';
import { renameFootnote } from '../edits/footnotes/rename.js';
import { digitsOf } from '../edits/numbering/opener.js';
import { changeNumber } from '../edits/questions/change-number.js';
import type { Block, Brief, Question } from '../model/brief.js';
import type { NumberAt } from '../model/facts.js';
import { answered, referenced } from '../model/targets.js';
import type { Range } from '../text/text.js';

/** What can get another name at the cursor: a footnote, or the number of a question, wherever it is spoken of. */
export interface Renaming {
  /** What is shown as selected, and its words. */
  at: Range;
  placeholder: string;
  rename(name: string): Edited;
}

/** @returns `null` where nothing can be renamed */
export function renamingAt(brief: Brief, offset: number): Renaming | null {
  return footnoteAt(brief, offset) ?? numberAt(brief, offset);
}

function footnoteAt(brief: Brief, offset: number): Renaming | null {
  for (const mark of [...brief.references, ...brief.definitions]) {
    const at = labelIn(mark);
    // The brackets count too: the cursor stands behind a mark that was just typed.
    if (offset < at.from - 2 || offset > at.to + 1) continue;
    const { label } = mark.fact;
    return { at, placeholder: label, rename: (name) => renameFootnote(brief, label, name.trim()) };
  }
  return null;
}

function numberAt(brief: Brief, offset: number): Renaming | null {
  for (const question of brief.questions) {
    if (!question.opener) continue;
    const { block, fact } = question.opener;
    if (fact.kind === 'number') {
      const at = digitsOf(brief.text, block.from + fact.at.to);
      if (at.from <= offset && offset <= at.to + 1) return renaming(brief, question, question.numbers[0], at);
    } else {
      const found = inList(brief, block, fact.numbers, offset, () => question);
      if (found) return found;
    }
  }
  for (const answer of brief.answers) {
    const { block, fact } = answer.opener;
    const found = inList(brief, block, fact.numbers, offset, (number) => answered(answer, number));
    if (found) return found;
  }
  for (const reference of brief.crossReferences) {
    if (reference.quoted) continue;
    const { block, fact } = reference;
    const found = inList(brief, block, fact.numbers, offset, (number) =>
      referenced(brief, reference, number),
    );
    if (found) return found;
  }
  return null;
}

/** A number in a list, or either end of a range. */
function inList(
  brief: Brief,
  { from }: Block,
  numbers: readonly NumberAt[],
  offset: number,
  questionOf: (number: number) => Question | undefined,
): Renaming | null {
  const found = numbers.find(({ at }) => from + at.from <= offset && offset <= from + at.to);
  if (!found) return null;
  const source = brief.text.sliceString(from + found.at.from, from + found.at.to);
  const first = /^(?:\d{1,4}|\p{L}{2,30})/u.exec(source)?.[0].length ?? 0;
  const last = /(?:\d{1,4}|\p{L}{2,30})$/u.exec(source)?.[0].length ?? 0;
  const isLast = found.to > found.number && offset >= from + found.at.to - last;
  const number = isLast ? found.to : found.number;
  const question = questionOf(number);
  if (!question || first === 0) return null;
  const at = isLast
    ? { from: from + found.at.to - last, to: from + found.at.to }
    : { from: from + found.at.from, to: from + found.at.from + first };
  return renaming(brief, question, number, at);
}

function renaming(brief: Brief, question: Question, number: number, at: Range): Renaming {
  return {
    at,
    placeholder: String(number),
    rename: (name) =>
      /^\s*\d{1,4}\s*$/.test(name)
        ? changeNumber(brief, question, Number(name), number)
        : refusal('Een vraag heeft een getal als nummer.', 'A question has a number for its name.'),
  };
}
