import { deleteQuestion, goneWith } from '../../edits/questions/delete.js';
import type { Words } from '../../languages/messages.js';
import { rangeOf, type Brief, type Question } from '../../model/brief.js';
import { numbersOf } from '../../model/facts.js';
import { referenced } from '../../model/targets.js';
import type { Offer } from './action.js';
import { nameOf, questionAt } from './at-cursor.js';

/** The question at the cursor goes, with its answer; what comes after is renumbered. */
export const questionDelete: Offer = (brief, { from }) => {
  const question = questionAt(brief, from);
  if (!question?.opener) return [];
  const name = nameOf(question);
  const left = openWork(pointingAt(brief, question));
  return [
    {
      id: 'question-delete',
      kind: 'refactor.rewrite',
      title: {
        nl: `Verwijder ${name.nl} met het antwoord${left.nl}`,
        en: `Delete ${name.en} with its answer${left.en}`,
      },
      edits: () => deleteQuestion(brief, question),
    },
  ];
};

/** How many references that stay name this question and no other. */
function pointingAt(brief: Brief, question: Question): number {
  const naming = brief.crossReferences.filter(
    (reference) =>
      !reference.quoted &&
      reference.fact.numbers.length > 0 &&
      numbersOf(reference.fact.numbers).every(
        (number) => question.numbers.includes(number) && referenced(brief, reference, number) === question,
      ),
  );
  if (naming.length === 0) return 0;
  const gone = goneWith(brief, question);
  return naming.filter(({ block, fact }) => {
    const { from, to } = rangeOf({ block, at: fact.at });
    return !gone.some((range) => from >= range.from && to <= range.to);
  }).length;
}

function openWork(count: number): Words {
  if (count === 0) return { nl: '', en: '' };
  return count === 1
    ? { nl: '; één verwijzing wijst dan nergens naar', en: '; one reference then points nowhere' }
    : {
        nl: `; ${count} verwijzingen wijzen dan nergens naar`,
        en: `; ${count} references then point nowhere`,
      };
}
