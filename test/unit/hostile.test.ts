import { expect, test } from 'vitest';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';

/**
 * Text that no one writes, but a broken tool or an attacker may. What takes more than linear time never ends at this size,
 * and fails by the time limit of the test; what calls itself too deep throws.
 */
const size = { line: 300_000, lines: 40_000 };
const repeat = (piece: string) =>
  piece.repeat(Math.ceil((piece.includes('\n') ? size.lines : size.line) / piece.length));
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const texts: Record<string, string> = {
  'footnote marks never closed': repeat('[^'),
  'footnote marks': repeat('[^a] '),
  'footnote texts': repeat('[^a]: x\n\n'),
  'footnote texts on end': repeat('[^a]: x\n'),
  'footnotes in the text': repeat('^['),
  'brackets never closed': repeat('[a]('),
  'emphasis never closed': repeat('_a*b '),
  'code never closed': repeat('`a ``b '),
  'comments never closed': repeat('<!--'),
  'comments never closed, each on its line': repeat('<!-- x\n'),
  'comments never closed in a list': repeat('- <!-- x\n'),
  'comments for Kamerbrief': repeat('<!-- kb negeer answer-missing: x -->\n\n'),
  'tags never closed': repeat('<a href="'),
  'numbers on one line': repeat('1. '),
  'a list without end': repeat('1. x\n'),
  'questions without end': repeat('1. x?\n\n'),
  'sub-questions': `1. x?\n\n${repeat('a. b\n')}`,
  'numbers alone on a line': repeat('12\n\n'),
  'lists in lists': repeat('- '),
  'lists in lists, line by line': lines(700, (i) => `${' '.repeat(i)}- x`),
  'quotes in quotes': repeat('> '),
  'quotes in quotes, line by line': lines(700, (i) => `${'>'.repeat(i)} x`),
  'the word vraag': repeat('vraag '),
  'a list of numbers': `Antwoord op vraag ${repeat('3, ')}`,
  references: `1. x?\n\nAntwoord: ${repeat('vraag 3, 4 en ')}`,
  'answers that refer on and on': lines(
    4000,
    (i) => `${i + 1}. x?\n\nAntwoord: Zie het antwoord op vraag ${i + 2}.\n`,
  ),
  'answers to everything':
    lines(400, (i) => `Vraag ${i}\n\nx?\n`) + repeat('Antwoord op vraag 1 t/m 400\n\nJa.\n\n'),
  'questions on end in one paragraph': repeat('Vraag 1\n'),
  'answers on end in one paragraph': `1. x?\n${repeat('Antwoord 1\n')}`,
  'one line of words': repeat('woord '),
  'one line of sentences': repeat('Klopt dat? '),
  'one line without a blank': repeat('a'),
  'question marks': `${repeat('?')}x`,
  'closing brackets': `Ja.${repeat(')')}x`,
  'quotation marks': repeat('“'),
  addresses: repeat('https://x.nl/a_b_c '),
  citations: repeat('Kamerstuk 36 410, nr. 31, '),
  'halves of citations': repeat('Kamerstukken II '),
  'a case without end': `ECLI:NL:HR:2020:${repeat('A')}`,
  'broken words': repeat('ge- meente '),
  'group names': `## Vragen van de leden van de fractie van ${repeat('D66, ')}`,
  'who asks': `De ${repeat('leden van ')}`,
  'table rows': `| a | b |\n|---|---|\n${repeat('| a | b |\n')}`,
  bars: repeat('|'),
  'front matter never closed': `---\n${repeat('a: b\n')}`,
  'a value of colons': `---\nonderwerp: ${repeat('a: ')}\n---\n`,
  'a value of brackets': `---\nonderwerp: ${repeat('[')}\n---\n`,
  'empty lines': repeat('\n'),
  blanks: repeat(' '),
  'zero bytes': repeat('\0'),
};

test.each(Object.entries(texts))('%s', { timeout: 20_000 }, (_name, source) => {
  const brief = parseBrief(source);
  expect(brief.text.toString()).toBe(source);
  expect(check(brief, alone).map(({ code }) => code)).not.toContain('rule-failed');
});
