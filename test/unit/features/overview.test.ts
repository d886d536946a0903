import { describe, expect, test } from 'vitest';
import { compare } from '../../../server/src/compare/compare.js';
import { answerTarget, overviewItems, overviewOf } from '../../../server/src/features/overview.js';
import { parseBrief } from '../../../server/src/model/document.js';
import { rangeOf, textAt, type Brief } from '../../../server/src/model/brief.js';

const today = '2026-03-02';

/** A line for each question: `1 D66 answered: Klopt dit? (Wegen, draft, 3)`. */
function lines(brief: Brief, helds: Parameters<typeof overviewItems>[1] = [], parts: Brief[] = []): string[] {
  const items = overviewItems(brief, helds, parts);
  const { groups, rows } = overviewOf(brief, items, null, parts, today);
  return rows.map(({ numbers, group, status, words, owner, state, daysLeft }) => {
    const note = [owner, state, daysLeft].filter((value) => value !== null);
    return `${numbers.join('+')} ${group === null ? '–' : groups[group]} ${status}: ${words}${note.length ? ` (${note.join(', ')})` : ''}`;
  });
}

const letter = `---
soort: brief
datum: 23 februari 2026
termijn: vier weken
---

## Vragen van de leden van de fractie van D66

Deze leden lezen over het kanaal. Hoe diep is het?

<!-- kb werk: eigenaar=Sanne -->

Deze leden willen meer weten. Hoe breed is het kanaal bij de sluis?
`;

const reply = `---
soort: antwoord
---

## Vragen van de leden van de fractie van D66

1. Deze leden lezen over het kanaal. Hoe diep is het?

<!-- kb werk: eigenaar=Wegen; stand=concept; voor=2026-03-05 -->

Antwoord: Vier meter.

2. Deze leden willen meer weten. Hoe breed is het kanaal bij de sluis?

Antwoord: PM
`;

describe('the overview', () => {
  test('of a reply', () => {
    expect(lines(parseBrief(reply))).toEqual([
      '1 D66 answered: Hoe diep is het? (Wegen, draft, 3)',
      '2 D66 placeholder: Hoe breed is het kanaal bij de sluis?',
    ]);
  });

  test('of a letter, as far as its reply is; and alone', () => {
    const asked = parseBrief(letter);
    expect(lines(asked)).toEqual([
      ' D66 null: Hoe diep is het?',
      ' D66 null: Hoe breed is het kanaal bij de sluis? (Sanne)',
    ]);
    const held = compare(asked, parseBrief(reply));
    expect(lines(asked, [held])).toEqual([
      '1 D66 answered: Hoe diep is het? (Wegen, draft, 3)',
      '2 D66 placeholder: Hoe breed is het kanaal bij de sluis? (Sanne)',
    ]);
    const half = parseBrief(reply.slice(0, reply.indexOf('2. Deze')));
    expect(lines(asked, [compare(asked, half)])[1]).toMatch(/^ D66 missing: /);
  });

  test('of a report, what its reply has', () => {
    const report = parseBrief(
      '---\nsoort: verslag\n---\n\n[De brief](brief.brief.md)\n\n[Het antwoord](antwoord.brief.md)\n',
    );
    const parts = [parseBrief(letter), parseBrief(reply)];
    expect(lines(report, [], parts)).toEqual(lines(parts[1]));
    expect(overviewOf(report, overviewItems(report, [], parts), null, parts, today).daysLeft).toBe(21);
  });

  test('no days are counted once the reply is final', () => {
    const asked = parseBrief(letter);
    const days = (answered: Brief) => {
      const held = compare(asked, answered);
      return [
        overviewOf(answered, overviewItems(answered, [held], []), asked, [], today).daysLeft,
        overviewOf(asked, overviewItems(asked, [held], []), null, [], today).daysLeft,
      ];
    };
    expect(days(parseBrief(reply))).toEqual([21, 21]);
    const final = reply.replace('soort: antwoord', 'soort: antwoord\nstatus: definitief');
    expect(days(parseBrief(final))).toEqual([null, null]);
  });

  test('the days left of the term, by the letter or by the reply itself', () => {
    const days = (brief: Brief, asking: Brief | null = null) =>
      overviewOf(brief, [], asking, [], today).daysLeft;
    expect(days(parseBrief(letter))).toBe(21);
    expect(days(parseBrief(reply), parseBrief(letter))).toBe(21);
    expect(days(parseBrief(reply))).toBe(null);
    expect(
      days(
        parseBrief(
          reply.replace('soort: antwoord', 'soort: antwoord\nvragen-van: 2026-02-01\ntermijn: 2026-02-28'),
        ),
      ),
    ).toBe(-2);
  });

  test('leads to the best answer', () => {
    const brief = parseBrief(reply);
    const [first] = overviewItems(brief, [], []);
    expect(textAt(brief.text, rangeOf(answerTarget(first)!.place))).toBe('Antwoord:');
    const [alone] = overviewItems(parseBrief(letter), [], []);
    expect(answerTarget(alone)).toBe(null);
  });

  test('an agreed answer has no days left, nor one that no one tracks', () => {
    const of = (note: string) => lines(parseBrief(reply.replace('stand=concept; ', note)))[0];
    expect(of('stand=akkoord; ')).toBe('1 D66 answered: Hoe diep is het? (Wegen, agreed)');
    expect(of('')).toBe('1 D66 answered: Hoe diep is het? (Wegen)');
  });
});
