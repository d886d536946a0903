import { deleteQuestion } from '../../edits/questions/delete.js';
import type { Words } from '../../languages/messages.js';
import type { Brief, Question } from '../../model/brief.js';
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

/** How many references name this question and no other. */
function pointingAt(brief: Brief, question: Question): number {
  return brief.crossReferences.filter((reference) => {
    const { fact, quoted, owner } = reference;
    return (
      !quoted &&
      !question.answers.some((answer) => answer === owner) &&
      fact.numbers.length > 0 &&
      numbersOf(fact.numbers).every(
        (number) => question.numbers.includes(number) && referenced(brief, reference, number) === question,
      )
    );
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
