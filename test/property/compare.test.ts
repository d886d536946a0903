import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orNothing } from '../../server/src/edits/edit.js';
import { compare, type Comparison } from '../../server/src/compare/compare.js';
import { wordingsOfDifference } from '../../server/src/compare/wording.js';
import { rangeOf, type Brief } from '../../server/src/model/brief.js';
import { BriefDocument, parseBrief } from '../../server/src/model/document.js';
import { check, Checker } from '../../server/src/rules/check.js';
import { contextOf } from '../../server/src/rules/context.js';
import { applyEdits, type Text } from '../../server/src/text/text.js';
import { runsOf } from './runs.js';

const sentences = [
  'De leden van de fractie lezen dat het bos krimpt.',
  'Het plan kost “3 miljoen” euro.',
  'Klopt dat?',
  'Zo nee, waarom niet?',
  'Wie betaalt het herstel van het bos?',
  'Kan de regering toezeggen dat het bos groeit?',
  'Hoeveel bomen zijn er in 2024 gekapt?',
];
const pieces = [
  ...sentences,
  '\n\n',
  '\n',
  ' ',
  'bos',
  'het ',
  '?',
  '. ',
  '”',
  '[…] ',
  '[al] ',
  '[^1]',
  '<!-- x -->',
  '7. ',
  '## Vragen van de leden van de fractie van D66\n\n',
  'Antwoord: Ja.\n\n',
  '---\n',
];
const edit = fc.record({
  inLetter: fc.boolean(),
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(12)),
  insert: fc.constantFrom('', ...pieces),
});
const order = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 10 });
const different = fc.uniqueArray(fc.constantFrom(...sentences), { minLength: 1 });
const runs = runsOf(60);

const letterOf = (asked: readonly string[]) => `---\nsoort: brief\n---\n\n${asked.join('\n\n')}\n`;
const replyOf = (asked: readonly string[]) =>
  `---\nsoort: antwoord\nbrief: brief.brief.md\n---\n\n${asked.map((one, i) => `${i + 1}. ${one}\n\nAntwoord: Ja.\n`).join('\n')}`;

/** All that a comparison says, as plain data. */
function picture(held: Comparison): unknown {
  return {
    foundAt: [...held.foundAt],
    foundIn: [...held.foundIn],
    unknown: held.unknown,
    differences: held.differences.map((difference) => {
      const { place, ...words } = wordingsOfDifference(held, difference);
      return { ...words, source: words.source && rangeOf(words.source), at: rangeOf(place) };
    }),
  };
}

function findings(letter: string | BriefDocument, reply: string | BriefDocument) {
  const of = (one: string | BriefDocument) => (typeof one === 'string' ? parseBrief(one) : one.brief);
  const [asking, answering] = [of(letter), of(reply)];
  return check(
    answering,
    contextOf(answering, () => ({ state: 'found', brief: asking })),
  );
}

test('after any edits of a letter and its reply, the comparison and the findings are those of a fresh start', () => {
  fc.assert(
    fc.property(order, order, fc.array(edit, { minLength: 1, maxLength: 25 }), (asked, quoted, edits) => {
      const letter = new BriefDocument(letterOf(asked));
      const reply = new BriefDocument(replyOf(quoted));
      for (const { inLetter, at, length, insert } of edits) {
        const document = inLetter ? letter : reply;
        const from = at % (document.text.length + 1);
        document.update([{ from, to: Math.min(document.text.length, from + length), insert }]);
        const fresh = [letter, reply].map(({ text }) => text.toString());
        expect(picture(compare(letter.brief, reply.brief))).toEqual(
          picture(compare(parseBrief(fresh[0]), parseBrief(fresh[1]))),
        );
        const shown = (found: ReturnType<typeof findings>) =>
          found.map(({ code, message, place }) => [code, message.nl, rangeOf(place)]);
        expect(shown(findings(letter, reply))).toEqual(shown(findings(fresh[0], fresh[1])));
      }
    }),
    runs,
  );
});

/** Findings as they are shown, with what their fixes would do. */
function shownWithFixes(found: ReturnType<typeof findings>) {
  return found.map(({ code, message, place, fixes }) => [
    code,
    message.nl,
    rangeOf(place),
    (fixes ?? []).map((fix) => [fix.title.nl, orNothing(fix.edits())]),
  ]);
}

