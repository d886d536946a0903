import { labelFor } from '../../../edits/footnotes/label.js';
import { definitionsEdit } from '../../../edits/footnotes/write.js';
import { labelKey } from '../../../model/footnotes.js';
import type { Brief } from '../../../model/brief.js';
import type { Range, TextEdit } from '../../../text/text.js';
import { writeBlocks, writeNotes } from '../draft/blocks.js';
import type { DraftBlock, DraftInline } from '../draft/part.js';
import { BlockReader } from './blocks.js';
import { findNotes } from './notes.js';
import { isElement, readHtml, styleOf, type Element } from './tree.js';

/** What comes in the place of a selection, and the texts of its notes where those of the document stand. */
export interface Pasted {
  insert: string;
  elsewhere: TextEdit[];
}

/**
 * What was copied in Word, Writer or a web page, as text of the dialect; `null` where plain text says it all, where text is kept as
 * it is typed, and for more than people copy.
 * @param plain the same as plain text
 */
export function pasted(brief: Brief, { from, to }: Range, html: string, plain: string): Pasted | null {
  if (!takesMarks(brief, from)) return null;
  const body = readHtml(html);
  if (!body || isTyped(body)) return null;
  const taken = new Set<string>();
  const { blocks, notes } = new BlockReader(body, findNotes(body), (text) => {
    const label = labelFor(brief, text, taken);
    taken.add(labelKey(label));
    return label;
  }).run();
  if (!isRich(blocks)) return null;
  const content = writeBlocks(blocks, brief.language).text;
  const insert =
    blocks.length === 1 && blocks[0].type === 'paragraph'
      ? spaced(content, plain)
      : apart(brief, { from, to }, content, blocks);
  if (notes.length === 0) return { insert, elsewhere: [] };
  const edit = definitionsEdit(brief, from, writeNotes(notes, brief.language).text);
  // Where both stand in one place, one goes behind the other.
  const { text } = brief;
  const between =
    edit.from <= from
      ? text.sliceString(edit.from, from)
      : edit.from <= to
        ? ''
        : text.sliceString(to, edit.from);
  if (between.trim() !== '') return { insert, elsewhere: [edit] };
  const more = text.sliceString(to, text.length).trim() === '' ? '\n' : '\n\n';
  return { insert: `${insert.trimEnd()}\n\n${edit.insert.trim()}${more}`, elsewhere: [] };
}

/** Not within the details above the text, code or a comment. */
function takesMarks({ frontMatter, blocks }: Brief, at: number): boolean {
  if (at < frontMatter.block.length) return false;
  const block = blocks.find(({ from, length }) => from < at && at < from + length);
  return !block || !/Code|HTML|Comment/.test(block.node.type.name);
}

/** An editor of code gives colours to what is plain text. */
function isTyped(body: Element): boolean {
  const shown = body.childNodes.filter(
    (node) =>
      isElement(node) ||
      (node.nodeName === '#text' && /\S/.test((node as { value: string } & typeof node).value)),
  );
  return shown.length === 1 && isElement(shown[0]) && /white-space:pre(?!-line)/.test(styleOf(shown[0]));
}

/** Whether plain text would lose something. */
function isRich(blocks: readonly DraftBlock[]): boolean {
  const [only, ...others] = blocks;
  if (!only) return false;
  return others.length > 0 || only.type !== 'paragraph' || only.inlines.some(isMarked);
}

function isMarked(inline: DraftInline): boolean {
  if (inline.kind !== 'text') return true;
  const { strong, emphasis, code, href, text } = inline;
  return Boolean(text.trim() && (strong || emphasis || code || (href && href !== text.trim())));
}

/** With the blanks around it that were copied. */
function spaced(content: string, plain: string): string {
  const before = /^[ \t\u00a0]/.test(plain) ? ' ' : '';
  const after = /[ \t\u00a0]$/.test(plain) ? ' ' : '';
  return before + content + after;
}

/** With an empty line between it and what stands around it; running text goes on in the line that it is pasted in. */
function apart({ text }: Brief, { from, to }: Range, content: string, blocks: readonly DraftBlock[]): string {
  const before = text.sliceString(Math.max(0, from - 2), from);
  const after = text.sliceString(to, to + 2);
  const opening = /(?:^|\n\n)$/.test(before)
    ? ''
    : before.endsWith('\n')
      ? '\n'
      : blocks[0].type === 'paragraph'
        ? ''
        : '\n\n';
  const closing = /^(?:\n\n|\n?$)/.test(after) ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return opening + content + closing;
}
