import { extentOf, rangeOf, statusOf, type Answer, type Brief, type Question } from '../model/brief.js';
import { trimmed, type Range } from '../text/text.js';
import { openingWords, stateName } from './describe.js';
import { answerOpener, questionOpener } from './object.js';

export interface BriefSymbol {
  name: string;
  detail: string;
  kind: 'group' | 'question' | 'answer' | 'heading';
  range: Range;
  selection: Range;
  children: BriefSymbol[];
}

/** The outline: headings and groups, in them the questions with their state, in those their answers. */
export function symbols(brief: Brief): BriefSymbol[] {
  const roots: BriefSymbol[] = [];
  const groups = new Map(brief.groups.map((group) => [group.heading.fact, group]));
  const heads = brief.headings.map(({ block, fact }): { symbol: BriefSymbol; level: number } => {
    const selection = rangeOf({ block, at: fact.at });
    const group = groups.get(fact);
    return {
      level: fact.level,
      symbol: {
        name: group?.names.join(', ') || fact.title || '#',
        detail: '',
        kind: group ? 'group' : 'heading',
        range: { ...selection },
        selection,
        children: [],
      },
    };
  });
  const stack: { symbol: BriefSymbol; level: number }[] = [];
  const items = [
    ...heads.map((head) => ({ from: head.symbol.range.from, head, question: null })),
    ...brief.questions.map((question) => ({ from: extentOf(question.segments).from, head: null, question })),
  ].sort((a, b) => a.from - b.from);
  const grow = (to: number) => {
    for (const { symbol } of stack) symbol.range.to = Math.max(symbol.range.to, to);
  };
  for (const { head, question } of items) {
    if (head) {
      while (stack.length && stack.at(-1)!.level >= head.level) stack.pop();
      (stack.at(-1)?.symbol.children ?? roots).push(head.symbol);
      grow(head.symbol.range.to);
      stack.push(head);
    } else {
      const symbol = questionSymbol(brief, question!);
      (stack.at(-1)?.symbol.children ?? roots).push(symbol);
      grow(symbol.range.to);
    }
  }
  return roots;
}

function questionSymbol(brief: Brief, question: Question): BriefSymbol {
  const range = trimmed(brief.text, extentOf(question.segments));
  // Only an answer that follows at once stands inside its question; others stand elsewhere.
  const own = question.answers.filter((answer) => answer.questions[0] === question);
  const children = own
    .map((answer) => answerSymbol(brief, answer))
    .filter((symbol) => symbol.range.from >= range.to);
  if (children.length) range.to = Math.max(...children.map((symbol) => symbol.range.to));
  const opener = rangeOf(questionOpener(question));
  const words = openingWords(brief, question);
  const name = question.numbers.length ? `${question.numbers.join(', ')}. ${words}` : words || '…';
  const detail = brief.kind === 'letter' ? '' : stateName(statusOf(question), brief.language);
  return {
    name,
    detail,
    kind: 'question',
    range,
    selection: { from: opener.from, to: Math.min(opener.to, range.to) },
    children,
  };
}

function answerSymbol(brief: Brief, answer: Answer): BriefSymbol {
  const range = trimmed(brief.text, extentOf(answer.segments));
  return {
    name: answer.opener.fact.word,
    detail: stateName(answer.status, brief.language),
    kind: 'answer',
    range,
    selection: rangeOf(answerOpener(answer)),
    children: [],
  };
}
