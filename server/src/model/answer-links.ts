import { questionsByNumber, spanOf, type Answer, type Brief, type Group, type Question } from './brief.js';
import { nearest, sectionOf } from './targets.js';

type Parts = Pick<Brief, 'questions' | 'answers' | 'groups' | 'numbering' | 'frontMatter'>;

/**
 * Links answers and questions with each other, and says how far each answer is. One that names numbers finds the nearest
 * question above, or else below; where every group has numbers of its own, among those of its group.
 * @param together questions that an answer says it answers together with its own
 */
export function linkAnswers(parts: Parts, together: ReadonlyMap<Answer, readonly number[]>): void {
  const { questions, answers, frontMatter } = parts;
  const numberedFor = finder(parts);
  const named = (answer: Answer, numbers: readonly number[]): Question[] => {
    if (numbers.length === 0) return [];
    const { from } = spanOf(answer.opener);
    const find = numberedFor(answer.group);
    return [...new Set(numbers.flatMap((number) => nearest(find(number), from) ?? []))];
  };
  for (const answer of answers) {
    answer.questions.push(...named(answer, answer.numbers));
    answer.status = statusOfAnswer(answer);
  }
  // Elsewhere than in the chambers one answer may stand for all questions above it.
  const [only] = answers;
  if (frontMatter.values.chamber === 'other' && answers.length === 1 && only.numbers.length === 0)
    if (only.questions[0] && only.questions[0] === questions.at(-1)) only.questions = [...questions];
  for (const answer of answers) for (const question of answer.questions) question.answers.push(answer);
  for (const [answer, numbers] of together)
    for (const question of named(answer, numbers))
      if (question.answers.length === 0) {
        answer.questions.push(question);
        question.answers.push(answer);
      }
  if (together.size > 0) {
    const order = new Map(questions.map((question, i) => [question, i]));
    for (const answer of together.keys()) answer.questions.sort((a, b) => order.get(a)! - order.get(b)!);
  }
}

/** Which questions have a number, for an answer that stands in a group. What stands in no group may answer any. */
function finder(parts: Parts): (group: Group | null) => (number: number) => readonly Question[] {
  const all = (number: number) => questionsByNumber(parts).get(number) ?? [];
  if (parts.numbering !== 'per-group') return () => all;
  const asked = groupAsked(parts.groups.filter(({ questions }) => questions.length > 0));
  return (group) => {
    const section = asked(group);
    const own = questionsByNumber(sectionOf(parts, section));
    return (number) => own.get(number) ?? (section ? [] : all(number));
  };
}

/**
 * Whose questions an answer answers by the group that it stands in, where every group has numbers of its own: those of that
 * group; below all questions, those of the group of the same name; `null` for those in no group.
 * @param asking the groups that have questions
 */
export function groupAsked(asking: readonly Group[]): (group: Group | null) => Group | null {
  const nameOf = ({ names }: Group) => names.join('\n');
  const known = new Set(asking);
  const byName = new Map(asking.map((group) => [nameOf(group), group]));
  return (group) => group && (known.has(group) ? group : (byName.get(nameOf(group)) ?? null));
}

function statusOfAnswer({ segments }: Answer): Answer['status'] {
  const contents = segments.map(({ segment }) => segment.content).filter((content) => content !== 'none');
  if (contents.length === 0) return 'empty';
  if (contents.every((content) => content === 'placeholder')) return 'placeholder';
  if (contents.length <= 3 && contents.includes('deferral')) return 'deferred';
  return contents.every((content) => content === 'referral') ? 'referred' : 'answered';
}
