import { named, questionPlace } from './describe.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'question-no-end',
  area: 'numbering',
  severity: 'info',
  summary: {
    nl: 'Een genummerde vraag bevat geen vraagzin.',
    en: 'A numbered question has no asking sentence.',
  },
  check: ({ questions }) =>
    questions
      .filter(({ opener, sentences }) => opener && sentences.length === 0)
      .map((question) => ({
        place: questionPlace(question),
        message: {
          nl: `${named(question).nl} vraagt niets: er staat geen zin met een vraagteken. Is de vraag volledig overgenomen?`,
          en: `${named(question).en} asks nothing: no sentence ends in a question mark. Was the question taken over in full?`,
        },
      })),
});
