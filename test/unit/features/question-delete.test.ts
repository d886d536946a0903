import { expect, test } from 'vitest';
import { questionDelete } from '../../../server/src/features/actions/question-delete.js';
import { parseBrief } from '../../../server/src/model/document.js';

const title = (source: string) => {
  const brief = parseBrief(`---\nsoort: antwoord\n---\n\n${source}`);
  const at = brief.text.toString().indexOf('Klopt');
  return questionDelete(brief, { from: at, to: at })[0].title.nl;
};
const left = 'Verwijder vraag 1 met het antwoord; één verwijzing wijst dan nergens naar';

test.each([
  [
    'in a note that goes with the question',
    '1. Klopt dit?[^a]\n\nAntwoord: Ja.[^b]\n\n2. En dit?\n\nAntwoord: Nee.\n\n[^a]: Zie vraag 1.\n[^b]: Zie ook.[^c]\n[^c]: Zie het antwoord op vraag 1.\n',
    'Verwijder vraag 1 met het antwoord',
  ],
  [
    'in a note that stays',
    '1. Klopt dit?[^a]\n\nAntwoord: Ja.\n\n2. En dit?\n\nAntwoord: Nee.[^a]\n\n[^a]: Zie vraag 1.\n',
    left,
  ],
  [
    'in an answer that stays, as it is also for another question',
    '1. Klopt dit?\n\n2. En dit?\n\nAntwoord op de vragen 1 en 2: Ja. Zie vraag 1.\n',
    left,
  ],
])('a reference is counted that will point nowhere: %s', (_where, source, expected) => {
  expect(title(source)).toBe(expected);
});
