import { ownersOf, type Answer, type Brief, type Group, type Question } from '../model/brief.js';
import type { Segment } from '../model/facts.js';
import { applyEdits, trimmed, type Range, type Text, type TextEdit } from '../text/text.js';

/**
 * The stretches of text that some segments make up, with the comments for Kamerbrief right above them. Notes that stand
 * between belong to no one and stay out. Stretches begin at a line and end at a word.
 */
export function piecesOf({ text, blocks }: Brief, owns: (segment: Segment) => boolean): Range[] {
  const pieces: Range[] = [];
  let open: Range | null = null;
  let lead: number | null = null;
  for (const { facts, from } of blocks) {
    if (facts.segments.length === 0) {
      if (facts.directives.length > 0) lead ??= from;
      continue;
    }
    for (const segment of facts.segments) {
      const { to } = trimmed(text, { from: from + segment.at.from, to: from + segment.at.to });
      // A note that is indented below a question in a list goes where that goes.
      const isOwn = segment.inNote ? open !== null && open.to > from : owns(segment);
      if (!isOwn) open = null;
      else if (open) open.to = to;
      else {
        const start = lineStart(text, from + segment.at.from);
        pieces.push((open = { from: lead ?? start, to }));
      }
      lead = null;
    }
  }
  return pieces;
}

export function startOf({ segments: [{ block, segment }] }: Question | Answer): number {
  return block.from + segment.at.from;
}

/** The answers that stand between a question and the next. */
export function answersUnder(brief: Brief, question: Question): Answer[] {
  const from = startOf(question);
  const next = brief.questions[brief.questions.indexOf(question) + 1];
  const to = next ? startOf(next) : Infinity;
  return brief.answers.filter((answer) => startOf(answer) > from && startOf(answer) < to);
}

/** The question and the answers under it that are for it alone: what moves when it moves. */
export function unitOf(brief: Brief, question: Question): Range[] {
  const own = answersUnder(brief, question).filter((answer) => isOnlyFor(answer, question));
  return textOfOwners(brief, [question, ...own]);
}

export function isOnlyFor({ questions }: Answer, question: Question): boolean {
  return questions.length === 1 && questions[0] === question;
}

/** Whether an answer stands for every question above it, without naming any. */
export function answersAll({ answers, questions }: Brief, answer: Answer): boolean {
  return (
    answer.opener.fact.all ||
    (answers.length === 1 &&
      questions.length > 1 &&
      answer.numbers.length === 0 &&
      answer.questions.length === questions.length &&
      answer.segments.every(({ segment }) => segment.together.length === 0))
  );
}

export function textOfOwners(brief: Brief, list: readonly (Question | Answer)[]): Range[] {
  const owned = new Set(list.flatMap(({ segments }) => segments.map(({ segment }) => segment)));
  return piecesOf(brief, (segment) => owned.has(segment));
}

/** Where a new question can stand behind a question and all the answers under it, up to the next heading or question. */
export function endOfUnit(brief: Brief, question: Question): number {
  const owner = ownersOf(brief);
  let reached = false;
  let end = 0;
  for (const { facts, from } of brief.blocks) {
    for (const segment of facts.segments) {
      if (segment.inNote) continue;
      const one = owner.get(segment);
      if (one === question) reached = true;
      else if (reached && (!one || !('questions' in one) || answersAll(brief, one))) return end;
      if (reached) end = trimmed(brief.text, { from: from + segment.at.from, to: from + segment.at.to }).to;
    }
  }
  return end;
}

/**
 * The text under the heading of a group, heading included, up to the next heading of its level, a rule or the signature.
 * What follows the last question of the last group closes the document and is not the group's.
 */
