import { refusal, type Edited } from '../edits/edit.js';
import { changeNumber } from '../edits/questions/change-number.js';
import { rangeOf, type Brief, type Question } from '../model/brief.js';
import { numbersOf, type NumberAt } from '../model/facts.js';
import { questionsByNumber } from '../model/brief.js';
import type { Range } from '../text/text.js';
import { objectAt } from './object.js';

/** What can get another name at the cursor: the number of a question, wherever it is spoken of. */
export interface Renaming {
  /** What is shown as selected, and its words. */
  at: Range;
  placeholder: string;
  rename(name: string): Edited;
}

/** @returns `null` where nothing can be renamed */
export function renamingAt(brief: Brief, offset: number): Renaming | null {
  const object = objectAt(brief, offset);
  switch (object?.kind) {
    case 'question': {
      const { opener, numbers } = object.question;
      if (!opener) return null;
      if (opener.fact.kind === 'question')
        return ofNumbers(brief, opener.block.from, opener.fact.numbers, offset);
      const { from, to } = rangeOf(object.place);
      const digits = /\d+/.exec(brief.text.sliceString(from, to))!;
      const at = { from: from + digits.index, to: from + digits.index + digits[0].length };
      return renaming(brief, object.question, numbers[0], at);
    }
    case 'answer': {
      const { block, fact } = object.answer.opener;
      if (fact.numbers.length > 0) return ofNumbers(brief, block.from, fact.numbers, offset);
      return null;
    }
    case 'reference': {
      const [question] = object.questions;
      const { from, to } = rangeOf(object.place);
      const number = Number(/^\d+/.exec(brief.text.sliceString(from, to))?.[0]);
      return question?.numbers.includes(number)
        ? renaming(brief, question, number, { from, to: from + String(number).length })
        : null;
    }
    default:
      return null;
  }
}

function ofNumbers(
  brief: Brief,
  block: number,
  numbers: readonly NumberAt[],
  offset: number,
): Renaming | null {
  const number =
    numbers.find(({ at }) => block + at.from <= offset && offset <= block + at.to) ??
    (numbers.length === 1 ? numbers[0] : null);
  if (!number || numbersOf([number]).length !== 1) return null;
  const question = questionsByNumber(brief).get(number.number)?.[0];
  if (!question) return null;
  const from = block + number.at.from;
  return renaming(brief, question, number.number, { from, to: from + String(number.number).length });
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
