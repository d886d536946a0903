import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Checked } from '../../../server/src/hosts/cli/checked.js';
import { pretty } from '../../../server/src/hosts/cli/output/pretty.js';
import manifest from '../../../package.json' with { type: 'json' };

const severities = ['error', 'warning', 'info', 'hint'] as const;

/** The lines of a check in both languages, a finding of every severity in each. */
const lines = (['nl', 'en'] as const).flatMap((language) =>
  pretty([
    {
      file: `map/${language}.brief.md`,
      language,
      findings: severities.map((severity) => ({
        code: 'answer-missing',
        severity,
        message: 'Vraag 2 (of 3): geen antwoord.',
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 4 } },
      })),
    } as unknown as Checked,
  ]).split('\n'),
);

test.each([
  ['error', 1],
  ['warning', 1],
  ['info', 2],
] as const)(
  'the problem matcher of %s finds its lines in the output of check, and no other',
  (severity, count) => {
    const { pattern } = manifest.contributes.problemMatchers.find((one) => one.severity === severity)!;
    const found = lines.flatMap((line) => new RegExp(pattern.regexp).exec(line)?.slice(1) ?? []);
    const one = (language: string) => [
      `map/${language}.brief.md`,
      '5',
      '3',
      'Vraag 2 (of 3): geen antwoord.',
      'answer-missing',
    ];
    const times = (language: string) => Array.from({ length: count }, () => one(language)).flat();
    expect(found).toEqual([...times('nl'), ...times('en')]);
  },
);

test('the page on checks names the matchers that there are', () => {
  const named = [...readFileSync('docs/checks.md', 'utf8').matchAll(/\$(kamerbrief-\w+)/g)].map(
    ([, name]) => name,
  );
  expect(named).toEqual(manifest.contributes.problemMatchers.map(({ name }) => name));
});

test('a finding is called in its line as it is in the sum', () => {
  const calls = lines.flatMap((line) => /:3 {2}(\S+) {2}/.exec(line)?.[1] ?? []);
  expect(calls).toEqual(['fout', 'waarschuwing', 'tip', 'tip', 'error', 'warning', 'hint', 'hint']);
});
