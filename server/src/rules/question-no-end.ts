import { named } from '../languages/messages.js';
import { questionPlace } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'question-no-end',
  area: 'numbering',
  severity: 'info',
  summary: {
    nl: 'Een genummerde vraag bevat geen vraagzin.',
    en: 'A numbered question has no asking sentence.',
  },
  check: ({ questions }) => {
    const silent = questions.filter(
      ({ opener, sentences }) =>
        opener && sentences.length === 0 && (opener.fact.kind === 'number' || opener.fact.asks),
    );
    // Where most of them ask nothing, they are no questions but recommendations.
    if (questions.length > 2 && silent.length * 2 > questions.length) return [];
    return silent.map((question) => ({
      place: questionPlace(question),
      message: {
        nl: `In ${named(question).nl.toLowerCase()} staat geen zin die iets vraagt. Is de vraag volledig overgenomen, of ontbreekt het vraagteken?`,
        en: `No sentence of ${named(question).en.toLowerCase()} asks anything. Was the question taken over in full, or is the question mark missing?`,
      },
    }));
  },
});
