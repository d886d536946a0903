import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colour, has, type Scopes } from './tokens.js';

/**
 * One file a case: text, and under a line what colours it. `   ^^^ scope` means that the scope covers these characters of
 * the line and no others; several such lines with one scope add up. `   ^^^ - scope` means that it covers none of these.
 */
const caret = /^(\s*)(\^[ ^]*?) (- )?([a-z][\w.-]*)$/;

interface Line {
  text: string;
  number: number;
  claims: { scope: string; not: boolean; columns: number[] }[];
}

function readCase(source: string): Line[] {
  const lines: Line[] = [];
  source
    .replace(/\n$/, '')
    .split('\n')
    .forEach((text, i) => {
      const mark = caret.exec(text);
      if (!mark) {
        lines.push({ text, number: i + 1, claims: [] });
        return;
      }
      const columns = [...mark[2]].flatMap((char, column) => (char === '^' ? [mark[1].length + column] : []));
      lines.at(-1)!.claims.push({ scope: mark[4], not: !!mark[3], columns });
    });
  return lines;
}

const columnsOf = (scopes: Scopes, scope: string) =>
  scopes.flatMap((one, column) => (has(one, scope) ? [column] : []));

const picture = (columns: readonly number[]) =>
  Array.from({ length: Math.max(-1, ...columns) + 1 }, (_, i) => (columns.includes(i) ? '^' : ' ')).join('');

const folder = new URL('cases/', import.meta.url);

describe.each(readdirSync(folder))('%s', (file) => {
  const lines = readCase(readFileSync(new URL(file, folder), 'utf8'));

  test('claims something', () => {
    expect(lines.flatMap(({ claims }) => claims)).not.toEqual([]);
  });

  test('is coloured as it shows', async () => {
    const scopes = await colour(lines.map(({ text }) => text));
    const wanted: string[] = [];
    const found: string[] = [];
    lines.forEach(({ text, number, claims }, i) => {
      for (const scope of new Set(claims.filter(({ not }) => !not).map((claim) => claim.scope))) {
        const columns = claims
          .filter((claim) => !claim.not && claim.scope === scope)
          .flatMap((claim) => claim.columns)
          .sort((a, b) => a - b);
        wanted.push(`${number}: ${text}\n${number}: ${picture(columns)} ${scope}`);
        found.push(`${number}: ${text}\n${number}: ${picture(columnsOf(scopes[i], scope))} ${scope}`);
      }
      for (const { scope, columns } of claims.filter(({ not }) => not)) {
        const covered = columns.filter((column) => has(scopes[i][column] ?? [], scope));
        wanted.push(`${number}: ${text}\n${number}:  no ${scope}`);
        found.push(`${number}: ${text}\n${number}: ${picture(covered)} no ${scope}`);
      }
    });
    expect(found.join('\n')).toBe(wanted.join('\n'));
  });
});