export function sectionOf(brief: Brief, group: Group): Range[] {
  const owner = ownersOf(brief);
  const own: Segment[] = [];
  let inside = false;
  let closed = false;
  for (const { facts } of brief.blocks) {
    if (closed) break;
    for (const segment of facts.segments) {
      if (segment.inNote) continue;
      const { opener } = segment;
      if (opener === group.heading.fact) inside = true;
      else if (
        inside &&
        ((opener?.kind === 'heading' && opener.level <= group.heading.fact.level) ||
          opener?.kind === 'break' ||
          opener?.kind === 'signature')
      )
        closed = true;
      if (inside && !closed) own.push(segment);
    }
  }
  if (brief.groups.at(-1) === group) while (own.length > 1 && !owner.has(own.at(-1)!)) own.pop();
  const all = new Set(own);
  return piecesOf(brief, (segment) => all.has(segment));
}

/** Takes stretches out of the text, each with the space that set it apart. */
export function cuts(text: Text, ranges: readonly Range[]): TextEdit[] {
  const merged: Range[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && !text.sliceString(last.to, from).trim()) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged.map(({ from, to }) => {
    const before = spaceBefore(text, from);
    const after = spaceAfter(text, to);
    if (to + after.length === text.length)
      return { from: from - before.length, to: text.length, insert: from > before.length ? '\n' : '' };
    // The wider of the two gaps stays.
    return from === before.length || lines(before) >= lines(after)
      ? { from, to: to + after.length, insert: '' }
      : { from: from - before.length, to, insert: '' };
  });
}

/** Takes a stretch out of the text; one that stands alone on its lines goes with the space that set it apart. */
export function removal(text: Text, range: Range): TextEdit {
  return standsAlone(text, range) ? cuts(text, [range])[0] : { ...range, insert: '' };
}

/** Whether nothing else stands on the lines of a stretch. */
export function standsAlone(text: Text, { from, to }: Range): boolean {
  return text.lineAt(from).from === from && text.sliceString(to, text.lineAt(to).to).trim() === '';
}

/** Puts text behind what ends at `at`, an empty line before and after it. */
export function putAfter(text: Text, at: number, content: string): TextEdit {
  const gap = spaceAfter(text, at);
  const more = at + gap.length === text.length ? '' : '\n'.repeat(Math.max(0, 2 - lines(gap)));
  return { from: at, to: at, insert: `${at === 0 ? '' : '\n\n'}${content}${more}` };
}

/** Puts text before what begins the line at `at`, an empty line before and after it. */
export function putBefore(text: Text, at: number, content: string): TextEdit {
  const gap = spaceBefore(text, at);
  const more = at === 0 || at === gap.length ? '' : '\n'.repeat(Math.max(0, 2 - lines(gap)));
  return { from: at, to: at, insert: `${more}${content}\n\n` };
}

/** The text of stretches with the edits that fall into them. */
export function carried(text: Text, ranges: readonly Range[], edits: readonly TextEdit[]): string {
  return ranges
    .map(({ from, to }) =>
      applyEdits(
        text.sliceString(from, to),
        edits
          .filter((edit) => edit.from >= from && edit.to <= to)
          .map((edit) => ({ from: edit.from - from, to: edit.to - from, insert: edit.insert })),
      ),
    )
    .join('\n\n');
}

/** The edits that fall outside of some stretches. */
export function outside(ranges: readonly Range[], edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter((edit) => !ranges.some(({ from, to }) => edit.from >= from && edit.to <= to));
}

/** The start of the line, if only blanks stand before. */
function lineStart(text: Text, at: number): number {
  const { from } = text.lineAt(at);
  return text.sliceString(from, at).trim() ? at : from;
}

function spaceAfter(text: Text, at: number): string {
  let to = at;
  while (to < text.length && !text.sliceString(to, to + 1).trim()) to++;
  return text.sliceString(at, to);
}

function spaceBefore(text: Text, at: number): string {
  let from = at;
  while (from > 0 && !text.sliceString(from - 1, from).trim()) from--;
  return text.sliceString(from, at);
}

function lines(gap: string): number {
  return gap.split('\n').length - 1;
}
