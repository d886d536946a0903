import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../server/src/languages/index.js';

const { onEnterRules, wordPattern } = JSON.parse(
  readFileSync('client/language-configuration.json', 'utf8'),
) as {
  onEnterRules: {
    beforeText: string | { pattern: string; flags: string };
    afterText: string;
    action: { indent: string; appendText?: string };
  }[];
  wordPattern: { pattern: string; flags: string };
};

/** What Enter at the end of a line adds to the line end. The suite in VS Code types it; here every word is tried. */
function added(line: string): string {
  return (
    onEnterRules.find(({ beforeText: one }) =>
      (typeof one === 'string' ? new RegExp(one) : new RegExp(one.pattern, one.flags)).test(line),
    )?.action.appendText ?? ''
  );
}

describe.each(Object.values(languages))('Enter in $id', ({ question, answer }) => {
  test.each(question.words)('after %s on a line of its own there is an empty line', (word) => {
    for (const line of [`${word} 12`, `**${word} 12**`, `${word.toUpperCase()} 12`, `${word} 5, 6 & 7`])
      expect([line, added(line)]).toEqual([line, '\n']);
  });

  test.each(answer.words)('after %s on a line of its own there is an empty line', (word) => {
    for (const line of [word, `**${word}**`, `${word} 12`, `${word.toUpperCase()} 12`, `${word}:`])
      expect([line, added(line)]).toEqual([line, '\n']);
  });
});

test('a line that only begins with such a word is a line', () => {
  for (const line of [
    'Vraag het de minister',
    'Antwoorden van de minister',
    'Zu den Kosten',
    'Reply to letter 3 of May',
  ])
    expect([line, added(line)]).toEqual([line, '']);
});

test('every rule keeps the margin, and acts at the end of a line only', () => {
  for (const { afterText, action } of onEnterRules) {
    expect(afterText).toBe('^\\s*$');
    expect(action).toEqual({ indent: 'none', appendText: '\n' });
  }
});

test('words hold letters of any language', () => {
  const words = "één foto’s zo'n GroenLinks-PvdA ‘ja’ – nr. 12";
  expect(words.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`))).toEqual([
    'één',
    'foto’s',
    "zo'n",
    'GroenLinks-PvdA',
    'ja',
    'nr',
    '12',
  ]);
});
