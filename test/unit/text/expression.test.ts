import { describe, expect, test } from 'vitest';
import { expression } from '../../../server/src/text/expression.js';

describe('letters and digits of the Latin script', () => {
  test.each([
    ['\\p{L}', 'aZéÿŁſế', '3-Жλ'],
    ['[\\p{L}\\p{N}]', 'aé3²₄½', '-_ '],
    ['[^\\p{L}]', '3 -', 'aé'],
  ])('%s', (source, yes, no) => {
    const one = expression(`^${source}$`, 'u');
    expect([...yes].filter((char) => !one.test(char))).toEqual([]);
    expect([...no].filter((char) => one.test(char))).toEqual([]);
  });

  test('around a word', () => {
    const word = expression('(?<![\\p{L}\\p{N}])vraag(?![\\p{L}\\p{N}])', 'iu');
    expect(
      ['Vraag 3', '“vraag”', 'éénvraag', 'vraag²', 'vraagtekens'].map((text) => word.test(text)),
    ).toEqual([true, true, false, false, false]);
  });
});
