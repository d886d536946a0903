import { describe, expect, test } from 'vitest';
import { importDocument } from '../../server/src/documents/in/index.js';
import { parseBrief } from '../../server/src/model/document.js';
import { fonts } from './import/fonts.js';
import { expectedOf, firstDifference, modelOf, notesOf, printedNotesOf } from './import/judge.js';
import { nota, questions } from './import/nota.js';
import { printPdf, type PageSetting } from './import/pdf-printer.js';
import { print, type Printed } from './import/printer.js';

const part = nota();
const pages: PageSetting = {
  family: 'TimesRoman',
  size: 10,
  leading: 1.3,
  width: 400,
  height: 640,
  paragraphs: 'space',
  justified: true,
  hyphenates: true,
  boldHeadings: true,
  noteSize: 0.8,
  raisedNumbers: true,
  head: 'Tweede Kamer, vergaderjaar 2024–2025, 36 999, nr. 7',
  foot: 'number',
};

async function holds(bytes: Uint8Array, printed: Printed['parts'][number]) {
  const result = await importDocument(bytes);
  if (!result.ok) throw new Error(result.reason.en);
  const [{ name, content }] = result.files;
  expect(name).toBe(part.file);
  expect(firstDifference(content, printed)).toBeNull();
  expect(notesOf(content)).toEqual(printedNotesOf(part));
  expect(modelOf(content, part)).toEqual(expectedOf(part));
  const numbers = parseBrief(content).questions.flatMap((question) => question.numbers);
  expect(numbers).toEqual(Array.from({ length: questions }, (_, i) => i + 1));
}

describe('a note after the report: every question by its number alone, with its answer, combined ones too', () => {
  test.each([
    ['justified, with heads in bold', pages],
    ['first lines set in, nothing in bold', { ...pages, paragraphs: 'indent', boldHeadings: false }],
    ['close, in narrow columns', { ...pages, paragraphs: 'none', width: 310, justified: false, head: null }],
  ] as const)('as PDF, %s', async (_, setting) => {
    const { bytes, parts } = await printPdf([part], setting);
    await holds(bytes, parts[0]);
  });

  test('as text', async () => {
    const { source, parts } = print([part], {
      font: fonts[0],
      width: 44,
      height: 50,
      spacing: 'single',
      pages: 'feed',
      numbered: () => true,
      numberAt: 'bottom',
      keepsSpaces: false,
      hyphenates: true,
      footApart: true,
      lineEnd: '\n',
    });
    await holds(new TextEncoder().encode(source), parts[0]);
  });
});
