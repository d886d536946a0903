import { languages, type Language } from '../../../languages/index.js';
import { patternsOf } from '../../../languages/patterns.js';
import type { FrontMatterValues } from '../../../model/front-matter.js';
import type { Words } from '../../../rules/rule.js';
import { escapeText, frontMatterText } from './draft.js';
import { readFrame } from './frame.js';
import { joinLines, wordsOf } from './join.js';
import { findMarks } from './marks.js';
import { readPages, type PrintedNote } from './pages.js';
import { readParagraphs } from './paragraphs.js';
import { readParts, titlePattern, type PartKind } from './parts.js';

export type ImportResult =
  { ok: true; files: ImportedFile[]; notices: Notice[] } | { ok: false; reason: Words };

export interface ImportedFile {
  name: string;
  content: string;
}

/** A place in the source, a line from 1, where the importer was not sure. */
export interface Notice {
  line: number;
  message: Words;
}

const names: Record<PartKind, string> = {
  report: 'verslag.brief.md',
  letter: 'brief.brief.md',
  reply: 'antwoord.brief.md',
};
const titles: Record<PartKind, string> = { report: 'Verslag', letter: 'Brief', reply: 'Antwoord' };

interface DraftParagraph {
  text: string;
  pages: [number, number];
  line: number;
  part: number;
}

/**
 * Brings in text taken out of a published document: cover, letter and reply, as far as they are there. Every word stands
 * once and in its order in the body of one of the files; page numbers go, and note marks become footnotes.
 */
export function importText(source: string): ImportResult {
  if (!source.trim()) return { ok: false, reason: { nl: 'Het bestand is leeg.', en: 'the file is empty' } };
  const language = languageOf(source);
  const patterns = patternsOf(language);
  const { body, notes } = readPages(source);
  const parts = readParts(body, language);
  if (parts.length === 0)
    return {
      ok: false,
      reason: {
        nl: 'Dit lijkt geen overleg: er zijn geen vragen van fracties en geen antwoorden gevonden.',
        en: 'this does not look like a consultation: no questions of groups and no answers were found',
      },
    };

  const words = wordsOf(source.split(/\r\n?|\n/));
  const openings = openingsOf(language);
  const paragraphs = parts.flatMap(({ lines }, part) =>
    readParagraphs(lines, patterns, openings).map(({ lines: own }): DraftParagraph => ({
      text: joinLines(
        own.map(({ text }) => text),
        words,
      ),
      pages: [own[0].page, own.at(-1)!.page],
      line: own[0].number,
      part,
    })),
  );
  const { marks, lost } = findMarks(paragraphs, notes);
  const noteOf = new Map(notes.map((note) => [note.number, note]));
  const files = parts.map(({ kind }, part): ImportedFile => {
    const own = paragraphs.filter((paragraph) => paragraph.part === part);
    const labels = new Set<number>();
    const blocks = own.map((paragraph) => {
      const found = marks[paragraphs.indexOf(paragraph)];
      for (const { number } of found) labels.add(number);
      return blockOf(withMarks(paragraph.text, found), paragraph.text, kind, language);
    });
    const strays = lost.filter(
      (number) => noteOf.has(number) && partOfPage(paragraphs, noteOf.get(number)!) === part,
    );
    const definitions = [...labels, ...strays]
      .sort((a, b) => a - b)
      .flatMap((number) => definitionOf(noteOf.get(number), words));
    const groups = own.flatMap(({ text }) => groupsOf(text, language));
    const plain = own.map((paragraph) => stripMarks(paragraph.text, marks[paragraphs.indexOf(paragraph)]));
    const frame = readFrame(kind, plain, groups, language);
    const links =
      kind === 'report'
        ? parts
            .filter((other) => other.kind !== 'report')
            .map((other) => `[${titles[other.kind]}](${names[other.kind]})`)
        : [];
    return {
      name: names[kind],
      content: [
        frontMatterText(
          withLinks(
            frame,
            kind,
            parts.map((one) => one.kind),
          ),
          language,
        ),
        ...blocks,
        ...links,
        ...definitions,
      ]
        .join('\n')
        .replace(/\n{3,}/g, '\n\n'),
    };
  });
  return {
    ok: true,
    files: files.map(({ name, content }) => ({ name, content: spaced(content) })),
    notices: noticesOf(lost, noteOf),
  };
}

