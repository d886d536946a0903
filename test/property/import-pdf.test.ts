import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPdf } from '../../server/src/documents/in/pdf/index.js';
import { consultation } from './import/consultation.js';
import { expectedOf, firstDifference, modelOf, notesOf, printedNotesOf } from './import/judge.js';
import { pageSetting, printPdf } from './import/pdf-printer.js';
import { runsOf } from './runs.js';

const { seed, numRuns } = runsOf(25);
/** Milliseconds; many runs may take long. */
const limit = 60_000 + numRuns * 800;

test(
  'a consultation printed as PDF, imported, gives back what was generated',
  async () => {
    await fc.assert(
      fc.asyncProperty(consultation, pageSetting, async (parts, how) => {
        const printed = await printPdf(parts, how);
        const result = await importPdf(printed.bytes);
        if (!result.ok) throw new Error(result.reason.en);
        expect(result.files.map(({ name }) => name)).toEqual(parts.map(({ file }) => file));
        result.files.forEach(({ content }, i) => {
          // Words in order, paragraphs, and the place of every mark.
          expect(firstDifference(content, printed.parts[i])).toBeNull();
          expect(notesOf(content)).toEqual(printedNotesOf(parts[i]));
          expect(modelOf(content, parts[i])).toEqual(expectedOf(parts[i]));
        });
        expect(result.notices.filter(({ message }) => !message.en.includes('running head'))).toEqual([]);
      }),
      // Making a failure small would take many prints.
      { seed, numRuns, endOnFailure: true },
    );
  },
  limit + 5000,
);
