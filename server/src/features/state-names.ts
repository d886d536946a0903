import type { Words } from '../languages/messages.js';
import type { Status } from '../model/brief.js';

/** How far an answer is, in words. */
export const statusNames: Record<Status, Words> = {
  answered: { nl: 'beantwoord', en: 'answered' },
  referred: { nl: 'beantwoord met een verwijzing', en: 'answered by reference' },
  deferred: { nl: 'uitgesteld', en: 'deferred' },
  placeholder: { nl: 'nog te schrijven', en: 'still to be written' },
  empty: { nl: 'nog leeg', en: 'still empty' },
  missing: { nl: 'nog geen antwoord', en: 'no answer yet' },
};
