import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../server/src/model/brief.js';
import { orNothing } from '../../../server/src/edits/edit.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { rules } from '../../../server/src/rules/index.js';
import { contextOf } from '../../../server/src/rules/context.js';
import { applyEdits } from '../../../server/src/text/text.js';
import { readPicture } from '../picture.js';

const folder = 'docs/rules';
const codes = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => name.slice(0, -3));

test('every rule has a page, and every page a rule', () => {
  expect(codes.sort()).toEqual(rules.map(({ code }) => code).sort());
});

test('the list of rules names them all', () => {
  const list = readFileSync(`${folder}/README.md`, 'utf8');
  for (const { code, area, severity, summary } of rules)
    expect(list).toContain(`| [${code}](${code}.md) | ${area} | ${severity} | ${summary.en} |`);
});

function findings(source: string, code: string, letter?: string) {
  const rule = rules.find((one) => one.code === code)!;
  // A rule that is off is switched on for its own page.
  const severities = rule.severity === 'off' ? { [code]: 'info' as const } : {};
  const brief = parseBrief(source);
  const context = contextOf(
    brief,
    (path) =>
      letter !== undefined && path === 'brief.brief.md'
        ? { state: 'found', brief: parseBrief(letter) }
        : { state: path === 'weg.brief.md' ? 'missing' : 'unknown' },
    undefined,
    () => '2026-03-02',
  );
  return check(brief, context, { severities }).filter((report) => report.code === code);
}

describe.each(codes)('%s', (code) => {
  const page = readFileSync(`${folder}/${code}.md`, 'utf8');
  const example = (heading: string) =>
    new RegExp(`## ${heading}\n\n\`{4}brief\n([\\s\\S]*?)\`{4}`).exec(page)?.[1];
  const rule = rules.find((one) => one.code === code)!;
  const letter = example('De brief / The letter');

  test('says what the rule says', () => {
    expect(page).toContain(`| ${rule.area} | ${rule.severity} |`);
    expect(page).toContain(rule.summary.en);
    expect(page).toContain(rule.summary.nl);
  });

  test('the wrong example has exactly the marked findings', () => {
    const { text, marks } = readPicture(example('Fout / Wrong')!);
    const found = findings(text, code, letter).map(({ place, code: name }) => ({
      ...rangeOf(place),
      label: name,
    }));
    expect(found).toEqual(marks);
    expect(marks.length).toBeGreaterThan(0);
  });

  test('the right example has none', () => {
    expect(findings(example('Goed / Right')!, code, letter)).toEqual([]);
  });

  test('it is silenced for the whole file where the page says so', () => {
    const comment = `<!-- kb negeer-bestand ${code}: reden -->`;
    const { text } = readPicture(example('Fout / Wrong')!);
    const end = text.indexOf('\n---\n', 4);
    if (!page.includes(comment) || end < 0) return;
    const silenced = `${text.slice(0, end)}\n---\n\n${comment}\n${text.slice(end + 5)}`;
    expect(findings(silenced, code, letter)).toEqual([]);
  });

  test('the fix does what the page shows', () => {
    const { text } = readPicture(example('Fout / Wrong')!);
    const fixed = example('Na de oplossing / After the fix');
    const fix = findings(text, code, letter)[0].fixes?.[0];
    expect(fix !== undefined).toBe(fixed !== undefined);
    if (!fix || fixed === undefined) return;
    expect(applyEdits(text, orNothing(fix.edits()))).toBe(fixed);
    expect(findings(fixed, code, letter)).toEqual([]);
  });
});
