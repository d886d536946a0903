import { expect, test } from 'vitest';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';
import { hostileTexts } from './hostile-texts.js';

/** What takes more than linear time never ends at this size, and fails by the time limit of the test. */
const size = 300_000;

test.each(Object.entries(hostileTexts(size)))('%s', { timeout: 20_000 }, (_name, source) => {
  const brief = parseBrief(source);
  expect(brief.text.toString()).toBe(source.replace(/\r\n?/g, '\n'));
  expect(check(brief, alone).map(({ code }) => code)).not.toContain('rule-failed');
});
