import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../server/src/languages/index.js';
import { patternsOf } from '../../../server/src/languages/patterns.js';
import { cueOf } from '../../../server/src/text/cue.js';
import { runsOf } from '../../property/runs.js';

describe('the words that a text must hold for an expression to match', () => {
  it.each([
    [/antwoord/, 'antwoord'],
    [/(?<!\p{L})(?:vraag|vragen)\b/u, 'vraag|vragen'],
    [/vra(?:ag|gen)/, 'vra'],
    [/(?:de )?brief van/, 'brief van'],
    [/brief(?:ing)?s? en nota/, ' en nota'],
    [/brieven?/, 'brieve'],
    [/zo+rgen/, 'rgen'],
    [/kamer{2}stuk/, 'kamer'],
    [/(?:of|en) [^.?!]{0,20}minister(?!raad)/, 'minister'],
    [/(?:kamer){2}/, 'kamer'],
    [/(?<groep>fractie)/, 'fractie'],
  ])('of %s', (pattern, words) => {
    expect(cueOf(pattern)?.source).toBe(words);
  });

  it.each([[/\d{1,4}/], [/en|of/], [/minister|[IVX]+/], [/(?:brief)?/], [/(?<=minister) /], [/nota{0,3}/u]])(
    'none where other texts match: %s',
    (pattern) => {
      const cue = cueOf(pattern);
      expect(cue === null || cue.test('nota')).toBe(true);
    },
  );

  const patterns = Object.values(languages).flatMap((language) =>
    Object.entries(patternsOf(language)).flatMap(([name, value]: [string, unknown]) =>
      [value]
        .flat()
        .map((one) => (one instanceof RegExp ? one : (one as { pattern?: unknown }).pattern))
        .filter((one) => one instanceof RegExp)
        .map((pattern, i) => [`${language.id} ${name} ${i}`, pattern] as const),
    ),
  );

  it.each(patterns)('a text that %s matches holds them', (_, pattern) => {
    const cue = cueOf(pattern);
    if (!cue) return;
    const plain = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''));
    fc.assert(
      fc.property(
        fc.stringMatching(new RegExp(withoutLooks(pattern.source), pattern.flags.replace(/[gimy]/g, ''))),
        (text) => {
          fc.pre(plain.test(text));
          expect(text).toMatch(cue);
        },
      ),
      { ...runsOf(20), maxSkipsPerRun: 10_000 },
    );
  });
});

/** What the generator of texts cannot make is left out; the texts are tried on the expression itself. */
function withoutLooks(source: string): string {
  const look = /\(\?<?[=!]/.exec(source);
  if (!look) return source.replaceAll('\\b', '');
  const group = /\\.|\[(?:\\.|[^[\]\\])*\]|[()]/g;
  group.lastIndex = look.index;
  let depth = 0;
  do {
    const sign = group.exec(source)![0];
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  } while (depth > 0);
  return withoutLooks(source.slice(0, look.index) + source.slice(group.lastIndex));
}
