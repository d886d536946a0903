import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../server/src/edits/edit.js';
import { insertFootnote } from '../../server/src/edits/footnotes/insert.js';
import { removeFootnote } from '../../server/src/edits/footnotes/remove.js';
import { renameFootnote } from '../../server/src/edits/footnotes/rename.js';
import { renumberLabels } from '../../server/src/edits/footnotes/renumber-labels.js';
import { sortDefinitions } from '../../server/src/edits/footnotes/sort-definitions.js';
import { deleteQuestion } from '../../server/src/edits/questions/delete.js';
import { insertQuestion } from '../../server/src/edits/questions/insert.js';
import { mergeQuestions } from '../../server/src/edits/questions/merge.js';
import { moveQuestion } from '../../server/src/edits/questions/move.js';
import { splitQuestion } from '../../server/src/edits/questions/split.js';
import { renumberEdits } from '../../server/src/edits/renumber.js';
import type { Brief } from '../../server/src/model/brief.js';
import { lettersOf, numbersOf } from '../../server/src/model/facts.js';
import { parseBrief } from '../../server/src/model/document.js';
import { rules } from '../../server/src/rules/index.js';
import { applyEdits, type TextEdit } from '../../server/src/text/text.js';
import { runsOf } from './runs.js';

const runs = runsOf(80);

/** A question with the words by which it is known, its letters and what its answer refers to. */
const question = fc.record({
  /** How many numbers it is ahead of where it should be. */
  jump: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 })),
  letters: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('ab', 'ac', 'abd', 'ba')),
  references: fc.array(
    fc.record({
      form: fc.constantFrom(
        'one',
        'and',
        'or',
        'list',
        'respectively',
        'range',
        'letter',
        'letters',
        'sub',
        'part',
        'spelled',
        'foreign',
      ),
      to: fc.nat(30),
      more: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 2 },
  ),
  heading: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  swap: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, fc.constant(true)),
});
const reply = fc.record({
  spelled: fc.boolean(),
  named: fc.boolean(),
  questions: fc.array(question, { minLength: 1, maxLength: 9 }),
});

