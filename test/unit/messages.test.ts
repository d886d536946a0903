import { expect, test } from 'vitest';
import { listed } from '../../server/src/languages/messages.js';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test.each([
  [upTo(1), '1', '1'],
  [upTo(3), '1, 2 en 3', '1, 2 and 3'],
  [upTo(12), '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en 12', '1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12'],
  [upTo(13), '1, 2, 3, 4, 5, 6, 7, 8, 9, 10 en nog 3', '1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 3 more'],
])('a list of numbers: %j', (numbers, nl, en) => {
  expect(listed(numbers)).toEqual({ nl, en });
});
