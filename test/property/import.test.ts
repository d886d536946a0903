import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importText } from '../../server/src/documents/in/text/index.js';
import { consultation } from './import/consultation.js';
import { expectedOf, firstDifference, modelOf, notesOf, printedNotesOf } from './import/judge.js';
import { print, setting } from './import/printer.js';

const numRuns = Number(process.env.KAMERBRIEF_RUNS ?? 200);
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
      { seed: 20241023, numRuns, interruptAfterTimeLimit: limit, markInterruptAsFailure: true },
    );
  },
  limit + 5000,
);
