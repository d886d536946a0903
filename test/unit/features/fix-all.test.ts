import { describe, expect, test } from 'vitest';
import { safeFixes } from '../../../server/src/features/actions/fix-all.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { check } from '../../../server/src/rules/check.js';
import { applyEdits } from '../../../server/src/text/text.js';

function fixed(source: string): string {
  const brief = parseBrief(source);
  const reports = check(brief, {
    file: () => ({ state: 'unknown' }),
    comparison: () => null,
    today: () => null,
  });
  return applyEdits(source, safeFixes(brief, reports));
}

describe('what may be done unasked', () => {
  test('is done together', () => {
    expect(
      fixed(
        '---\nsoort: antwoord\nonderwerp: Wonen: een visie\n---\n\n1. Ziet u dit?\n\n1. Zus.\n2. Zo.\n\nAntwoord: Ja.[^a][^b]\n\n[^b]: Tweede.\n\n[^a]: Eerste.\n',
      ),
    ).toBe(
      '---\nsoort: antwoord\nonderwerp: "Wonen: een visie"\n---\n\n1. Ziet u dit?\n\n1) Zus.\n2) Zo.\n\nAntwoord: Ja.[^a][^b]\n\n[^a]: Eerste.\n\n[^b]: Tweede.\n',
    );
  });

  test('is nothing that someone must decide', () => {
    const text = '1. Klopt dit?\n\n3. En dit?[^weg]\n\nAntwoord: Ja.\n\n[^los]: Noot.\n';
    expect(fixed(text)).toBe(text);
  });

  test('changes no word of a question in a reply', () => {
    const cite = (first: string) =>
      `---\nsoort: antwoord\nkamer: eerste\n---\n\n1. Kent u ${first}?\n\nAntwoord: Ja, Kamerstukken II 2023/24, 36 471, nr. 96.\n`;
    const loose = cite('Kamerstukken II, vergaderjaar 2023-2024, 36 471, nr. 96');
    expect(fixed(loose)).toBe(loose);
    expect(
      fixed(
        loose.replace(
          'Antwoord: Ja, Kamerstukken II 2023/24',
          'Antwoord: Ja, Kamerstukken II, vergaderjaar 2023-2024',
        ),
      ),
    ).toBe(loose);
  });

  test('of fixes that touch, the first is done', () => {
    const once = fixed('Een[^a] twee[^b].\n\n[^b]: Tweede.\n\n[^b]: Tweede.\n\n[^a]: Eerste.\n');
    expect(fixed(once)).toBe('Een[^a] twee[^b].\n\n[^a]: Eerste.\n\n[^b]: Tweede.\n');
  });
});
