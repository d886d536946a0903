import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importText } from '../../server/src/documents/in/text/index.js';
import { consultation } from './import/consultation.js';
import { expectedOf, firstDifference, modelOf, notesOf, printedNotesOf } from './import/judge.js';
import { print, setting } from './import/printer.js';
import { firstLost } from '../unit/documents/streams.js';
import { runsOf } from './runs.js';

const { seed, numRuns } = runsOf(200);
/** Milliseconds; many runs may take long. */
const limit = 60_000 + numRuns * 200;

test(
  'a printed consultation, imported, gives back what was generated',
  () => {
    fc.assert(
      fc.property(consultation, setting, (parts, how) => {
        const printed = print(parts, how);
        const result = importText(printed.source);
        if (!result.ok) throw new Error(result.reason.en);
        expect(result.files.map(({ name }) => name)).toEqual(parts.map(({ file }) => file));
        result.files.forEach(({ content }, i) => {
          // Words in order, paragraphs, and the place of every mark.
          expect(firstDifference(content, printed.parts[i])).toBeNull();
          expect(notesOf(content)).toEqual(printedNotesOf(parts[i]));
          expect(modelOf(content, parts[i])).toEqual(expectedOf(parts[i]));
        });
        expect(result.notices).toEqual([]);
      }),
      // A failure is made small for no longer than this.
      { seed, numRuns, interruptAfterTimeLimit: limit, markInterruptAsFailure: true },
    );
  },
  limit + 5000,
);

/** Lines that mean something to the importer, whole and half. */
const lines = fc.array(
  fc.oneof(
    fc.constantFrom(
      '',
      '',
      '3',
      '12',
      '- 4 -',
      'Pagina 5',
      ' De leden van de fractie van D66 vragen dit.',
      '\fDe leden lezen dat 20231 dorpen',
      'Vragen en opmerkingen van de leden van de fractie van D66',
      'Vragen en opmerkingen van de leden van de fracties van D66, de PVV en de',
      'ChristenUnie',
      'BRIEF VAN DE VOORZITTER VAN DE VASTE COMMISSIE VOOR',
      'BRIEF VAN DE MINISTER VAN CULTUUR',
      'Den Haag, 3 maart 2025',
      'Aan de minister van Cultuur',
      'De Minister van Cultuur,',
      'Vraag 1',
      'Vragen 2 en 3',
      '1. Klopt dit?1',
      '2. Klopt dat, zo vragen deze leden.2 En',
      'Antwoord: Ja.2 Zie nr. 963',
      'Antwoord op vraag 2:',
      'Antwoord',
      '1, 2 en 3',
      'a. een punt;',
      '1) nog een punt;',
      '• een stip',
      '- een streepje',
      '1 Zie https://www.dorpen.nl/lijst-',
      'van-dorpen?jaar=',
      '2 Kamerstukken II 2023/24, 36 471, nr. 96.',
      '3Zonder spatie.',
      'en mede-',
      'overheden of in-',
      'en uitvoer, COA-',
      'opvang',
      'm2 en CO2 en Horizon2020.',
      '# kop * ster _ streep [^1] ` < > | ~',
      '---',
      '[^9]: geen noot',
      '===',
      '2025. Dat jaar.',
      '> aangehaald',
    ),
    fc.string({ maxLength: 20, unit: 'grapheme-ascii' }),
  ),
  { maxLength: 40 },
);

test('of any text, every word stands once and in its order, or nothing is imported', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\n\n', '\r\n'), (source, lineEnd) => {
      const result = importText(source.join(lineEnd));
      if (!result.ok) return;
      const printed = source.flatMap((line) => line.split(/[\r\n\f]/));
      expect(
        firstLost(
          printed,
          result.files.map(({ content }) => content),
        ),
      ).toBeNull();
    }),
    { seed, numRuns: numRuns * 5 },
  );
});
