import type { Block, Brief } from '../model/brief.js';
import { parseBrief } from '../model/document.js';
import { applyEdits, type Range, type TextEdit } from '../text/text.js';

/** An empty line can make a list of what was a paragraph, which then has a form of its own: more passes settle that. */
const passes = 10;

/**
 * Edits to the form that reads well in any Markdown viewer: an empty line between blocks and before every question and
 * answer, no blanks at line ends, one empty line instead of several, one line end at the end. Changes no word, and is
 * idempotent. Code, tables and front matter stay as they are; a no-break space is text.
 */
export function formatEdits(brief: Brief): TextEdit[] {
  const source = brief.text.toString();
  let tidy = applyEdits(source, onePass(brief));
  for (let pass = 1; pass < passes; pass++) {
    const next = applyEdits(tidy, onePass(parseBrief(tidy, { kind: brief.kind })));
    if (next === tidy) break;
    tidy = next;
  }
  return gapEdits(source, tidy);
}

/** Edits between two texts that differ in white space only. */
function gapEdits(before: string, after: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const old = before.split(/([ \t\n]+)/);
  const wanted = after.split(/([ \t\n]+)/);
  if (old.length !== wanted.length)
    return before === after ? [] : [{ from: 0, to: before.length, insert: after }];
  let from = 0;
  old.forEach((part, i) => {
    if (part !== wanted[i]) edits.push({ from, to: from + part.length, insert: wanted[i] });
    from += part.length;
  });
  return edits;
}

function onePass(brief: Brief): TextEdit[] {
  const { text, blocks, questions, answers, frontMatter } = brief;
  const edits: TextEdit[] = [];
  const raw = blocks.map(rawIn);
  const openers = new Set<unknown>([...questions, ...answers].map(({ opener }) => opener?.fact));
  let end = frontMatter.block.length;
  blocks.forEach((block, i) => {
    const above = blocks[i - 1];
    const gap = text.sliceString(end, block.from);
    if (i === 0) {
      if (isBlank(gap)) replace(end, block.from, frontMatter.present ? '\n' : '');
    } else if (gap.startsWith('\n') && isBlank(gap) && raw[i - 1].length === 0) {
      const isItem = above.node.type.name === 'ListItem' && block.node.type.name === 'ListItem';
      const tight = isItem && !openers.has(block.facts.segments[0]?.opener) && !gap.includes('\n', 1);
      const indent = gap.slice(gap.lastIndexOf('\n') + 1);
      replace(end, block.from, (tight ? '\n' : '\n\n') + (isItem ? indent : indent.length < 4 ? '' : indent));
    }
    if (block.node.type.name !== 'Table') lines(block.from, block.length, raw[i]);
    for (const { opener } of block.facts.segments)
      if (opener && openers.has(opener) && opener.at.from > 0) {
        const from = block.from + opener.at.from;
        const line = text.lineAt(from);
        const above = line.number > 1 && text.line(line.number - 1);
        if (
          above &&
          above.to > block.from &&
          !isBlank(above.text) &&
          isBlank(text.sliceString(line.from, from))
        )
          edits.push({ from: above.to, to: above.to, insert: '\n' });
      }
    end = block.from + block.length;
  });
  const tail = text.sliceString(end, text.length);
  const endsInLine = tail === '' && text.line(text.lines).text === '';
  if (blocks.length > 0 && !endsInLine && !(raw.at(-1)!.length > 0 && tail) && isBlank(tail))
    replace(end, text.length, '\n');
  const open = openFrontMatterEnd(brief);
  return edits.filter(({ from }) => from >= open).sort((a, b) => a.from - b.from);

  function replace(from: number, to: number, insert: string): void {
    if (text.sliceString(from, to) !== insert) edits.push({ from, to, insert });
  }

  /** Blanks at line ends go; two spaces that break a line stay. */
  function lines(from: number, length: number, raw: readonly Range[]): void {
    let start = from;
    let next = 0;
    for (const line of text.sliceString(from, from + length).split('\n')) {
      const to = start + line.length;
      const kept = lengthWithoutBlanks(line);
      const wanted = kept > 0 && to < from + length && /^ {2,}$/.test(line.slice(kept)) ? '  ' : '';
      while (next < raw.length && raw[next].to < start) next++;
      if (next === raw.length || raw[next].from > to) replace(start + kept, to, wanted);
      start = to + 1;
    }
  }
}

/** What in a block must stay to the letter, in order: code, markup, comments. */
function rawIn({ node, from: start }: Block): Range[] {
  const raw: Range[] = [];
  node.iterate({
    enter({ name, from, to }) {
      const isRaw = /^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/.test(name);
      if (isRaw) raw.push({ from: start + from, to: start + to });
      return !isRaw;
    },
  });
  return raw;
}

/** Where front matter that never ends would have ended, so that it can still be told; 0 when there is none. */
function openFrontMatterEnd({ text, frontMatter }: Brief): number {
  if (!frontMatter.problems.some(({ reason }) => reason.kind === 'unclosed')) return 0;
  let number = 1;
  while (number < text.lines && !isBlank(text.line(number + 1).text)) number++;
  const last = text.line(number);
  return last.from + lengthWithoutBlanks(last.text);
}

/** A no-break space is no blank: Markdown takes it for text. */
function isBlank(text: string): boolean {
  return !/[^ \t\n]/.test(text);
}

function lengthWithoutBlanks(line: string): number {
  let { length } = line;
  while (length > 0 && isBlank(line[length - 1])) length--;
  return length;
}
