import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDocument } from '../../server/src/documents/in/index.js';
import { consultation } from './import/consultation.js';
import { printWord, wordSetting } from './import/docx-printer.js';
import { expectedOf, firstDifference, modelOf, notesOf, printedNotesOf } from './import/judge.js';
import { runsOf } from './runs.js';

const { seed, numRuns } = runsOf(100);

test('a consultation set in Word, imported, gives back what was generated', async () => {
  await fc.assert(
    fc.asyncProperty(consultation, wordSetting, async (parts, how) => {
      const printed = printWord(parts, how);
      const result = await importDocument(printed.file);
      if (!result.ok) throw new Error(result.reason.en);
      expect(result.files.map(({ name }) => name)).toEqual(parts.map(({ file }) => file));
      result.files.forEach(({ content }, i) => {
        expect(firstDifference(content.replaceAll('**', ''), printed.parts[i]), content).toBeNull();
        expect(notesOf(content)).toEqual(printedNotesOf(parts[i]));
        expect(modelOf(content, parts[i]), content).toEqual(expectedOf(parts[i]));
      });
    }),
    { seed, numRuns },
  );
}, 120_000);
