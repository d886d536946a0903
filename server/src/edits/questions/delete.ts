import type { Answer, Brief, Question } from '../../model/brief.js';
import type { Range } from '../../text/text.js';
import type { Edited } from '../edit.js';
import { unreferenced } from '../footnotes/notes.js';
import { planOf } from '../numbering/standing.js';
import { settle } from '../numbering/settle.js';
import { cuts, outside, textOfOwners } from '../pieces.js';

/**
 * Takes a question out with the answers that are for it alone and the notes that only they use. A combined answer stays for
 * the others. References leave it out of their list; one that stands alone stays and is said to be withdrawn, which is open
 * work (`reference-dangling`).
 */
export function deleteQuestion(brief: Brief, question: Question): Edited {
  const removed = answersOnlyFor(brief, [question]);
  return deleteAll(brief, [question], removed, textOf(brief, question));
}

/** The text that goes with a question. */
export function goneWith(brief: Brief, question: Question): Range[] {
  return withNotes(brief, textOf(brief, question));
}

function textOf(brief: Brief, question: Question): Range[] {
  return textOfOwners(brief, [question, ...answersOnlyFor(brief, [question])]);
}

function withNotes(brief: Brief, ranges: readonly Range[]): Range[] {
  return [...ranges, ...unreferenced(brief, ranges)];
}

export function answersOnlyFor({ answers }: Brief, questions: readonly Question[]): Answer[] {
  return answers.filter(
    (answer) => answer.questions.length > 0 && answer.questions.every((one) => questions.includes(one)),
  );
}

/** @param ranges the text that goes; the notes that only it uses go too */
export function deleteAll(
  brief: Brief,
  questions: readonly Question[],
  removed: readonly Answer[],
  ranges: readonly Range[],
): Edited {
  const rest = brief.questions.filter((one) => !questions.includes(one));
  const gone = withNotes(brief, ranges);
  return settle(brief, {
    ...planOf(rest),
    removed: new Set(removed),
    gone,
    numbers: brief.numbering === 'given' ? rest.map(({ numbers }) => numbers) : undefined,
    compose: (numbering) => [...outside(gone, numbering), ...cuts(brief.text, gone)],
  });
}
