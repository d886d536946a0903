import { extentOf, rangeOf, type Brief, type Group, type Question } from '../../model/brief.js';
import { listed } from '../../rules/describe.js';
import type { Words } from '../../rules/rule.js';

/** The question whose words, or whose answer, the cursor stands in. */
export function questionAt({ questions, answers }: Brief, offset: number): Question | null {
  const holds = ({ segments }: Pick<Question, 'segments'>) => {
    const { from, to } = extentOf(segments);
    return from <= offset && offset <= to;
  };
  const question = questions.find(holds);
  if (question) return question;
  const answer = answers.find((one) => one.segments.length > 0 && holds(one));
  return answer?.questions.length === 1 ? answer.questions[0] : null;
}

/** The group whose heading the cursor stands in. */
export function groupAt({ groups }: Brief, offset: number): Group | null {
  return (
    groups.find(({ heading: { block, fact } }) => {
      const { from, to } = rangeOf({ block, at: fact.at });
      return from <= offset && offset <= to;
    }) ?? null
  );
}

/** "vraag 3", or "deze vraag" where it has no number. */
export function nameOf({ numbers }: Question): Words {
  const list = listed(numbers);
  if (numbers.length === 0) return { nl: 'deze vraag', en: 'this question' };
  return numbers.length > 1
    ? { nl: `vragen ${list.nl}`, en: `questions ${list.en}` }
    : { nl: `vraag ${list.nl}`, en: `question ${list.en}` };
}