test('what is kept from edit to edit, fixes and all, is what a fresh look finds', () => {
  fc.assert(
    fc.property(order, order, fc.array(edit, { minLength: 1, maxLength: 25 }), (asked, quoted, edits) => {
      const letter = new BriefDocument(letterOf(asked));
      const reply = new BriefDocument(replyOf(quoted));
      const checker = new Checker();
      const settings = {};
      let before: Comparison | undefined;
      const held = (asking: Brief, answering: Brief) => (before = compare(asking, answering, before));
      const context = () => contextOf(reply.brief, () => ({ state: 'found', brief: letter.brief }), held);
      for (const { inLetter, at, length, insert } of edits) {
        const document = inLetter ? letter : reply;
        const from = at % (document.text.length + 1);
        document.update([{ from, to: Math.min(document.text.length, from + length), insert }]);
        const kept = checker.check(reply.brief, context(), settings);
        expect(shownWithFixes(kept)).toEqual(shownWithFixes(findings(letter, reply)));
      }
    }),
    runs,
  );
});

test('a session of thousands of edits ends with the findings of a fresh start', () => {
  fc.assert(
    fc.property(order, fc.array(edit, { minLength: 3000, maxLength: 3000 }), (asked, edits) => {
      const letter = new BriefDocument(letterOf(asked));
      const reply = new BriefDocument(replyOf(asked));
      const kept = new Checker();
      edits.forEach(({ inLetter, at, length, insert }, i) => {
        const document = inLetter ? letter : reply;
        const from = at % (document.text.length + 1);
        document.update([{ from, to: Math.min(document.text.length, from + length), insert }]);
        // As a server does, findings are asked for now and then, and what still holds is kept.
        if (i % 10 === 0)
          kept.check(
            reply.brief,
            contextOf(reply.brief, () => ({ state: 'found', brief: letter.brief })),
            {},
          );
      });
      const context = contextOf(reply.brief, () => ({ state: 'found', brief: letter.brief }));
      const shown = (found: ReturnType<typeof findings>) =>
        found.map(({ code, message, place }) => [code, message.nl, rangeOf(place)]);
      expect(shown(kept.check(reply.brief, context, {}))).toEqual(
        shown(findings(letter.text.toString(), reply.text.toString())),
      );
    }),
    { seed: runs.seed, numRuns: 2 },
  );
});

test('every place lies in its own document', () => {
  const inside = (text: Text, { from, to }: { from: number; to: number }) => {
    expect(from).toBeGreaterThanOrEqual(0);
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(text.length);
  };
  fc.assert(
    fc.property(order, order, fc.array(edit, { maxLength: 6 }), (asked, quoted, edits) => {
      const letter = new BriefDocument(letterOf(asked));
      const reply = new BriefDocument(replyOf(quoted));
      for (const { inLetter, at, length, insert } of edits) {
        const document = inLetter ? letter : reply;
        const from = at % (document.text.length + 1);
        document.update([{ from, to: Math.min(document.text.length, from + length), insert }]);
      }
      for (const { place, related } of findings(letter, reply)) {
        inside(reply.text, rangeOf(place));
        for (const one of related ?? []) inside((one.document ?? reply.brief).text, rangeOf(one.place));
      }
    }),
    runs,
  );
});

test('taking over the letter’s words, or marking one’s own, takes the difference away', () => {
  fc.assert(
    // Of sentences that are the same it cannot be told which one was meant to stand where.
    fc.property(different, fc.array(edit, { minLength: 1, maxLength: 3 }), (asked, edits) => {
      fc.pre(edits.every(({ insert }) => !sentences.includes(insert)));
      const letter = letterOf(asked);
      const reply = new BriefDocument(replyOf(asked));
      for (const { at, insert } of edits) {
        const from = at % (reply.text.length + 1);
        reply.update([{ from, to: Math.min(reply.text.length, from + 4), insert }]);
      }
      const source = reply.text.toString();
      const before = findings(letter, source).filter(({ code }) => code === 'quote-deviates');
      for (const { fixes } of before)
        for (const fix of fixes ?? []) {
          const after = findings(letter, applyEdits(source, orNothing(fix.edits())));
          expect(after.filter(({ code }) => code === 'quote-deviates').length).toBeLessThan(before.length);
        }
    }),
    runs,
  );
});
