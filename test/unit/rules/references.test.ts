import { expect, test } from 'vitest';
import { parseBrief } from '../../../server/src/model/document.js';
import { rules } from '../../../server/src/rules/index.js';

/** The codes that a text gets from the rules on references and answers. */
function codes(source: string): string[] {
  const brief = parseBrief(source);
  return rules
    .filter(({ area }) => area === 'cross-references' || area === 'answers')
    .flatMap((rule) => rule.check(brief, {} as never).map(() => rule.code));
}

test('an answer that refers to another document is no dead end', () => {
  expect(
    codes(
      '1. Een?\n\nAntwoord: Zie het antwoord op vraag 2.\n\n2. Twee?\n\nAntwoord: Zie het antwoord op vraag 3 van de Eerste Kamer.\n',
    ),
  ).not.toContain('reference-circular');
});
