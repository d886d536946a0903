import { isNumbered } from '../../edits/questions/form.js';
import { renumberEdits } from '../../edits/renumber.js';
import type { Offer } from './action.js';

/** All questions in the order in which they stand, with everything that refers to them. */
export const renumber: Offer = (brief) =>
  brief.questions.length > 0 && isNumbered(brief)
    ? [
        {
          id: 'renumber',
          kind: 'source.renumber.kamerbrief',
          title: {
            nl: 'Vragen hernummeren, met alle verwijzingen',
            en: 'Renumber the questions, with all references',
          },
          edits: () => renumberEdits(brief),
        },
      ]
    : [];
