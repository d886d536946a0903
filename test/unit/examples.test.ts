import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statusOf } from '../../server/src/model/brief.js';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { contextOf } from '../../server/src/rules/context.js';
import { rules } from '../../server/src/rules/index.js';

const files = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.brief.md'))
  .map((name) => join('examples', name));

function reports(file: string) {
  const brief = parseBrief(readFileSync(file, 'utf8'));
  const context = contextOf(
    brief,
    (name) => {
      const path = resolve(dirname(file), name);
      return existsSync(path)
        ? { state: 'found', brief: parseBrief(readFileSync(path, 'utf8')) }
        : { state: 'missing' };
    },
    undefined,
    () => '2025-01-07',
  );
  return check(brief, context);
}

describe.each(files.filter((file) => !file.includes('fouten')))('%s', (file) => {
  test('has nothing to report', () => {
    expect(reports(file).map(({ code, message }) => `${code}: ${message.en}`)).toEqual([]);
  });
});

test('the broken examples show every rule that is on', () => {
  const broken = files.filter((file) => file.includes('fouten'));
  const shown = new Set(broken.flatMap(reports).map(({ code }) => code));
  expect(
    rules.filter(({ code, severity }) => severity !== 'off' && !shown.has(code)).map(({ code }) => code),
  ).toEqual([]);
});

test('the example consultation is as rich as a real one', () => {
  const reply = parseBrief(readFileSync('examples/warmtenetten/antwoord.brief.md', 'utf8'));
  expect(reply.questions.length).toBe(30);
  expect(reply.groups.map(({ names }) => names.join())).toEqual([
    'GroenLinks-PvdA',
    'D66',
    'PVV',
    'ChristenUnie',
  ]);
  expect(reply.questions.map(statusOf).filter((status) => status === 'referred').length).toBe(1);
  const letter = parseBrief(readFileSync('examples/warmtenetten/brief.brief.md', 'utf8'));
  expect(letter.questions.flatMap(({ sentences }) => sentences).length).toBeGreaterThan(48);
});
