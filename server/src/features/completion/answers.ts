import { openAnswerFor } from '../../edits/questions/form.js';
import type { Brief, Question } from '../../model/brief.js';
import { openingWords } from '../describe.js';
import { questionAbove } from '../around.js';
import { inOrder, type Completion, type Cursor } from './item.js';

/**
 * The start of an answer to each question that has none, by its number: `Antwoord op vraag 7:`, or as the document writes it.
 * A numbered question directly above needs no number, and the standard part does for it.
 */
export function answerItems({ brief, offset }: Cursor, word: string): Completion[] {
  const above = questionAbove(brief, offset);
  return brief.questions
    .filter(({ answers, numbers }) => answers.length === 0 && numbers.length > 0)
    .filter((question) => question !== above || isSpelled(question))
    .map((question, i) => {
      const opener = openerOf(brief, question);
      return {
        label: opener,
        detail: openingWords(brief, question),
        kind: 'answer',
        insert: written(opener),
        filter: opener.replace(/^[#*_\s]+/, ''),
        replace: { from: offset - word.length, to: offset },
        sort: inOrder(question === above ? 0 : 4, i),
      };
    });
}

/** An opener as it is to be typed on from: behind a colon, or below a line of its own. */
export function written(opener: string): string {
  return /:[*_]{0,2}$/.test(opener) ? `${opener} ` : `${opener}\n\n`;
}

function openerOf(brief: Brief, question: Question): string {
  const { numbers } = question;
  const like = isSpelled(question) && numbers.length === 1 ? openAnswerFor(brief, question, numbers[0]) : '';
  if (/\d/.test(like)) return like;
  const [and] = brief.language.numbers.and;
  const list =
    numbers.length > 1 ? `${numbers.slice(0, -1).join(', ')} ${and} ${numbers.at(-1)}` : String(numbers[0]);
  return `${brief.language.answer.numbered} ${list}:`;
}

function isSpelled({ opener }: Question): boolean {
  return opener?.fact.kind === 'question';
}
