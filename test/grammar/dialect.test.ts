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
    !(opener.kind === 'number' && (opener.mark === ')' || opener.indented))
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

/** Lines that open something, and lines that look like it, alone in a document of their language. */
const forms: Record<string, string[]> = {
  nl: [
    'VRAAG 1',
    'Vraag 1: Is het fietspad klaar?',
    '**Vraag 2:** Is het fietspad klaar?',
    'Vragen 5, 6 en 7',
    '12',
    '3, 4 en 5',
    '**2 en 3**',
    '### 2 en 3',
    '1. a) Waarom?',
    '1.',
    '  2. De kosten.',
    '120 fietsen staan hier.',
    'Antwoord op vraag 2 en vraag 3',
    'Antwoord op de vragen 2 tot en met 4:',
    'Antwoord op vragen 2, 3, en 9',
    'Antwoord 2 t/m 6',
    'ANTWOORDEN',
    'Antwoord van eurocommissaris Bakker namens de Europese Commissie',
    'Antwoorden van de minister van Fietspaden op vragen van het lid Bakker',
    'Antwoord op vragen van het lid Bakker over fietspaden:',
    'Antwoord van minister De Boer (ontvangen 3 maart 2025)',
    'Vraag het de minister.',
    'Vragen 5 gingen niet door.',
  ],
  en: [
    'Question 3: Is it open?',
    'RECOMMENDATION 4',
    'Answer given by Mrs Baker on behalf of the Commission',
  ],
  de: [
    'Frage 3',
    'Antwort zu Fragen 2, 2 a) und 2 b):',
    'Zu den Fragen 3 bis 5',
    'Zu den Kosten: siehe unten.',
  ],
};

const kinds = {
  'keyword.control.question': ['number', 'question'],
  'keyword.other.answer': ['answer'],
  'keyword.control.subquestion': ['letter'],
};

describe.each(Object.entries(forms))('%s', (language, lines) => {
  test.each(lines)('%s', async (line) => {
    const source = `---\nlanguage: ${language}\n---\n\n${line}`;
    for (const [scope, opened] of Object.entries(kinds))
      expect(await coloured(source, scope)).toEqual(openers(parseBrief(source), opened));
  });
});

const headings: Record<string, string[]> = {
  nl: [
    'Vragen van de leden van de fracties van D66 en de SP',
    'Vragen van de leden van de fracties van GroenLinks-PvdA, Volt en de PvdD',
    'Vragen van de leden van de fracties van D66 en Volt gezamenlijk',
    'Vragen en opmerkingen van de VVD-fractie',
    'Vragen van de leden van de VVD-fractie en de D66-fractie',
    'Inbreng van de leden van D66',
    'Vragen van de leden van de fractie van de ChristenUnie over fietspaden',
    'De leden van de fracties van D66 en Volt sluiten zich aan bij de vragen van de leden van de SP',
    'VVD-fractie',
    '**Vragen van de leden van de fractie van D66**',
    '1. Vragen van de leden van de fractie van D66 ##',
    'II. Inbreng van de leden van de fractie van D66',
    'Inleiding',
    'Vragen en antwoorden',
    'Vragen over de fractie',
    'De positie van de leden van de raad',
  ],
  en: [
    'Questions and comments from the members of the Greenfield and Seaside groups',
    'Contribution by the Greenfield group',
  ],
  de: ['Fragen der Abgeordneten der Fraktion Neue Mitte'],
};

describe.each(Object.entries(headings))('groups in %s', (language, titles) => {
  test.each(titles)('%s', async (title) => {
    const source = `---\nlanguage: ${language}\n---\n\n## ${title}`;
    const names = parseBrief(source).groups.flatMap((group) => group.names);
    const shown = await coloured(source, 'entity.name.type.group');
    expect(shown.length).toBe(names.length > 0 ? 1 : 0);
    // From the first name to the last, and nothing around them.
    if (names.length) expect(shown[0]).toMatch(new RegExp(`^(?:de )?${names[0]}`));
    if (names.length) expect(shown[0]).toMatch(new RegExp(`${names.at(-1)}(?:-fractie)?$`));
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
