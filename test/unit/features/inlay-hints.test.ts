import { expect, test } from 'vitest';
import { inlayHints } from '../../../server/src/features/inlay-hints.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { numberNotes } from '../../../server/src/model/note-numbers.js';

/** The text with the hints in it, between `‹` and `›`. */
function shown(source: string, from = 0, to = source.length): string {
  const brief = parseBrief(source);
  const marks = numberNotes(brief, () => ({ state: 'unknown' })).get(brief)!;
  return inlayHints(brief, marks, { from, to }).reduceRight(
    (text, { at, text: hint }) => `${text.slice(0, at)}‹${hint}›${text.slice(at)}`,
    source,
  );
}

test('behind marks and at their texts', () => {
  expect(shown('Een.[^b] Twee.[^a] Drie.^[C.]\n\n[^a]: A.\n\n[^b]: B.')).toBe(
    'Een.[^b]‹1› Twee.[^a]‹2› Drie.^[C.]‹3›\n\n[^a]‹2›: A.\n\n[^b]‹1›: B.',
  );
});

test('not where the label says it, nor at a text that nothing refers to', () => {
  expect(shown('Een.[^1] Twee.[^3]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.')).toBe(
    'Een.[^1] Twee.[^3]‹2›\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]‹2›: C.',
  );
});

test('the second series has its own sign', () => {
  const source =
    '---\nsoort: antwoord\nslotnoten: questioners\n---\n\n1. Klopt dit?[^1]\n\nAntwoord: Ja.\n\n[^1]: Een noot.\n';
  expect(shown(source)).toBe(source.replaceAll('[^1]', '[^1]‹1)›'));
});

test('only where asked for', () => {
  expect(shown('Een.[^b]\n\nTwee.[^a]\n\n[^a]: A.\n\n[^b]: B.', 9, 20)).toBe(
    'Een.[^b]\n\nTwee.[^a]‹2›\n\n[^a]: A.\n\n[^b]: B.',
  );
});

test('the explanation is in the language of the document', () => {
  const brief = parseBrief('---\nlanguage: en\n---\n\nOne.[^a]\n\n[^a]: A.');
  const marks = numberNotes(brief, () => ({ state: 'unknown' })).get(brief)!;
  expect(inlayHints(brief, marks, { from: 0, to: 99 })[0].tooltip).toBe('Printed as note 1');
});
