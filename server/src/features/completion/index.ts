import type { Brief } from '../../model/brief.js';
import { answerItems } from './answers.js';
import { citationItems } from './citations.js';
import { fileItems } from './files.js';
import { footnoteItems } from './footnotes.js';
import { frontMatterItems, namesFileInFrontMatter } from './front-matter.js';
import { groupItems } from './groups.js';
import { cursorAt, type Completion, type Cursor, type Surroundings } from './item.js';
import { letterQuestionItems } from './letter-questions.js';
import { partItems } from './parts.js';
import { questionNumberItems } from './question-numbers.js';
import { ruleItems } from './rule-codes.js';
import { directiveItems, workItems } from './work-note.js';

export type { Completion, NamedFile, Surroundings } from './item.js';

/** Keys that bring up the list by themselves, where something can follow them. */
export const triggers: readonly string[] = ['^', ' ', '(', '=', ';'];

const link = /\]\((?<path>[^()\s]{0,200})$/;

/** Whether the names of files are needed to say what can be written here. */
export function asksForFiles(brief: Brief, offset: number): boolean {
  const cursor = cursorAt(brief, offset);
  return offset < brief.frontMatter.block.length ? namesFileInFrontMatter(cursor) : link.test(cursor.near);
}

/**
 * What can be written at the cursor. Some places ask for one thing: a footnote behind `[^`, a number behind "vraag". Elsewhere
 * these are the standard parts, what is still to be answered, and citations that were used before.
 * @returns `more`: another letter can bring what is not in the list
 */
export function completion(
  brief: Brief,
  offset: number,
  surroundings: Surroundings,
): { items: Completion[]; more: boolean } {
  const cursor = cursorAt(brief, offset);
  const asked = askedFor(cursor, surroundings);
  if (asked) return { items: asked, more: false };
  if (surroundings.trigger !== null) return { items: [], more: false };
  return anything(cursor, surroundings);
}

/** What the words before the cursor ask for; `null` where they leave it open. */
function askedFor(cursor: Cursor, { files, comparison, today }: Surroundings): Completion[] | null {
  const { brief, offset, before, near } = cursor;
  if (offset < brief.frontMatter.block.length) return frontMatterItems(cursor, files);
  const comment = before.lastIndexOf('<!--');
  if (comment > before.lastIndexOf('-->')) return commentItems(cursor, before.slice(comment), today);
  const label = /\[\^[^\]\s]{0,80}$/.exec(near);
  if (label) return footnoteItems(cursor, label[0]);
  const path = link.exec(near);
  if (path) return fileItems(cursor, path.groups!.path, files);
  const held = /^#{1,6}(?:\s|$)/.test(before) ? comparison() : null;
  if (held) return groupItems(cursor, before, held);
  return questionNumberItems(cursor);
}

function commentItems(cursor: Cursor, comment: string, today: string | null): Completion[] {
  return workItems(cursor, comment, today) ?? directiveItems(cursor, comment) ?? ruleItems(cursor, comment);
}

function anything(cursor: Cursor, { tabStops, comparison }: Surroundings) {
  const { brief, before, near } = cursor;
  const [word] = /[\p{L}-]{0,40}$/u.exec(near)!;
  const held = brief.kind === 'reply' ? comparison() : null;
  const citations = citationItems(cursor, held?.letter ?? null);
  if (before.slice(0, before.length - word.length).trim() !== '')
    return {
      items: [...partItems(cursor, word, 'inline', tabStops), ...citations.items],
      more: citations.more,
    };
  const open = brief.kind === 'letter' ? [] : answerItems(cursor, word);
  const asked = held ? [...groupItems(cursor, word, held), ...letterQuestionItems(cursor, word, held)] : [];
  return {
    items: [...partItems(cursor, word, 'block', tabStops), ...asked, ...open, ...citations.items],
    more: citations.more,
  };
}
