import type { Language } from '../../../languages/language.js';
import { patternsOf } from '../../../languages/patterns.js';
import type { FrontMatterValues } from '../../../model/front-matter.js';
import { escapeText, withReferences } from './escape.js';
import { readFrame } from './frame.js';
import { frontMatterText } from './front-matter.js';
import type { DraftParagraph, DraftPart, ImportedFile, PartKind } from './part.js';

/** The names of the files, whatever the language. */
const names: Record<PartKind, string> = {
  report: 'verslag.brief.md',
  letter: 'brief.brief.md',
  reply: 'antwoord.brief.md',
};

const marks: Record<DraftParagraph['kind'], string> = {
  title: '# ',
  group: '## ',
  theme: '## ',
  number: '### ',
  bullet: '- ',
  text: '',
};

/** Writes every part as a file of the dialect: front matter, the text, links to the other parts, and the notes. */
export function filesOf(parts: readonly DraftPart[], language: Language): ImportedFile[] {
  const kinds = parts.map(({ kind }) => kind);
  return parts.map((part) => ({
    name: names[part.kind],
    content: `${frontMatterText(frontMatterOf(part, kinds, language), language)}\n${bodyOf(part, kinds, language)}\n`,
  }));
}

function bodyOf(
  { kind, paragraphs, notes }: DraftPart,
  kinds: readonly PartKind[],
  language: Language,
): string {
  const blocks = paragraphs.map((paragraph) => {
    const text = withReferences(paragraph.text, paragraph.marks);
    return marks[paragraph.kind] + text;
  });
  if (kind === 'report')
    for (const other of kinds) if (other !== 'report') blocks.push(linkTo(other, language));
  const definitions = notes.map(({ number, text }) => `[^${number}]: ${escapeText(text)}`);
  return [...blocks, ...(definitions.length ? [definitions.join('\n')] : [])].join('\n\n');
}

/** A paragraph that is only a link: there the part stands. Its words are those of the language. */
function linkTo(kind: PartKind, { values }: Language): string {
  const word = values.kind[kind];
  return `[${word[0].toUpperCase()}${word.slice(1)}](${names[kind]})`;
}

function frontMatterOf(part: DraftPart, kinds: readonly PartKind[], language: Language): FrontMatterValues {
  const { groupHeadings, groupAnd } = patternsOf(language);
  const groups = part.paragraphs.flatMap(({ kind, text }) => {
    if (kind !== 'group') return [];
    for (const pattern of groupHeadings) {
      const names = pattern.exec(text)?.groups?.names;
      if (names) return names.split(groupAnd).map((name) => name.trim());
    }
    return [];
  });
  const values = readFrame(part.kind, part.paragraphs.map(withoutMarks), groups, language);
  return part.kind === 'reply' && kinds.includes('letter') ? { ...values, letter: names.letter } : values;
}

function withoutMarks({ text, marks }: DraftParagraph): string {
  let rest = '';
  let done = 0;
  for (const { from, to } of marks) {
    rest += text.slice(done, from);
    done = to;
  }
  return rest + text.slice(done);
}
