import { listed, type Words } from '../languages/messages.js';
import { placeOf, type Answer, type Brief, type Place, type Placed, type Question } from '../model/brief.js';
import type { Citation } from '../model/facts.js';
import { shorten } from '../text/shorten.js';
import type { Range } from '../text/text.js';
import type { Severity } from './rule.js';

/** Where a question is underlined: its number, or its first asking sentence when it has none. */
export function questionPlace(question: Question): Place {
  if (question.opener) return placeOf<{ at: Range }>(question.opener);
  const sentence = question.sentences[0];
  if (sentence) return placeOf(sentence);
  const { block, segment } = question.segments[0];
  return { block, at: segment.at };
}

export function answerPlace(answer: Answer): Place {
  return placeOf(answer.opener);
}

/** "Het antwoord op vraag 5", "Het antwoord op de vragen 5 en 6"; "Het antwoord" to questions without a number. */
export function answerNamed({ questions }: Answer): Words {
  const numbers = questions.flatMap((question) => question.numbers);
  if (numbers.length === 0) return { nl: 'Het antwoord', en: 'The answer' };
  const { nl, en } = listed(numbers);
  return numbers.length === 1
    ? { nl: `Het antwoord op vraag ${nl}`, en: `The answer to question ${en}` }
    : { nl: `Het antwoord op de vragen ${nl}`, en: `The answer to questions ${en}` };
}

/** Open work is a warning while drafting, and an error in a definitive document. */
export function openWork({ frontMatter }: Brief): Severity {
  return frontMatter.values.status === 'final' ? 'error' : 'warning';
}

/** Words for a message: a long text is cut at a word. */
export function shortened(text: string): string {
  return shorten(text, 160);
}

/** Citations that this document answers for: in a quoted question they stand as the letter has them. */
export function ownCitations({ citations, questions, kind }: Brief): Placed<Citation>[] {
  if (kind === 'letter') return citations;
  const quoted = new Set(
    questions.flatMap(({ segments }) => segments.flatMap(({ segment }) => segment.citations)),
  );
  return quoted.size === 0 ? citations : citations.filter(({ fact }) => !quoted.has(fact));
}
