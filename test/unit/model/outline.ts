import { extentOf, rangeOf, statusOf, type Answer, type Brief } from '../../../server/src/model/brief.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';

/**
 * What a document is, in the order of its text, a line each: `group D66`, `question 1 a b: answered`, `answer to 2 3`,
 * `list of 3`, and `frame: words` for what belongs to no question or answer.
 */
export function outline(source: string): string[] {
  const brief = parseBrief(source);
  const { text } = brief;
  const words = (from: number, to: number) => text.sliceString(from, to).trim().replace(/\s+/g, ' ');
  const lines: { from: number; line: string }[] = [
    ...brief.groups.map(({ names, heading }) => ({
      from: rangeOf({ block: heading.block, at: heading.fact.at }).from,
      line: `group ${names.join(', ')}`,
    })),
    ...brief.questions.map((question) => ({
      ...extentOf(question.segments),
      line:
        ['question', ...question.numbers, ...question.subQuestions.map(({ letter }) => letter)].join(' ') +
        `: ${statusOf(question)}`,
    })),
    ...brief.answers.map((answer) => ({
      ...extentOf(answer.segments),
      line: ['answer to', ...answered(answer), ...answer.letters.map(({ fact }) => fact.letter)].join(' '),
    })),
    ...brief.enumerations.map(({ items }) => ({
      from: rangeOf({ block: items[0].block, at: items[0].fact.at }).from,
      line: `list of ${items.length}`,
    })),
    ...brief.frame
      .filter(({ segment }) => segment.opener?.kind !== 'heading')
      .map(({ block, segment }) => {
        const { from, to } = rangeOf({ block, at: segment.at });
        return { from, line: `frame: ${words(from, to)}` };
      }),
  ];
  return lines.sort((a, b) => a.from - b.from).map(({ line }) => line);
}

function answered({ questions }: Answer): string[] {
  return questions.length ? questions.map(({ numbers }) => numbers.join('+')) : ['none'];
}

/** The findings of a text, `code` and what is underlined: `answer-missing 2.`. */
export function findings(source: string | Brief): string[] {
  const brief = typeof source === 'string' ? parseBrief(source) : source;
  return check(brief, alone).map(({ code, place }) => {
    const { from, to } = rangeOf(place);
    return `${code} ${brief.text.sliceString(from, to).trim()}`;
  });
}
