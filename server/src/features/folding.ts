import { extentOf, type Brief } from '../model/brief.js';
import { positionAt, trimmed, type Range } from '../text/text.js';
import { symbols, type BriefSymbol } from './symbols.js';

/** Zero-based lines, both shown or hidden together. */
export interface Fold {
  from: number;
  to: number;
}

/** What can be folded away: front matter, groups, questions, answers, and the notes at the end. */
export function folding(brief: Brief): Fold[] {
  const { text, frontMatter, definitions } = brief;
  const ranges: Range[] = [];
  if (frontMatter.present) ranges.push({ from: 0, to: frontMatter.block.length - 1 });
  const visit = (symbol: BriefSymbol) => {
    ranges.push(symbol.range);
    symbol.children.forEach(visit);
  };
  symbols(brief).forEach(visit);
  for (const answer of brief.answers) ranges.push(extentOf(answer.segments));
  const first = definitions[0];
  const last = definitions.at(-1);
  if (first && last && definitions.length > 1)
    ranges.push({ from: first.block.from + first.fact.at.from, to: last.block.from + last.fact.at.to });
  const folds = new Map<number, Fold>();
  for (const range of ranges) {
    const { from, to } = trimmed(text, range);
    const fold = { from: positionAt(text, from).line, to: positionAt(text, to).line };
    if (fold.to > fold.from && (folds.get(fold.from)?.to ?? -1) < fold.to) folds.set(fold.from, fold);
  }
  return nested([...folds.values()].sort((a, b) => a.from - b.from));
}

/** Editors show folds that lie apart or in each other; one that would go past the end of another stops there. */
function nested(folds: readonly Fold[]): Fold[] {
  const open: Fold[] = [];
  return folds
    .map((fold) => {
      while (open.length > 0 && open.at(-1)!.to < fold.from) open.pop();
      const within = { from: fold.from, to: Math.min(fold.to, open.at(-1)?.to ?? fold.to) };
      open.push(within);
      return within;
    })
    .filter(({ from, to }) => to > from);
}
