import type { Brief, PlacedReference } from '../model/brief.js';
import { isDoubtful } from '../model/targets.js';
import { refusal, type Edited } from './edit.js';
import { settle } from './numbering/settle.js';
import { lettersInOrder, planOf } from './numbering/standing.js';

/**
 * Numbers the questions in the order in which they stand, from 1 on, in every group anew where the document does so, and
 * the letters of sub-questions from a on. Answers and references in plain words follow their question. Questions that
 * stand out of order for the sake of a combined answer keep their order. Refused where the numbers are the asker's.
 */
export function renumberEdits(brief: Brief): Edited {
  if (brief.numbering === 'given')
    return refusal(
      'De nummers van de vragen zijn gegeven door de vragensteller (nummering: gegeven) en blijven zoals ze zijn.',
      'The numbers of the questions are given by those who ask (numbering: given) and stay as they are.',
    );
  return settle(brief, {
    ...planOf(brief.questions),
    subQuestions: lettersInOrder(brief),
    compose: (numbering) => numbering,
  });
}

/**
 * References to a number that several questions have. An edit takes the nearest question above; whoever wrote the
 * reference may have meant another, and should look at it.
 */
export function doubtfulReferences(brief: Brief): PlacedReference[] {
  return brief.crossReferences.filter((reference) => !reference.quoted && isDoubtful(brief, reference));
}
