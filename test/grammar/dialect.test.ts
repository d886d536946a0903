import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../server/src/languages/index.js';
import type { Brief } from '../../server/src/model/brief.js';
import { parseBrief } from '../../server/src/model/document.js';
import type { Range } from '../../server/src/text/text.js';
import { colour, stretches } from './tokens.js';

/** The colours and the dialect see the same things: in the examples, and for every word of every language table. */

/** The strings that a scope covers, in the order of the text. */
async function coloured(source: string, scope: string): Promise<string[]> {
  const lines = source.split('\n');
  const scopes = await colour(lines);
  return lines.flatMap((line, i) => stretches(line, scopes[i], scope));
}

const inOrder = (brief: Brief, ranges: Range[]) =>
  ranges.sort((a, b) => a.from - b.from).map(({ from, to }) => brief.text.sliceString(from, to));

const segmentsOf = ({ blocks }: Brief) =>
  blocks.flatMap((block) => block.facts.segments.map((segment) => ({ block, segment })));

/** Openers of a kind, as they stand in the text, without the marks of headings and emphasis and without the colon. */
function openers(brief: Brief, kinds: readonly string[]): string[] {
  const ranges = segmentsOf(brief).flatMap(({ block, segment: { opener } }) =>
    opener &&
    kinds.includes(opener.kind) &&
    !('mark' in opener && opener.kind === 'number' && opener.mark === ')')
      ? [{ from: block.from + opener.at.from, to: block.from + opener.at.to }]
      : [],
  );
  return inOrder(brief, ranges).map((text) => text.replace(/^[\s#*_-]+|[\s:*_]{1,6}$/g, ''));
}

const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.brief.md'))
  .map((name) => join('examples', name));

describe.each(examples)('%s', (file) => {
  const source = readFileSync(file, 'utf8');
  const brief = parseBrief(source);

  test.each([
    ['keyword.control.question', ['number', 'question']],
    ['keyword.other.answer', ['answer']],
    ['keyword.control.subquestion', ['letter']],
  ])('%s', async (scope, kinds) => {
    expect(await coloured(source, scope)).toEqual(openers(brief, kinds));
  });

  test('groups', async () => {
    const shown = await coloured(source, 'entity.name.type.group');
    expect(shown.length).toBe(brief.groups.length);
    brief.groups.forEach(({ names }, i) => names.forEach((name) => expect(shown[i]).toContain(name)));
  });

  test('footnotes', async () => {
    const labels = [
      ...brief.references.map(({ block, fact }) => ({
        from: block.from + fact.at.from + 2,
        to: block.from + fact.at.to - 1,
      })),
      ...brief.definitions.map(({ block, fact }) => ({
        from: block.from + fact.mark.from + 2,
        to: block.from + fact.mark.to - 1,
      })),
    ];
    expect(await coloured(source, 'variable.other.footnote')).toEqual(inOrder(brief, labels));
  });

  test('citations', async () => {
    expect(await coloured(source, 'string.other.citation')).toEqual(
      inOrder(
        brief,
        brief.citations.map(({ block, fact: { at } }) => ({
          from: block.from + at.from,
          to: block.from + at.to,
        })),
      ),
    );
  });
});

/** The plain texts that a pattern of a table can stand for: `op (?:de )?vra(?:ag|gen)` gives four. */
function spell(pattern: string): string[] {
  const open = pattern.indexOf('(?:');
  if (open < 0) return [pattern.replaceAll('\\.', '.').replace(/(.)\?/g, '$1')];
  let depth = 1;
  let close = open + 3;
  const bars = [open + 2];
  for (; depth > 0; close++) {
    if (pattern.startsWith('(?:', close)) depth++;
    else if (pattern[close] === ')') depth--;
    else if (pattern[close] === '|' && depth === 1) bars.push(close);
  }
  bars.push(close - 1);
  const optional = pattern[close] === '?';
  const choices = bars.slice(1).map((bar, i) => pattern.slice(bars[i] + 1, bar));
  return [...choices, ...(optional ? [''] : [])].flatMap((choice) =>
    spell(pattern.slice(0, open) + choice + pattern.slice(close + (optional ? 1 : 0))),
  );
}

test('the texts of a pattern', () => {
  expect(spell('op (?:de )?vra(?:ag|gen)')).toEqual(['op de vraag', 'op de vragen', 'op vraag', 'op vragen']);
});

describe.each(Object.values(languages))('$id', ({ question, answer, numbers, directives }) => {
  const lists = [
    '3',
    '2a',
    ...numbers.and.map((and) => `3, 4 ${and} 5`),
    ...numbers.through.map((to) => `3 ${to} 5`),
  ];

  test('every question word', async () => {
    const lines = question.words.flatMap((word) => lists.map((list) => `${word} ${list}`));
    expect(await coloured(lines.join('\n'), 'keyword.control.question')).toEqual(lines);
  });

  test('every answer marker', async () => {
    const links = ['', ...answer.links.flatMap(spell).map((link) => `${link} `)];
    const markers = answer.words.flatMap((word) => [
      word,
      word.toUpperCase(),
      ...links.flatMap((link) => lists.map((list) => `${word} ${link}${list}`)),
    ]);
    expect(await coloured(markers.map((one) => `${one}: x`).join('\n'), 'keyword.other.answer')).toEqual(
      markers,
    );
    expect(await coloured(markers.join('\n'), 'keyword.other.answer')).toEqual(markers);
  });

  test('every placeholder', async () => {
    const all = answer.placeholders.flatMap(spell);
    expect(
      await coloured(all.map((one) => `${answer.words[0]}: ${one}`).join('\n'), 'keyword.other.placeholder'),
    ).toEqual(all);
    expect(await coloured(all.map((one) => `[${one}]`).join('\n'), 'keyword.other.placeholder')).toEqual(
      all.map((one) => `[${one}]`),
    );
  });

  test('every comment', async () => {
    const words = [directives.ignore, directives.ignoreFile, directives.work];
    expect(
      await coloured(words.map((word) => `<!-- kb ${word} -->`).join('\n'), 'keyword.other.directive'),
    ).toEqual(words.map((word) => `kb ${word}`));
  });
});
