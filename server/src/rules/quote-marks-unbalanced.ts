import type { Comparison } from '../compare/compare.js';
import { quotationMark } from '../compare/words.js';
import type { Place, Question } from '../model/brief.js';
import { takeOver } from './quote-deviates.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'quote-marks-unbalanced',
  area: 'reply-against-letter',
  severity: 'warning',
  summary: {
    nl: 'In een overgenomen vraag wordt een aanhalingsteken niet gesloten of niet geopend.',
    en: 'In a quoted question a quotation mark is not closed or not opened.',
  },
  check: (brief, { comparison }) => {
    if (brief.kind !== 'reply') return [];
    const unbalanced = brief.questions.flatMap((question) => {
      const place = unbalancedMark(question);
      return place ? [{ question, place }] : [];
    });
    const held = unbalanced.length ? comparison() : null;
    return unbalanced
      .filter(({ question }) => !held || !isAskedSo(held, question))
      .map(({ question, place }) => ({
        place,
        message: {
          nl: 'Bij dit aanhalingsteken ontbreekt het andere. Zet het erbij waar het citaat eindigt of begint.',
          en: 'This quotation mark lacks its other half. Add it where the quotation ends or begins.',
        },
        fixes: held ? fixesOf(held, question) : [],
      }));
  },
});

/** The first “ that is not closed, or ” that was not opened. */
function unbalancedMark({ segments }: Question): Place | null {
  const open: Place[] = [];
  for (const { block, segment } of segments)
    for (const { at, opens, first } of segment.quotationMarks)
      if (!opens) {
        if (!open.pop()) return { block, at };
      }
      // A quotation that goes on opens again at the start of each paragraph.
      else if (!first || open.length === 0) open.push({ block, at });
  return open[0] ?? null;
}

/** Whether the letter has it so: then the reply repeats it faithfully. */
function isAskedSo({ asked, quoted, foundIn }: Comparison, question: Question): boolean {
  return quoted.some(
    (spoken, j) =>
      spoken.question === question && foundIn[j] >= 0 && unbalancedMark(asked[foundIn[j]].question) !== null,
  );
}

/** The letter has the mark: take it over. */
function fixesOf(comparison: Comparison, question: Question) {
  const marks = comparison.differences.filter(
    ({ asked, quoted }) =>
      quoted.spoken.question === question &&
      asked !== null &&
      asked.spoken.wording.words.slice(asked.from, asked.to).some(({ form }) => form === quotationMark),
  );
  return marks.length === 1 ? [takeOver(comparison, marks[0])] : [];
}
