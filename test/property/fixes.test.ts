import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orNothing } from '../../server/src/edits/edit.js';
import { safeFixes } from '../../server/src/features/actions/fix-all.js';
import { ignoreHere } from '../../server/src/features/actions/ignore.js';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';
import { applyEdits } from '../../server/src/text/text.js';
import { runsOf } from './runs.js';

/** Slips that people make in an answer, or in what stands around it; `#` is the number of the question. */
const questions = [
  '#. Klopt dat beeld?',
  '#. De leden lezen dit.',
  '#. Hoe ziet u:\n\n1. de eik;\n2. de es?',
  '#. Wanneer?\n\na. De eerste?\n\nc. De laatste?',
  '##. Is het nummer een slip?',
  '#. Is dat zo?\nAntwoord: PM',
];
const answers = [
  'Antwoord: Ja.',
  'Antwoord:',
  'Antwoord: PM',
  '',
  'Antwoord: Dat is zo.[^weg]',
  'Antwoord: Dat is zo.[^bron]',
  'Antwoord: Alle gemeen- ten doen mee, ook andere gemeenten.',
  'Antwoord: Zie Kamerstukken II, vergaderjaar 2023-2024, 36 471, nr. 96.',
  'Antwoord: Zie Kamerstukken II 2023/24, 36 471, nr. 96, p. 84-84.',
  'Antwoord: Zie Kamerstukken II 2023/25, 36 471, nr. 96.',
  'Antwoord: Zie het antwoord op vraag 77.',
  'Antwoord: Zie het antwoord op vraag 1.',
  'Antwoord: Dat staat er.[1]',
  'Antwoord: Ja.\n\nAntwoord: Nogmaals ja.',
  'Antwoord: Nee. <!-- een opmerking die open blijft',
  '<!-- kb negeer answer-missing: hier niet -->\n\nAntwoord: Ja.',
  '<!-- kb werk: voor=2025-99-99 -->\n\nAntwoord: Ja.',
  '<!-- een opmerking die open blijft\n\nAntwoord: Ja.',
];
const notes = [
  '[^bron]: Een bron.',
  '[^bron]: Een andere bron.',
  '[^los]: Nergens genoemd.',
  '[^leeg]:',
  '[^1]: Eerste.',
];
const frames = [
  'soort: antwoord',
  'onderwerp: Wonen: een visie',
  'onderwrp: iets',
  'status: conzept',
  'datum: 31 februari 2025',
];

const reply = fc
  .record({
    frame: fc.uniqueArray(fc.constantFrom(...frames), { maxLength: 3 }),
    pairs: fc.array(fc.tuple(fc.constantFrom(...questions), fc.constantFrom(...answers)), {
      minLength: 1,
      maxLength: 5,
    }),
    notes: fc.array(fc.constantFrom(...notes), { maxLength: 3 }),
  })
  .map(({ frame, pairs, notes }) =>
    [
      `---\n${['kamer: eerste', ...frame].join('\n')}\n---`,
      ...pairs.flatMap(([question, answer], i) => [
        question.replace('##', String(i + 2)).replace('#', String(i + 1)),
        answer,
      ]),
      ...notes,
    ]
      .filter(Boolean)
      .join('\n\n')
      .concat('\n'),
  );

/** What someone must still write or decide after a fix that says so. */
const openWork = new Set([
  'answer-empty',
  'answer-missing',
  'footnote-empty',
  'footnote-unused',
  'reference-dangling',
]);

/** A mark that was text and now is read shows where the text of its note stands. */
const shown: Record<string, string[]> = { 'note-mark-literal': ['footnote-order'] };

function counted(source: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of check(parseBrief(source), alone)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function questionsIn(source: string): number {
  return parseBrief(source).questions.length;
}

test('a fix takes its finding away, and brings none but the work that is open', () => {
  fc.assert(
    fc.property(reply, (source) => {
      // A wrong number beside such a list has more than one reading.
      fc.pre(!(source.includes('de eik') && source.includes('een slip')));
      const before = counted(source);
      for (const { code, fixes } of check(parseBrief(source), alone))
        for (const fix of fixes ?? []) {
          const edits = orNothing(fix.edits());
          if (edits.length === 0) continue;
          const fixed = applyEdits(source, edits);
          const after = counted(fixed);
          const say = `${code}: ${fix.title.nl}\n${fixed}`;
          expect(after.get(code) ?? 0, say).toBeLessThan(before.get(code)!);
          // A list whose numbers look like those of questions can hide questions, and with them what is wrong in them.
          if (code === 'enumeration-ambiguous' && questionsIn(fixed) !== questionsIn(source)) continue;
          const brought = [...after].filter(([other, count]) => count > (before.get(other) ?? 0));
          expect(
            brought
              .map(([other]) => other)
              .filter((other) => !openWork.has(other) && !shown[code]?.includes(other)),
            say,
          ).toEqual([]);
        }
    }),
    runsOf(200),
  );
});

test('what is ignored where it stands is found no more, and the comment is not idle', () => {
  fc.assert(
    fc.property(reply, (source) => {
      const before = counted(source);
      const brief = parseBrief(source);
      for (const report of check(brief, alone)) {
        const edits = ignoreHere(brief, report);
        if (!edits) continue;
        const ignored = applyEdits(source, edits);
        const after = counted(ignored);
        expect(after.get(report.code) ?? 0, `${report.code}\n${ignored}`).toBeLessThan(
          before.get(report.code)!,
        );
        expect(after.get('comment-unused') ?? 0, ignored).toBeLessThanOrEqual(
          before.get('comment-unused') ?? 0,
        );
      }
    }),
    runsOf(200),
  );
});

test('all that needs no asking is done after some rounds, and then done again changes nothing', () => {
  fc.assert(
    fc.property(reply, (source) => {
      const texts = [source];
      for (let round = 0; round < 8; round++) {
        const brief = parseBrief(texts.at(-1)!);
        const edits = safeFixes(brief, check(brief, alone));
        if (edits.length === 0) return;
        texts.push(applyEdits(texts.at(-1)!, edits));
      }
      expect(texts, 'it never ends').toEqual([]);
    }),
    runsOf(200),
  );
});
