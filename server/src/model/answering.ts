import type { Brief } from './brief.js';

/** Only a document that answers is asked for answers. */
export function answers({ kind, answers }: Brief): boolean {
  return kind === 'reply' || (kind === 'report' && answers.length > 0);
}

const fewest = { questions: 4, share: 1 / 3 };

/** With so few answers the document is not a reply with gaps, but one whose answers are written otherwise. */
export function answersOtherwise({ questions }: Brief): boolean {
  const answered = questions.filter(({ answers }) => answers.length > 0).length;
  return questions.length >= fewest.questions && answered < questions.length * fewest.share;
}
