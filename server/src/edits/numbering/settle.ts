import { rangeOf, type Answer, type Brief, type Enumeration } from '../../model/brief.js';
import { parseBrief } from '../../model/document.js';
import { numberProblems } from '../../model/numbering.js';
import { applyEdits, positionAt, type TextEdit } from '../../text/text.js';
import { notesOf } from '../footnotes/notes.js';
import { refusal, type Edited, type Refusal } from '../edit.js';
import { numbersAsTheyStand, numbersInOrder } from './order.js';
import { linksOf, numberEdits, type Numbered, type Plan } from './plan.js';

/** An edit of questions: what goes where, and what happens to the text besides its numbers. */
export interface Change extends Plan {
  /** Questions whose old number says nothing on their order any more. */
  moved?: ReadonlySet<unknown>;
  /** Numbers to take instead of those that follow from the order. */
  numbers?: readonly (readonly number[])[];
  /** Links that come about by the change itself. */
  links?(numbers: readonly (readonly number[])[]): string[];
  /** The whole edit, from the edits of the numbers. */
  compose(numbering: TextEdit[], numbers: readonly (readonly number[])[]): TextEdit[];
}

/**
 * Works out the edit for a change and reads the text as it then would be: the same questions, in the order meant, and
 * every answer and reference with the question that it had. Where that cannot be had, nothing is changed.
 */
export function settle(brief: Brief, change: Change): Edited {
  const source = brief.text.toString();
  const { numbering } = brief;
  const mistaken = numberProblems(brief)
    .filter(({ kind, meant }) => kind !== 'gap' || meant !== null)
    .map(({ question }) => question);
  const misplaced = new Set([...mistaken, ...brief.questions.filter((one) => change.moved?.has(one))]);
  const orders = change.numbers
    ? [change.numbers]
    : [numbersInOrder(change.seats, numbering, misplaced), numbersAsTheyStand(change.seats, numbering)];
  // An enumeration numbered like the questions can be taken for one when numbers change: then it is written `1)`.
  const enumerations = brief.enumerations.flatMap(marks);
  let refused: Refusal | null = null;
  for (const numbers of orders) {
    const numbered = numberEdits(brief, change, numbers);
    if (numbered.captured && !change.numbers) {
      refused ??= orphan(brief, numbered.captured);
      continue;
    }
    for (const more of enumerations.length > 0 ? [[], enumerations] : [[]]) {
      const edits = change.compose([...numbered.edits, ...more], numbers);
      const after = parseBrief(applyEdits(source, edits), { kind: brief.kind });
      const difference = differenceOf(after, change, numbers, numbered) ?? lostNote(brief, after);
      if (!difference && (change.numbers || numberProblems(after).length === 0)) return edits;
      refused ??= difference ?? unclear(after, 0);
    }
  }
  return refused!;
}

function differenceOf(
  after: Brief,
  { seats, links }: Change,
  numbers: readonly (readonly number[])[],
  numbered: Numbered,
): Refusal | null {
  const expected = seats.map((_seat, i) => numbers[i].join());
  const found = after.questions.map((question) => question.numbers.join());
  const first = expected.findIndex((one, i) => one !== found[i]);
  if (first >= 0 || found.length > expected.length)
    return unclear(after, first < 0 ? expected.length : first);
  const wanted = [...numbered.links, ...(links?.(numbers) ?? [])].sort();
  const stands = linksOf(after).sort();
  return wanted.length === stands.length && wanted.every((one, i) => one === stands[i])
    ? null
    : refusal(
        'Dit kan niet zonder dat een verwijzing of een antwoord bij een andere vraag terechtkomt. Zet eerst bij elke verwijzing en elk antwoord het juiste vraagnummer.',
        'This cannot be done without a reference or an answer ending up with another question. Give every reference and every answer the right question number first.',
      );
}

/** A note whose text would be lost with what it stands in. */
function lostNote(before: Brief, after: Brief): Refusal | null {
  const lacking = (brief: Brief) =>
    [...notesOf(brief).values()].filter((note) => note.definitions.length === 0).map(({ label }) => label);
  const known = new Set(lacking(before));
  const label = lacking(after).find((one) => !known.has(one));
  return label === undefined
    ? null
    : refusal(
        `De tekst van voetnoot ‘${label}’ zou hierdoor wegvallen. Zet die eerst onderaan het document.`,
        `The text of footnote ‘${label}’ would be lost by this. Put it at the end of the document first.`,
      );
}

function orphan({ text }: Brief, { opener: { block, fact } }: Answer): Refusal {
  const line = positionAt(text, block.from + fact.at.from).line + 1;
  return refusal(
    `Het antwoord op regel ${line} noemt een vraag die er niet is, en zou nu bij een andere vraag komen. Geef het eerst het juiste nummer.`,
    `The answer on line ${line} names a question that is not there, and would now go with another. Give it the right number first.`,
  );
}

function unclear({ text, questions }: Brief, index: number): Refusal {
  const question = questions[Math.min(index, questions.length - 1)];
  const segment = question?.segments[0];
  const line = segment ? positionAt(text, segment.block.from + segment.segment.at.from).line + 1 : 1;
  return refusal(
    `Na deze wijziging zou niet meer duidelijk zijn wat een vraag is en wat een opsomming, rond regel ${line}. Schrijf opsommingen als 1) 2) 3) en probeer het opnieuw.`,
    `After this change it would no longer be clear what is a question and what is an enumeration, around line ${line}. Write enumerations as 1) 2) 3) and try again.`,
  );
}

function marks({ items }: Enumeration): TextEdit[] {
  return items.map(({ block, fact }) => {
    const { to } = rangeOf({ block, at: fact.at });
    return { from: to - 1, to, insert: ')' };
  });
}
