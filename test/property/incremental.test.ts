import fc from 'fast-check';
import { orNothing } from '../../server/src/edits/edit.js';
import { describe, expect, test } from 'vitest';
import { formatEdits } from '../../server/src/edits/format.js';
import { rangeOf, type Brief, type SegmentPlace } from '../../server/src/model/brief.js';
import { BriefDocument, parseBrief } from '../../server/src/model/document.js';
import { check, Checker, type Report } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';
import { applyEdits, textOf } from '../../server/src/text/text.js';
import { runsOf } from './runs.js';
import { pieces, text } from './texts.js';

const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(14)),
  insert: fc.oneof(fc.constantFrom('', ...pieces), fc.string({ maxLength: 3 })),
});
const settings = {};
const runs = runsOf(300);

/** All that the model says, as plain data. */
function picture(brief: Brief): unknown {
  const at = (placed: { block: { from: number }; fact: { at: { from: number; to: number } } } | null) =>
    placed && [placed.block.from + placed.fact.at.from, placed.block.from + placed.fact.at.to];
  const segments = (list: readonly SegmentPlace[]) =>
    list.map(({ block, segment }) => [
      block.from + segment.at.from,
      block.from + segment.at.to,
      block.from + segment.body.from,
      segment.content,
    ]);
  return {
    kind: brief.kind,
    numbering: brief.numbering,
    frontMatter: brief.frontMatter.values,
    groups: brief.groups.map(({ names, heading }) => [names, at(heading)]),
    questions: brief.questions.map((question) => [
      question.numbers,
      at(question.opener),
      segments(question.segments),
      question.subQuestions.map(({ letter, opener }) => [letter, at(opener)]),
      question.sentences.map(at),
      question.answers.map(({ opener }) => at(opener)),
    ]),
    answers: brief.answers.map((answer) => [
      answer.numbers,
      at(answer.opener),
      segments(answer.segments),
      answer.status,
    ]),
    enumerations: brief.enumerations.map(({ items }) => items.map(at)),
    frame: segments(brief.frame),
    notes: [
      brief.references.map(at),
      brief.inlineFootnotes.map(at),
      brief.definitions.map((definition) => [at(definition), definition.fact.label, definition.fact.text]),
    ],
    references: brief.crossReferences.map((reference) => [at(reference), reference.quoted]),
    citations: brief.citations.map(at),
  };
}

function shown(reports: readonly Report[]) {
  return reports.map(({ code, severity, place, message, related = [], fixes = [] }) => ({
    code,
    severity,
    message: message.nl,
    ...rangeOf(place),
    related: related.map((one) => rangeOf(one.place)),
    fixes: fixes.map(({ title, edits }) => [title.nl, edits()]),
  }));
}

describe('after any edits', () => {
  test('the model and the findings are those of a document made from nothing', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 12 }), (source, edits) => {
        const document = new BriefDocument(source);
        // Kept as the server keeps them: a rule runs again only when something that it read was drawn anew.
        const checker = new Checker();
        checker.check(document.brief, alone, settings);
        for (const { at, length, insert } of edits) {
          const from = at % (document.text.length + 1);
          document.update([{ from, to: Math.min(document.text.length, from + length), insert }]);
          const fresh = parseBrief(document.text.toString());
          expect(picture(document.brief)).toEqual(picture(fresh));
          expect(shown(checker.check(document.brief, alone, settings))).toEqual(shown(check(fresh, alone)));
        }
      }),
      runs,
    );
  });

  test('several changes at once give the same as one after the other', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 2, maxLength: 4 }), (source, edits) => {
        const document = new BriefDocument(source);
        let { length } = document.text;
        const changes = edits.map(({ at, length: size, insert }) => {
          const from = at % (length + 1);
          const to = Math.min(length, from + size);
          length += textOf(insert).length - (to - from);
          return { from, to, insert };
        });
        document.update(changes);
        expect(picture(document.brief)).toEqual(picture(parseBrief(document.text.toString())));
      }),
      runs,
    );
  });
});

describe('on any text', () => {
  test('every finding lies in the text, and its fixes are edits of it', () => {
    fc.assert(
      fc.property(text, (source) => {
        const brief = parseBrief(source);
        const plain = brief.text.toString();
        for (const { place, fixes } of check(brief, alone)) {
          const { from, to } = rangeOf(place);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(plain.length);
          expect(from).toBeLessThanOrEqual(to);
          for (const fix of fixes ?? []) applyEdits(plain, orNothing(fix.edits()));
        }
      }),
      runs,
    );
  });

  test('tidying changes no word, and once is enough', () => {
    fc.assert(
      fc.property(text, (source) => {
        const tidy = (input: string) => applyEdits(input, formatEdits(parseBrief(input)));
        const plain = textOf(source).toString();
        const once = tidy(plain);
        expect(once.split(/\s+/).filter(Boolean)).toEqual(plain.split(/\s+/).filter(Boolean));
        expect(tidy(once)).toBe(once);
      }),
      runs,
    );
  });
});
