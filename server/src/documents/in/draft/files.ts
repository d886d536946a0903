import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import { groupsOf } from '../../../model/openers.js';
import type { FrontMatterValues } from '../../../model/front-matter/schema.js';
import { writeBlocks, writeNotes } from './blocks.js';
import { readFrame } from './frame.js';
import { frontMatterText } from './front-matter.js';
import {
  plainText,
  type DraftBlock,
  type DraftPart,
  type ImportedFile,
  type Notice,
  type PartKind,
} from './part.js';
import { joined } from './written.js';

/** The names of the files, whatever the language. */
const names: Record<PartKind, string> = {
  report: 'verslag.brief.md',
  letter: 'brief.brief.md',
  reply: 'antwoord.brief.md',
};

/** Writes every part as a file of the dialect: front matter, the text, links to the other parts, and the notes. */
export function filesOf(
  parts: readonly DraftPart[],
  language: Language,
): { files: ImportedFile[]; notices: Notice[] } {
  const kinds = parts.map(({ kind }) => kind);
  const files: ImportedFile[] = [];
  const notices: Notice[] = [];
  for (const part of parts) {
    const name = names[part.kind];
    const { text, notices: own } = joined(
      [
        { text: frontMatterText(frontMatterOf(part, kinds, language), language), notices: aboutAll(part) },
        bodyOf(part, kinds, language),
      ],
      '\n',
    );
    files.push({ name, content: `${text}\n` });
    for (const { line, message } of own) notices.push({ file: name, line: line + 1, message });
  }
  return { files, notices };
}

function aboutAll({ notices = [] }: DraftPart) {
  return notices.map((message) => ({ line: 0, message }));
}

function bodyOf({ kind, blocks, notes }: DraftPart, kinds: readonly PartKind[], language: Language) {
  const links = kind === 'report' ? kinds.filter((other) => other !== 'report') : [];
  const pieces = [
    writeBlocks(blocks, language),
    ...links.map((other) => ({ text: linkTo(other, language), notices: [] })),
    writeNotes(notes, language),
  ];
  return joined(
    pieces.filter(({ text }) => text !== ''),
    '\n\n',
  );
}

/** A paragraph that is only a link: there the part stands. Its words are those of the language. */
function linkTo(kind: PartKind, { values }: Language): string {
  const word = values.kind[kind];
  return `[${word[0].toUpperCase()}${word.slice(1)}](${names[kind]})`;
}

function frontMatterOf(part: DraftPart, kinds: readonly PartKind[], language: Language): FrontMatterValues {
  const patterns = patternsOf(language);
  const groups = part.blocks.flatMap((block) =>
    block.type === 'heading' ? groupsOf(plainText(block.inlines).trim(), patterns) : [],
  );
  const texts = [...part.blocks.flatMap(linesOf), ...(part.margins ?? [])];
  const values = { ...readFrame(part.kind, texts, groups, language), ...part.values };
  return part.kind === 'reply' && kinds.includes('letter') ? { ...values, letter: names.letter } : values;
}

/** The lines of a letterhead can be cells of a table, or lines of one paragraph: then a line end stands between them. */
function linesOf(block: DraftBlock): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.inlines, '\n')];
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks.flatMap(linesOf));
    case 'table':
      return [block.head, ...block.rows].map((cells) => cells.map((cell) => plainText(cell)).join(' '));
    case 'quote':
      return block.blocks.flatMap(linesOf);
  }
  return [];
}
