import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { orNothing } from '../../../server/src/edits/edit.js';
import { safeFixes } from '../../../server/src/features/actions/fix-all.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check, type Report } from '../../../server/src/rules/check.js';
import { rules } from '../../../server/src/rules/index.js';
import { applyEdits } from '../../../server/src/text/text.js';
import { readPicture } from '../picture.js';

/** What is left to be written by someone after a fix that says so. */
const openWork = new Set([
  'answer-empty',
  'answer-missing',
  'footnote-empty',
  'footnote-unused',
  'reference-dangling',
]);
const everyRule = Object.fromEntries(
  rules.filter(({ severity }) => severity === 'off').map(({ code }) => [code, 'info' as const]),
);

function reports(source: string): Report[] {
  return check(
    parseBrief(source),
    { file: () => ({ state: 'unknown' }), comparison: () => null, today: () => null },
    { severities: everyRule },
  );
}

function counted(source: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of reports(source)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const texts: [string, string][] = [
  ...readdirSync('docs/rules')
    .filter((name) => name !== 'README.md')
    .flatMap((name): [string, string][] => {
      const wrong = /## Fout \/ Wrong\n\n`{4}brief\n([\s\S]*?)`{4}/.exec(
        readFileSync(`docs/rules/${name}`, 'utf8'),
      );
      return wrong ? [[name, readPicture(wrong[1]).text]] : [];
    }),
  [
    'a question that ends in a list that looks like questions',
    '---\nsoort: antwoord\n---\n\n1. Hoe ziet u:\n\n1. de eik;\n2. de es?\n',
  ],
  [
    'a question without an answer whose number stands twice',
    '---\nsoort: antwoord\n---\n\n2. Klopt dit?\n\n2. De leden lezen dat.\n\n3. En dit?\n\nAntwoord: Ja.\n',
  ],
  [
    'a footnote with two texts, and one with none',
    '---\nsoort: antwoord\n---\n\n1. Klopt dit?[^a]\n\nAntwoord: Ja.[^b]\n\n[^a]: Bron.\n\n[^a]: Bron.\n',
  ],
  ['the broken example', readFileSync('examples/fouten/antwoord.brief.md', 'utf8')],
];

describe.each(texts)('%s', (_name, source) => {
  const before = counted(source);

  test.each(
    reports(source).flatMap((report, i) =>
      (report.fixes ?? []).map((fix, j) => [`${report.code}: ${fix.title.nl}`, i, j] as const),
    ),
  )('%s', (_title, i, j) => {
    const report = reports(source)[i];
    const edits = orNothing(report.fixes![j].edits());
    expect(edits).not.toEqual([]);
    const after = counted(applyEdits(source, edits));
    expect(after.get(report.code) ?? 0).toBeLessThan(before.get(report.code)!);
    const brought = [...after].filter(([code, count]) => count > (before.get(code) ?? 0));
    expect(brought.map(([code]) => code).filter((code) => !openWork.has(code))).toEqual([]);
  });

  test('the safe ones together', () => {
    const brief = parseBrief(source);
    const edits = safeFixes(brief, reports(source));
    const after = counted(applyEdits(source, edits));
    expect([...after].filter(([code, count]) => count > (before.get(code) ?? 0))).toEqual([]);
  });
});
