import type { Block, Brief } from '../model/brief.js';
import { parseBrief } from '../model/document.js';
import { applyEdits, type TextEdit } from '../text/text.js';

/** An empty line can make a list of what was a paragraph, which then has a form of its own: more passes settle that. */
const passes = 10;

/**
 * Edits to the form that reads well in any Markdown viewer: an empty line between blocks and before every question and
 * answer, no blanks at line ends, one empty line instead of several, one line end at the end. Changes no word, and is
 * idempotent. Code, tables and front matter stay as they are.
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
  const old = before.split(/(\s+)/);
  const wanted = after.split(/(\s+)/);
  if (old.length !== wanted.length)
    return before === after ? [] : [{ from: 0, to: before.length, insert: after }];
  let from = 0;
  old.forEach((part, i) => {
    if (part !== wanted[i]) edits.push({ from, to: from + part.length, insert: wanted[i] });
    from += part.length;
  });
  return edits;
}

function onePass({ text, blocks, questions, answers, frontMatter }: Brief): TextEdit[] {
  const edits: TextEdit[] = [];
  const openers = new Set<unknown>([...questions, ...answers].map(({ opener }) => opener?.fact));
  let end = frontMatter.block.length;
  blocks.forEach((block, i) => {
    const above = blocks[i - 1];
    const gap = text.sliceString(end, block.from);
    if (i === 0) {
      if (/^\s*$/.test(gap)) replace(end, block.from, frontMatter.present ? '\n' : '');
    } else if (/^\n\s*$/.test(gap) && !isRaw(above)) {
      const isItem = above.node.type.name === 'ListItem' && block.node.type.name === 'ListItem';
      const tight = isItem && !openers.has(block.facts.segments[0]?.opener) && !gap.includes('\n', 1);
      const indent = gap.slice(gap.lastIndexOf('\n') + 1);
      replace(end, block.from, (tight ? '\n' : '\n\n') + (isItem ? indent : indent.length < 4 ? '' : indent));
    }
    if (!/^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|Table)$/.test(block.node.type.name))
      lines(block.from, block.length);
    for (const { opener } of block.facts.segments)
      if (opener && openers.has(opener) && opener.at.from > 0) {
        const from = block.from + opener.at.from;
        const line = text.lineAt(from);
        const above = line.number > 1 && text.line(line.number - 1);
        if (above && above.to > block.from && above.text.trim() && !text.sliceString(line.from, from).trim())
          edits.push({ from: above.to, to: above.to, insert: '\n' });
      }
    end = block.from + block.length;
  });
  const tail = text.sliceString(end, text.length);
  const endsInLine = tail === '' && text.line(text.lines).text === '';
  if (blocks.length > 0 && !endsInLine && !(isRaw(blocks.at(-1)!) && tail) && /^\s*$/.test(tail))
    replace(end, text.length, '\n');
  return edits.sort((a, b) => a.from - b.from);

  function replace(from: number, to: number, insert: string): void {
    if (text.sliceString(from, to) !== insert) edits.push({ from, to, insert });
  }

  /** Blanks at line ends go; two spaces that break a line stay. */
  function lines(from: number, length: number): void {
    const source = text.sliceString(from, from + length);
    let start = 0;
    for (const line of source.split('\n')) {
      const kept = line.trimEnd();
      const blanks = line.slice(kept.length);
      const isLast = start + line.length >= source.length;
      const wanted = kept && !isLast && blanks.length >= 2 && /^ +$/.test(blanks) ? '  ' : '';
      if (blanks !== wanted) replace(from + start + kept.length, from + start + line.length, wanted);
      start += line.length + 1;
    }
  }
}

/** Whether a block is or holds text that must stay to the letter: code, markup, comments. */
function isRaw({ node }: Block): boolean {
  let raw = false;
  node.iterate({
    enter({ name }) {
      if (/^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|ProcessingInstructionBlock)$/.test(name))
        raw = true;
      return !raw;
    },
  });
  return raw;
}
