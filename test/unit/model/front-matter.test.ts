import { expect, test } from 'vitest';
import { rangeOf } from '../../../server/src/model/brief.js';
import { BriefDocument, parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { alone } from '../../../server/src/rules/context.js';
import { applyEdits, type TextEdit } from '../../../server/src/text/text.js';

const unclosed = '---\nsoort: antwoord\nvan:\n  naam: A. de Wit\n\n1. Klopt dit?\n\nAntwoord: Ja.\n';
const codes = (source: string) => check(parseBrief(source), alone).map(({ code }) => code);

test('details that are not closed are one finding, and its fix closes them', () => {
  const [finding, ...others] = check(parseBrief(unclosed), alone);
  expect(others).toEqual([]);
  expect(finding.code).toBe('front-matter-invalid');
  expect(rangeOf(finding.place)).toEqual({ from: 0, to: 3 });
  const closed = applyEdits(unclosed, finding.fixes![0].edits() as TextEdit[]);
  expect(closed).toContain('  naam: A. de Wit\n---\n\n1. Klopt dit?');
  expect(parseBrief(closed).frontMatter.values).toEqual({ kind: 'reply', from: { name: 'A. de Wit' } });
  expect(codes(closed)).toEqual([]);
});

test('the finding covers their first line, also while that is typed in', () => {
  const document = new BriefDocument(unclosed);
  document.update([{ from: 3, to: 3, insert: ' ' }]);
  const [finding] = check(document.brief, alone);
  expect(rangeOf(finding.place)).toEqual({ from: 0, to: 4 });
});

test('closing them while typing takes the finding away', () => {
  const document = new BriefDocument(unclosed);
  const at = unclosed.indexOf('\n1.');
  document.update([{ from: at, to: at, insert: '---\n' }]);
  expect(check(document.brief, alone)).toEqual([]);
});

test('whose notes stand at the end, in the words of the document', () => {
  const { frontMatter } = parseBrief('---\nsoort: antwoord\nslotnoten: vragenstellers\n---\n');
  expect(frontMatter.values.closingNotes).toBe('questioners');
  expect(frontMatter.problems).toEqual([]);
});

test('a heading above a part of a report is no answer', () => {
  expect(codes('De commissie brengt verslag uit.\n\n## Antwoord\n\n[Antwoord](antwoord.brief.md)\n')).toEqual(
    [],
  );
});

test('a value with a colon is read as it is typed, also that of the person who signs', () => {
  const { frontMatter } = parseBrief(
    '---\nonderwerp: Wonen: de cijfers\nvan:\n  naam: A. de Wit\n  ambt: minister: Wonen\n---\n',
  );
  expect(frontMatter.values).toEqual({
    subject: 'Wonen: de cijfers',
    from: { name: 'A. de Wit', office: 'minister: Wonen' },
  });
  expect(frontMatter.problems.map(({ reason }) => reason.kind)).toEqual(['cut', 'cut']);
});

test.each([
  [
    'of which the last has no line end',
    '---\nsoort: brief\nonderwerp: iets',
    '---\nsoort: brief\nonderwerp: iets\n---\n',
  ],
  [
    'with a list at the margin',
    '---\nvragenstellers:\n- D66\n- VVD\n\nKlopt dit?\n',
    '---\nvragenstellers:\n- D66\n- VVD\n---\n\nKlopt dit?\n',
  ],
])('details %s are closed below the last', (_, source, closed) => {
  const [finding] = check(parseBrief(source), alone);
  expect(applyEdits(source, finding.fixes![0].edits() as TextEdit[])).toBe(closed);
});
