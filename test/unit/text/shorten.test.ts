import { expect, test } from 'vitest';
import { firstOf, shorten } from '../../../server/src/text/shorten.js';

test.each([
  ['een twee drie', 9, 'een twee …'],
  ['een twee drie', 13, 'een twee drie'],
  ['eenwoord', 3, 'een …'],
  ['een😀', 4, 'een …'],
])('%j in %i characters', (text, most, cut) => {
  expect(shorten(text, most)).toBe(cut);
});

test('no character is cut in two', () => {
  expect([2, 3, 4, 5].map((most) => firstOf('a😀😀', most))).toEqual(['a', 'a😀', 'a😀', 'a😀😀']);
});
