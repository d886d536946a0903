import { named } from '../languages/messages.js';
import { statusOf } from '../model/brief.js';
import { longDate } from '../model/dates.js';
import { isDone, workNotes } from '../model/work.js';
import { defineRule, type Finding } from './rule.js';

export default defineRule({
  code: 'work-note-passed',
  area: 'frame',
  severity: 'info',
  summary: {
    nl: 'De datum in een werknotitie is voorbij.',
    en: 'The date in a work note has passed.',
  },
  check: (brief, context) => {
    const today = context.today();
    if (!today) return [];
    const told = new Set<unknown>();
    return [...workNotes(brief)].flatMap(([question, note]): Finding[] => {
      if (note.due === null || note.due >= today || isDone(note, statusOf(question))) return [];
      const { language } = brief;
      const { block, field } = note.directives
        .flatMap(({ block, fact }) => fact.fields.map((field) => ({ block, field })))
        .find(({ field: { key, value } }) => key === 'due' && value)!;
      // A note at the answer to several questions is one note.
      if (told.has(field)) return [];
      told.add(field);
      const name = question.numbers.length ? named(question) : { nl: 'Deze vraag', en: 'This question' };
      const verb = question.numbers.length > 1 ? { nl: 'hadden', en: 'were' } : { nl: 'had', en: 'was' };
      const date = longDate(note.due!, language);
      return [
        {
          place: { block, at: field.body },
          message: {
            nl: `${name.nl} ${verb.nl} op ${date} klaar moeten zijn. Zet de stand op ‘${language.directives.states.agreed}’ of kies een nieuwe datum.`,
            en: `${name.en} ${verb.en} due on ${date}. Set the state to ‘${language.directives.states.agreed}’, or choose a new date.`,
          },
        },
      ];
    });
  },
});