/** One empty line between blocks; list items and definitions that follow each other stay together. */
function spaced(content: string): string {
  const end = content.indexOf('\n---\n', 3) + 5;
  const lines = content.slice(end).split('\n').filter(Boolean);
  const body = lines
    .map((line, i) => (i > 0 && sameList(lines[i - 1], line) ? line : `\n${line}`))
    .join('\n');
  return `${content.slice(0, end)}${body}\n`;
}

function sameList(above: string, line: string): boolean {
  return /^\[\^\d+\]:/.test(above) && /^\[\^\d+\]:/.test(line);
}

function languageOf(source: string): Language {
  const score = ({ answer, months, groups }: Language) =>
    [...answer.words, ...months].reduce((sum, word) => sum + Math.min(source.split(word).length - 1, 50), 0) +
    (groups.headings.some((pattern) => new RegExp(`^\\s?${pattern}`, 'imu').test(source.slice(0, 200_000)))
      ? 20
      : 0);
  return Object.values(languages).reduce(
    (best, language) => (score(language) > score(best) ? language : best),
    languages.nl,
  );
}

function openingsOf(language: Language): RegExp[] {
  const { groupHeadings, placeAndDate } = patternsOf(language);
  const question = new RegExp(
    `^(?:${language.question.words.join('|')}) \\d{1,3}(?:[ ,]{1,2}(?:en |t/m )?\\d{1,3}){0,9}\\s*$`,
    'u',
  );
  return [
    titlePattern([...language.titles.letter, ...language.titles.reply]),
    ...groupHeadings,
    placeAndDate,
    question,
    new RegExp(language.frame.to, 'u'),
    new RegExp(language.frame.office, 'u'),
  ];
}

function groupsOf(text: string, language: Language): string[] {
  const { groupHeadings, groupAnd } = patternsOf(language);
  for (const pattern of groupHeadings) {
    const found = text.length < 300 ? pattern.exec(text)?.groups?.names : null;
    if (found) return found.split(groupAnd).map((name) => name.trim());
  }
  return [];
}

/** Headings and the numbers that stand alone get their marks; the rest is text as it stands. */
function blockOf(text: string, plain: string, kind: PartKind, language: Language): string {
  if (titlePattern([...language.titles.letter, ...language.titles.reply]).test(plain)) return `# ${text}`;
  if (groupsOf(plain, language).length) return `## ${text}`;
  if (kind === 'reply' && /^\d{1,3}(?:, \d{1,3}){0,20}(?: (?:en|and|und|t\/m) \d{1,3})?$/.test(plain))
    return `### ${text}`;
  return text;
}

/** Stand for the brackets of a mark while the text around it is escaped; no published text has them. */
const opening = '\u{f0001}';
const closing = '\u{f0002}';

function withMarks(text: string, marks: readonly { from: number; to: number; number: number }[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, number } of marks) {
    result += `${text.slice(done, from)}${opening}${number}${closing}`;
    done = to;
  }
  return escapeText(result + text.slice(done))
    .replaceAll(opening, '[^')
    .replaceAll(closing, ']');
}

function stripMarks(text: string, marks: readonly { from: number; to: number }[]): string {
  return [...marks].reverse().reduce((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);
}

function definitionOf(note: PrintedNote | undefined, words: ReadonlySet<string>): string[] {
  if (!note) return [];
  return [`[^${note.number}]: ${escapeText(joinLines(note.lines, words))}`];
}

function partOfPage(paragraphs: readonly DraftParagraph[], { page }: PrintedNote): number {
  return paragraphs.find(({ pages }) => pages[1] >= page)?.part ?? paragraphs.at(-1)!.part;
}

function withLinks(frame: FrontMatterValues, kind: PartKind, kinds: readonly PartKind[]): FrontMatterValues {
  return kind === 'reply' && kinds.includes('letter') ? { ...frame, letter: names.letter } : frame;
}

function noticesOf(lost: readonly number[], noteOf: ReadonlyMap<number, PrintedNote>): Notice[] {
  return lost.flatMap((number) => {
    const note = noteOf.get(number);
    return note
      ? [
          {
            line: note.line,
            message: {
              nl: `Van noot ${number} is de plaats in de tekst niet gevonden; de noot staat onderaan.`,
              en: `the place of note ${number} in the text was not found; the note stands at the end`,
            },
          },
        ]
      : [];
  });
}
