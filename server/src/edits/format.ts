import type { Brief } from '../model/brief.js';
import type { TextEdit } from '../text/text.js';

/**
 * Edits to the form that reads well in any Markdown viewer: an empty line between blocks and before every question and
 * answer, no blanks at line ends, one empty line instead of several, one line end at the end. Changes no word, and is
 * idempotent. Code, tables and front matter stay as they are.
 */
export function formatEdits({ text, blocks, questions, answers, frontMatter }: Brief): TextEdit[] {
  const edits: TextEdit[] = [];
  const openers = new Set<unknown>([...questions, ...answers].map(({ opener }) => opener?.fact));
  let end = frontMatter.block.length;
  blocks.forEach((block, i) => {
    const above = blocks[i - 1];
    const gap = text.sliceString(end, block.from);
    if (i === 0) {
      if (/^\s*$/.test(gap)) replace(end, block.from, frontMatter.present ? '\n' : '');
    } else if (/^\n\s*$/.test(gap)) {
      const isItem = above.node.type.name === 'ListItem' && block.node.type.name === 'ListItem';
      const tight = isItem && !openers.has(block.facts.segments[0]?.opener) && !gap.includes('\n', 1);
      const indent = /[^\n]*$/.exec(gap)![0];
      replace(end, block.from, (tight ? '\n' : '\n\n') + (isItem ? indent : indent.length < 4 ? '' : indent));
    }
    if (!/^(?:FencedCode|CodeBlock|HTMLBlock|CommentBlock|Table)$/.test(block.node.type.name))
      lines(block.from, block.length);
    for (const { opener } of block.facts.segments)
      if (opener && openers.has(opener) && opener.at.from > 0) {
        const from = block.from + opener.at.from;
        const before = text.sliceString(Math.max(block.from, from - 200), from);
        const blank = /\n[ \t]*(\n)?[ \t]*$/.exec(before);
        if (blank && !/\n[ \t]*\n[ \t]*$/.test(before))
          edits.push({ from: from - blank[0].length, to: from - blank[0].length, insert: '\n' });
      }
    end = block.from + block.length;
  });
  const tail = text.sliceString(end, text.length);
  if (blocks.length > 0 && tail !== '\n' && /^\s*$/.test(tail)) replace(end, text.length, '\n');
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