/** A reply whose numbers are each given once, in order or not; every reference means a question that is there. */
function written({
  spelled,
  named,
  questions,
}: typeof reply extends fc.Arbitrary<infer T> ? T : never): string {
  let last = 0;
  const numbers = questions.map(({ jump }) => (last += 1 + jump));
  questions.forEach(({ swap }, i) => {
    if (swap && i > 0) [numbers[i - 1], numbers[i]] = [numbers[i], numbers[i - 1]];
  });
  const there = (i: number) => numbers[i % numbers.length];
  const words = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien'];
  const refer = ({ form, to, more }: (typeof questions)[number]['references'][number]): string => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const first = to % sorted.length;
    const some = [...new Set(sorted.slice(first, first + more + 1))];
    const letter = questions[numbers.indexOf(there(to))].letters.at(-1) ?? 'a';
    switch (form) {
      case 'or':
        return `Zie vraag ${some.join(' en/of ')}.`;
      case 'respectively':
        return some.length > 1 ? `Zie de vragen ${some.join(', respectievelijk ')}.` : '';
      case 'sub':
        return `Zie vraag ${there(to)} sub ${letter}.`;
      case 'part':
        return `Zie deelvraag ${letter} van vraag ${there(to)}.`;
      case 'foreign':
        return `Zie vraag ${there(to)} uit de Kamerbrief van 3 mei 2024.`;
      case 'and':
        return `Zie vraag ${some.join(' en ')}.`;
      case 'list':
        return some.length > 1
          ? `Zie de antwoorden op de vragen ${some.slice(0, -1).join(', ')} en ${some.at(-1)}.`
          : `Zie het antwoord op vraag ${some[0]}.`;
      case 'range':
        // A range is only written where all of it is there.
        return some.length > 1 && some.at(-1)! - some[0] === some.length - 1
          ? `Zie de vragen ${some[0]} t/m ${some.at(-1)}.`
          : '';
      case 'letter':
        return `Zie vraag ${there(to)}${questions[numbers.indexOf(there(to))].letters[0] ?? 'a'}.`;
      case 'letters': {
        const letters = [...questions[numbers.indexOf(there(to))].letters].sort();
        return letters.length > 1 ? `Zie vraag ${there(to)}${letters[0]} t/m ${letters.at(-1)}.` : '';
      }
      case 'spelled':
        return words[there(to) - 1] ? `Zie het antwoord op vraag ${words[there(to) - 1]}.` : '';
      default:
        return `Zie vraag ${there(to)}.`;
    }
  };
  const parts = questions.map(({ letters, references, heading }, i) => {
    const number = numbers[i];
    const marker = spelled ? `Antwoord${named ? ' op vraag' : ''} ${number}\n\n` : 'Antwoord: ';
    return [
      heading ? `## Thema ${'abcdefghi'[i]}` : '',
      `${spelled ? `Vraag ${number}\n\n` : `${number}. `}Kent u zaak${'abcdefghi'[i]}?`,
      ...[...letters].map((letter) => `${letter}. Ook zaak${'abcdefghi'[i]}${letter}?`),
      `${marker}Ja. ${references.map(refer).join(' ')}`.trim(),
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  return `---\nsoort: antwoord\nnummering: doorlopend\n---\n\n${parts.join('\n\n')}\n`;
}

function edited(brief: Brief, edits: ReturnType<typeof renumberEdits>): string {
  if (isRefusal(edits)) throw new Error(edits.refused.en);
  return applyEdits(brief.text.toString(), edits);
}

/** What a question is known by. */
function nameOf({ text }: Brief, { segments }: Brief['questions'][number]): string {
  const at = segments.map(({ block, segment }) =>
    text.sliceString(block.from + segment.at.from, block.from + segment.at.to),
  );
  return /zaak[a-i]/.exec(at.join())?.[0] ?? 'nieuw';
}

/** What each reference points to, by name and sub-question; in the order of the text. */
function targets(brief: Brief): string[][] {
  return brief.crossReferences.map(({ fact }) =>
    fact.numbers
      .flatMap((written) =>
        numbersOf([written]).flatMap((number) => {
          const found = brief.questions.find(({ numbers }) => numbers.includes(number))!;
          const letters = lettersOf(written);
          const subs = found.subQuestions.filter(({ letter }) => letters.includes(letter));
          if (subs.length === 0) return nameOf(brief, found);
          return subs.map(({ opener }) => {
            const place = opener.block.from + opener.fact.at.to;
            return nameOf(brief, found) + brief.text.sliceString(place, place + 14);
          });
        }),
      )
      .sort(),
  );
}

/** The text with every number, and every list of numbers, made alike. */
function withoutNumbers(brief: Brief): string {
  const ranges: TextEdit[] = [];
  for (const { opener } of brief.questions)
    if (opener)
      ranges.push({
        from: opener.block.from + opener.fact.at.from,
        to: opener.block.from + opener.fact.at.to,
        insert: '#',
      });
  for (const { opener, letters } of brief.answers)
    for (const { block, fact } of [opener, ...letters])
      ranges.push({ from: block.from + fact.at.from, to: block.from + fact.at.to, insert: '#' });
  for (const { subQuestions } of brief.questions)
    for (const { opener } of subQuestions)
      ranges.push({
        from: opener.block.from + opener.fact.at.from,
        to: opener.block.from + opener.fact.at.to,
        insert: '#',
      });
  for (const { block, fact } of brief.crossReferences)
    ranges.push({
      from: block.from + (fact.numbers[0].letterAt ?? fact.numbers[0].at).from,
      to: block.from + Math.max(...fact.numbers.map(({ at }) => at.to)),
      insert: '#',
    });
  return applyEdits(brief.text.toString(), ranges);
}

/** A range can have become a list on the way, of the same questions. */
function expectAlike(after: Brief, before: Brief): void {
  expect(withoutNumbers(after)).toBe(withoutNumbers(before));
  expect(after.questions.map(({ numbers }) => numbers)).toEqual(
    before.questions.map(({ numbers }) => numbers),
  );
  expect(targets(after)).toEqual(targets(before));
}

/** Pieces that mean something to numbering, whole and half. */
const pieces = [
  '\n\n',
  '\n',
  '1. ',
  '2. ',
  '3. ',
  '9. ',
  '12. ',
  'Klopt dit? ',
  'Tekst. ',
  'Antwoord: ',
  'Antwoord op vraag 2: ',
  'Antwoorden 2 en 3\n\n',
  'Vraag 3\n\n',
  'Vragen 2, 3 en 5\n\n',
  '## Vragen van de leden van de fractie van D66\n\n',
  '# ',
  'a. ',
  'c) ',
  'a en b. ',
  'a t/m c. ',
  'Antwoord 1 en 2a\n\n',
  '1) ',
  '- ',
  '    ',
  'vraag 2 ',
  'de vragen 2 t/m 4 ',
  'vraag 2c, d en e ',
  'vraag 2 sub a ',
  'deelvragen a en b van vraag 2 ',
  'vraag 2 en/of 3 ',
  'vraag 2 van de D66-fractie ',
  'vraag 2 van de Eerste Kamer ',
  'vraag 3 [vervallen] ',
  'het antwoord op vraag twee ',
  '* * *\n\n',
  'De minister van X,\n\n',
  '[^a]',
  '[^a]: noot\n\n',
  '---\nsoort: antwoord\n---\n\n',
  '---\nsoort: antwoord\nnummering: per fractie\n---\n\n',
];
const anyText = fc
  .array(fc.constantFrom('\n\n', '2. Klopt dit?\n\n', 'Antwoord: ', ...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

const numbering = rules.filter(({ code }) => /^question-number-|^sub-question-order$/.test(code));

describe('renumbering', () => {
  test('keeps the target of every reference, and changes nothing but numbers', () => {
    fc.assert(
      fc.property(reply, (parts) => {
        const before = parseBrief(written(parts));
        const after = parseBrief(edited(before, renumberEdits(before)));
        expect(after.questions.map((one) => nameOf(after, one))).toEqual(
          before.questions.map((one) => nameOf(before, one)),
        );
        expect(targets(after)).toEqual(targets(before));
        expect(withoutNumbers(after)).toBe(withoutNumbers(before));
      }),
      runs,
    );
  });

  test('leaves no finding on numbers, and nothing to renumber', () => {
    fc.assert(
      fc.property(reply, (parts) => {
        const before = parseBrief(written(parts));
        const after = parseBrief(edited(before, renumberEdits(before)));
        expect(numbering.flatMap((rule) => rule.check(after, {} as never))).toEqual([]);
        expect(after.questions.map(({ numbers }) => numbers)).toEqual(
          after.questions.map((_one, i) => [i + 1]),
        );
        expect(renumberEdits(after)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('questions', () => {
  const some = fc.tuple(reply, fc.nat(), fc.nat());
  const pick = <T>(list: readonly T[], at: number) => list[at % list.length];
  /** In order to begin with, so that only the edit changes numbers. */
  const inOrder = (parts: Parameters<typeof written>[0]) => {
    const brief = parseBrief(written(parts));
    return parseBrief(edited(brief, renumberEdits(brief)));
  };

  test('one that is inserted and deleted leaves the text as it was', () => {
    fc.assert(
      fc.property(some, ([parts, at]) => {
        const before = inOrder(parts);
        const behind = pick(before.questions, at);
        const more = parseBrief(edited(before, insertQuestion(before, behind, 'Komt er iets bij?')));
        const fresh = more.questions.find((one) => nameOf(more, one) === 'nieuw')!;
        expect(more.questions.length).toBe(before.questions.length + 1);
        expect(targets(more)).toEqual(targets(before));
        expectAlike(parseBrief(edited(more, deleteQuestion(more, fresh))), before);
      }),
      runs,
    );
  });

  test('one that is moved and moved back leaves the text as it was', () => {
    fc.assert(
      fc.property(some, ([parts, from, to]) => {
        fc.pre(!parts.questions.some(({ heading }) => heading) && parts.questions.length > 1);
        const before = inOrder(parts);
        const i = from % before.questions.length;
        const one = before.questions[i];
        const away = parseBrief(
          edited(before, moveQuestion(before, one, { after: pick(before.questions, to) })),
        );
        expect(targets(away).flat().sort()).toEqual(targets(before).flat().sort());
        const named = (name: string) => away.questions.find((other) => nameOf(away, other) === name)!;
        const name = nameOf(before, one);
        const back =
          i === 0
            ? { before: named(nameOf(before, before.questions[1])) }
            : { after: named(nameOf(before, before.questions[i - 1])) };
        expectAlike(parseBrief(edited(away, moveQuestion(away, named(name), back))), before);
      }),
      runs,
    );
  });

  test('one that is deleted leaves every other reference as it was', () => {
    fc.assert(
      fc.property(some, ([parts, at]) => {
        const before = inOrder(parts);
        const one = pick(before.questions, at);
        const name = nameOf(before, one);
        const after = parseBrief(edited(before, deleteQuestion(before, one)));
        const others = before.crossReferences.map((reference, i) => ({
          reference,
          names: targets(before)[i],
        }));
        const kept = others.filter(
          ({ reference }) => reference.owner && !one.answers.includes(reference.owner as never),
        );
        expect(targets(after).filter((names) => names.length > 0)).toEqual(
          kept
            .map(({ names }) => names.filter((found) => !found.startsWith(name)))
            .filter((names) => names.length > 0),
        );
        // What pointed to it alone says so.
        expect(after.crossReferences.filter(({ fact }) => fact.withdrawn.length > 0).length).toBe(
          kept.filter(({ names }) => names.every((found) => found.startsWith(name))).length,
        );
      }),
      runs,
    );
  });

  test('two that are merged can be split again', () => {
    fc.assert(
      fc.property(some, ([parts, at]) => {
        fc.pre(
          parts.questions.length > 1 && parts.questions.every(({ heading, letters }) => !heading && !letters),
        );
        const before = inOrder(parts);
        const i = at % (before.questions.length - 1);
        const [first, second] = [before.questions[i], before.questions[i + 1]];
        const merged = parseBrief(edited(before, mergeQuestions(before, first, second)));
        expect(merged.questions.length).toBe(before.questions.length - 1);
        const offset = merged.text.toString().indexOf(`Kent u ${nameOf(before, second)}`);
        const split = parseBrief(edited(merged, splitQuestion(merged, merged.questions[i], offset)));
        expect(split.questions.map((one) => nameOf(split, one))).toEqual(
          before.questions.map((one) => nameOf(before, one)),
        );
        expect(split.questions.map(({ numbers }) => numbers)).toEqual(
          before.questions.map(({ numbers }) => numbers),
        );
      }),
      runs,
    );
  });
});

describe('on any text', () => {
  test('an edit is one that can be done, and nothing is left to renumber', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (source, at) => {
        const brief = parseBrief(source);
        const renumbered = renumberEdits(brief);
        if (!isRefusal(renumbered)) {
          const after = parseBrief(edited(brief, renumbered), { kind: brief.kind });
          expect(numbering.flatMap((rule) => rule.check(after, {} as never))).toEqual([]);
          expect(renumberEdits(after)).toEqual([]);
        }
        if (brief.questions.length === 0) return;
        const one = brief.questions[at % brief.questions.length];
        const next = brief.questions[(brief.questions.indexOf(one) + 1) % brief.questions.length];
        for (const edits of [
          insertQuestion(brief, one, 'Nieuw?'),
          deleteQuestion(brief, one),
          moveQuestion(brief, one, { after: brief.questions[0] }),
          moveQuestion(brief, one, { before: next }),
          mergeQuestions(brief, one, next),
          splitQuestion(brief, one, at % (source.length + 1)),
        ])
          if (!isRefusal(edits)) edited(brief, edits);
      }),
      { ...runs, numRuns: runs.numRuns * 3 },
    );
  });
});

describe('footnotes', () => {
  const notePieces = [
    'Zin. ',
    'woord',
    '[^a]',
    '[^B]',
    '[^b]',
    '[^1]',
    '^[Noot.] ',
    '\n\n',
    '\n\n[^a]: Noot.\n',
    '\n\n[^b]: Noot.\n\n    Meer [^c].\n',
    '[^c]: Zie ook [^a].\n',
    '\n\n[^1]:\n',
    '- ',
    '> ',
    '`',
    '1. Klopt dit? ',
    '\n\nAntwoord: ',
  ];
  const notes = fc.array(fc.constantFrom(...notePieces), { maxLength: 30 }).map((parts) => parts.join(''));
  const words = (text: string) => text.replace(/\[\^[^\]]*\]/g, '[^]');

  test('renaming there and back, numbering and sorting change no word, and numbering and sorting settle', () => {
    fc.assert(
      fc.property(notes, fc.nat(), (source, at) => {
        const brief = parseBrief(source);
        const plain = brief.text.toString();
        for (const edit of [renumberLabels, sortDefinitions]) {
          const edits = edit(brief);
          if (isRefusal(edits)) continue;
          const after = parseBrief(edited(brief, edits), { kind: brief.kind });
          if (edit === renumberLabels) expect(words(after.text.toString())).toBe(words(plain));
          expect(edit(after)).toEqual([]);
        }
        const label = brief.references[at % (brief.references.length || 1)]?.fact.label;
        if (label === undefined) return;
        const away = renameFootnote(brief, label, 'elders');
        if (isRefusal(away)) return;
        const there = parseBrief(edited(brief, away), { kind: brief.kind });
        expect(edited(there, renameFootnote(there, 'elders', label)).toLowerCase()).toBe(plain.toLowerCase());
      }),
      { ...runs, numRuns: runs.numRuns * 3 },
    );
  });

  test('one that is inserted and removed leaves the words as they were', () => {
    fc.assert(
      fc.property(notes, fc.nat(), (source, at) => {
        const brief = parseBrief(source);
        const made = insertFootnote(brief, at % (brief.text.length + 1), 'Een nieuwe noot.', 'nieuw');
        if (isRefusal(made)) return;
        const more = parseBrief(edited(brief, made), { kind: brief.kind });
        const removed = removeFootnote(more, 'nieuw');
        if (isRefusal(removed)) return;
        const bare = (text: string) => text.replace(/\s/g, '');
        expect(bare(edited(more, removed))).toBe(bare(brief.text.toString()));
      }),
      { ...runs, numRuns: runs.numRuns * 3 },
    );
  });
});
