import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folding } from '../../server/src/features/folding.js';
import { selectionRanges } from '../../server/src/features/selection-ranges.js';
import { semanticTokens } from '../../server/src/features/semantic-tokens.js';
import { symbols, type BriefSymbol } from '../../server/src/features/symbols.js';
import { definition } from '../../server/src/features/definition.js';
import { documentLinks } from '../../server/src/features/document-links.js';
import { hover } from '../../server/src/features/hover.js';
import { mentions } from '../../server/src/features/references.js';
import { renamingAt } from '../../server/src/features/rename.js';
import { rangeOf } from '../../server/src/model/brief.js';
import { parseBrief } from '../../server/src/model/document.js';
import { check } from '../../server/src/rules/check.js';
import { alone } from '../../server/src/rules/context.js';
import { positionAt, type Range } from '../../server/src/text/text.js';
import { runsOf } from './runs.js';
import { text } from './texts.js';

const runs = runsOf(200);

function within(inner: Range, outer: Range): boolean {
  return outer.from <= inner.from && inner.from <= inner.to && inner.to <= outer.to;
}

function onAnyText(body: (brief: ReturnType<typeof parseBrief>, whole: Range) => void): void {
  fc.assert(
    fc.property(text, (source) => {
      const brief = parseBrief(source);
      body(brief, { from: 0, to: brief.text.length });
    }),
    runs,
  );
}

describe('on any text', () => {
  test('findings and what is related to them lie in it, in order', () => {
    onAnyText((brief, whole) => {
      let last = 0;
      for (const { place, related = [] } of check(brief, alone)) {
        const range = rangeOf(place);
        expect(within(range, whole)).toBe(true);
        expect(range.from).toBeGreaterThanOrEqual(last);
        last = range.from;
        for (const one of related) expect(within(rangeOf(one.place), whole)).toBe(true);
      }
    });
  });

  test('a symbol holds its name and its children, which do not overlap each other', () => {
    const look = (symbol: BriefSymbol, outer: Range): void => {
      expect(within(symbol.range, outer)).toBe(true);
      expect(within(symbol.selection, symbol.range)).toBe(true);
      expect(symbol.name.trim()).not.toBe('');
      let from = symbol.range.from;
      for (const child of symbol.children) {
        expect(child.range.from).toBeGreaterThanOrEqual(from);
        from = child.range.to;
        look(child, symbol.range);
      }
    };
    onAnyText((brief, whole) => {
      let from = 0;
      for (const symbol of symbols(brief)) {
        expect(symbol.range.from).toBeGreaterThanOrEqual(from);
        from = symbol.range.to;
        look(symbol, whole);
      }
    });
  });

  test('folds begin at different lines, and lie apart or in each other', () => {
    onAnyText((brief, { to }) => {
      const open: number[] = [];
      let last = -1;
      for (const fold of folding(brief)) {
        expect(fold.from).toBeGreaterThan(last);
        expect(fold.to).toBeGreaterThan(fold.from);
        expect(fold.to).toBeLessThanOrEqual(positionAt(brief.text, to).line);
        while (open.length > 0 && open.at(-1)! < fold.from) open.pop();
        if (open.length > 0) expect(fold.to).toBeLessThanOrEqual(open.at(-1)!);
        open.push(fold.to);
        last = fold.from;
      }
    });
  });

  test('tokens stand in order, each on one line, and do not overlap', () => {
    onAnyText((brief, { to: end }) => {
      let last = 0;
      for (const { from, to } of semanticTokens(brief)) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(positionAt(brief.text, from).line).toBe(positionAt(brief.text, to).line);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(end);
    });
  });

  test('each selection lies in the next, around the cursor', () => {
    fc.assert(
      fc.property(text, fc.nat(), (source, at) => {
        const brief = parseBrief(source);
        const offset = at % (brief.text.length + 1);
        const [ranges] = selectionRanges(brief, [offset]);
        let inner: Range = { from: offset, to: offset };
        for (const range of ranges) {
          expect(within(inner, range)).toBe(true);
          if (range !== ranges[0]) expect(range).not.toEqual(inner);
          inner = range;
        }
        expect(inner.to).toBeLessThanOrEqual(brief.text.length);
      }),
      runs,
    );
  });

  test('what is asked at any place answers with places in it', () => {
    fc.assert(
      fc.property(text, fc.nat(), (source, at) => {
        const brief = parseBrief(source);
        const whole = { from: 0, to: brief.text.length };
        const offset = at % (whole.to + 1);
        const places = [
          ...definition(brief, [], offset).map(({ place }) => rangeOf(place)),
          ...(mentions(brief, offset, true) ?? []).map(rangeOf),
          ...documentLinks(brief).map(({ place }) => rangeOf(place)),
        ];
        const shown = hover(brief, [], offset);
        if (shown) places.push(rangeOf(shown.place));
        const renaming = renamingAt(brief, offset);
        if (renaming) places.push(renaming.at);
        for (const place of places) expect(within(place, whole)).toBe(true);
        if (shown) expect(within({ from: offset, to: offset }, rangeOf(shown.place))).toBe(true);
        // A name may be changed from anywhere in what bears it, but not from another line.
        const line = positionAt(brief.text, offset).line;
        if (renaming) expect(positionAt(brief.text, renaming.at.from).line).toBe(line);
      }),
      runs,
    );
  });
});
