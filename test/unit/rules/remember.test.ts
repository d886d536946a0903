import { expect, test } from 'vitest';
import { compare, type Comparison } from '../../../server/src/compare/compare.js';
import { rangeOf, type Brief } from '../../../server/src/model/brief.js';
import { BriefDocument } from '../../../server/src/model/document.js';
import { Checker } from '../../../server/src/rules/check.js';
import { alone, contextOf } from '../../../server/src/rules/context.js';
import { remember } from '../../../server/src/rules/remember.js';
import type { RuleContext } from '../../../server/src/rules/rule.js';

function type(document: BriefDocument, before: string, insert: string): void {
  const from = document.text.toString().indexOf(before);
  document.update([{ from, to: from, insert }]);
}

/** @returns whether what was found by reading this is still known to hold after typing `insert` in front of `before` */
function holdsAfter(read: (brief: Brief) => unknown, before: string, insert: string): boolean {
  const document = new BriefDocument('1. Klopt dit?[^a]\n\nAntwoord: Dat is zo.\n\n[^a]: Een noot.\n');
  const found = remember(document.brief, alone, read);
  type(document, before, insert);
  return found.holds(document.brief, alone);
}

test.each<[string, string, Record<'text' | 'questions' | 'references' | 'definitions', boolean>]>([
  ['zo', 'niet ', { text: false, questions: true, references: true, definitions: true }],
  ['zo', '[^a]', { text: false, questions: true, references: false, definitions: true }],
  ['Een noot', 'Nog ', { text: false, questions: true, references: true, definitions: false }],
  ['Antwoord', '2. En dat?\n\n', { text: false, questions: false, references: true, definitions: true }],
])('before ‘%s’, ‘%s’ changes only what it touches', (before, insert, expected) => {
  for (const name of Object.keys(expected) as (keyof typeof expected)[])
    expect([name, holdsAfter((brief) => brief[name], before, insert)]).toEqual([name, expected[name]]);
});

test('findings are kept while only words change, and move along', () => {
  const document = new BriefDocument('1. Klopt dit?\n\nAntwoord: Ja.\n\n2. En dat?\n');
  const checker = new Checker();
  const settings = {};
  const found = checker.check(document.brief, alone, settings);
  expect(found.map(({ code }) => code)).toEqual(['answer-missing']);
  const before = rangeOf(found[0].place).from;
  type(document, 'Ja.', 'Zeker, ');
  expect(checker.check(document.brief, alone, settings)).toBe(found);
  expect(rangeOf(found[0].place).from).toBe(before + 7);
});

test('what was read of another document holds until that one changes', () => {
  const reply = new BriefDocument('1. Klopt dit?\n');
  const letter = new BriefDocument('Klopt dit?\n');
  const context: RuleContext = {
    ...alone,
    file: () => ({ state: 'found', brief: letter.brief }),
  };
  const found = remember(reply.brief, context, (_, { file }) => file('brief.brief.md').state);
  expect(found.holds(reply.brief, context)).toBe(true);
  expect(found.holds(reply.brief, alone)).toBe(false);
  type(letter, 'dit', 'ook ');
  expect(found.holds(reply.brief, context)).toBe(false);
});

test('what was read of a comparison holds while that part says the same', () => {
  const letter = new BriefDocument('---\nsoort: brief\n---\n\nKlopt dit?\n\nEn dat?\n');
  const reply = new BriefDocument(
    '---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n1. Klopt dit?\n\n2. En dat?\n',
  );
  let before: Comparison | undefined;
  const context = () =>
    contextOf(
      reply.brief,
      () => ({ state: 'found', brief: letter.brief }),
      (...pair) => (before = compare(...pair, before)),
    );
  const look = (name: keyof Comparison) =>
    remember(reply.brief, context(), (_, { comparison }) => comparison()![name]);
  const parts = ['foundAt', 'unknown', 'quoted', 'differences'] as const;
  const found = parts.map(look);
  type(reply, 'dit?', 'vast ');
  expect(parts.map((name, i) => [name, found[i].holds(reply.brief, context())])).toEqual([
    ['foundAt', true],
    ['unknown', true],
    ['quoted', false],
    ['differences', false],
  ]);
});
