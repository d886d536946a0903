import { placeOf, spanOf } from '../model/brief.js';
import { defineRule } from './rule.js';

export default defineRule({
  code: 'comment-unclosed',
  area: 'frame',
  severity: 'error',
  summary: {
    nl: 'Een onzichtbare opmerking wordt niet afgesloten.',
    en: 'An invisible comment is not closed.',
  },
  check: ({ openComments }) =>
    openComments.map((comment) => ({
      place: placeOf(comment),
      message: {
        nl: 'Deze opmerking begint met <!-- maar eindigt nergens. Zet --> aan het eind, anders valt de tekst erna weg.',
        en: 'This comment begins with <!-- but never ends. Put --> at its end, or the text after it disappears.',
      },
      fixes: [
        {
          title: {
            nl: 'Sluit de opmerking af aan het eind van de regel',
            en: 'Close the comment at the end of the line',
          },
          safe: true,
          edits: () => {
            const { to } = spanOf(comment);
            return [{ from: to, to, insert: ' -->' }];
          },
        },
      ],
    })),
});
