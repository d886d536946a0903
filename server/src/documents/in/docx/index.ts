import { patternsOf, type Patterns } from '../../../languages/patterns.js';
import type { Language } from '../../../languages/language.js';
import type { Kind } from '../../../model/front-matter/schema.js';
import { guessLanguage } from '../../../model/document.js';
import { textOf } from '../../../text/text.js';
import { filesOf } from '../draft/files.js';
import {
  plainText,
  type DraftBlock,
  type DraftInline,
  type DraftNote,
  type DraftPart,
  type DraftRemark,
  type ImportResult,
  type PartKind,
} from '../draft/part.js';
import { isGroupHeading } from '../text/openings.js';
import type { Item } from './items.js';
import { told } from './notices.js';
import { Numbering } from './numbering.js';
import { DocxPackage } from './package.js';
import { Reader, noteElements, type Reading } from './reader.js';
import { Refusal } from './refusal.js';
import { isAnswer, lineOf, opensSomething } from './split.js';
import { structured, type Structure } from './structure.js';
import { Styles } from './styles.js';
import { elementsOf, textIn, under, type Element } from './xml.js';

/**
 * Brings in a Word document: cover, letter and reply, as far as they are there. Every word of it stands in one of the files,
 * or is named by a notice.
 * @param progress is told now and then which part of the work is done, from 0 to 1
 */
export async function importDocx(bytes: Uint8Array, progress: (done: number) => void): Promise<ImportResult> {
  try {
    return read(new DocxPackage(bytes), progress);
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.words };
    throw error;
  }
}

interface NoteText {
  kind: 'footnote' | 'endnote';
  id: string;
  label: string;
}

function read(file: DocxPackage, progress: (done: number) => void): ImportResult {
  const relationships = file.relationships(file.main);
  const pathOf = (type: string) =>
    [...relationships.values()].find((one) => one.type === type && !one.external)?.target;
  const part = (type: string) => {
    const path = pathOf(type);
    return path === undefined ? undefined : file.xml(path);
  };
  const root = file.xml(file.main)!;
  progress(0.3);
  const styles = new Styles(part('styles'));
  const closing = closingPlaces(root);
  const referred: NoteText[] = [];
  const labels = new Map<string, string>();
  const reading: Reading = {
    styles,
    numbering: new Numbering(part('numbering')),
    comments: commentsOf(part('comments')),
    labelOf(kind, id) {
      const key = `${kind} ${id}`;
      let label = labels.get(key);
      if (label === undefined) {
        labels.set(key, (label = String(labels.size + 1)));
        referred.push({ kind, id, label });
      }
      return label;
    },
    bookmarked: new Map(closing),
  };
  const reader = new Reader(reading, relationships);
  const items = reader.blocks(under(root, 'w:body'));
  progress(0.5);
  const language = guessLanguage(textOf(wordsOf(items).slice(0, 20_000)));
  const patterns = patternsOf(language);
  const isOurs = styles.has('Lead') && styles.has('ClosingNote') && styles.has('TableHead');
  const document = structured(items, patterns, isOurs, closing);
  if (document.blocks.length === 0)
    return {
      ok: false,
      reason: { nl: 'Er staat geen tekst in dit Word-bestand.', en: 'there is no text in this Word file' },
    };
  progress(0.6);
  const texts = notesOf(file, reading, referred, patterns, pathOf);
  const margins = [...new Set(reader.margins)].flatMap((id) => {
    const target = relationships.get(id)?.target;
    const margin = target === undefined ? undefined : file.xml(target);
    return margin ? new Reader(reading, file.relationships(target!)).blocks(margin) : [];
  });
  progress(0.8);
  const parts = partsOf(document, texts, patterns, isOurs ? kindIn(file, language) : null);
  addMargins(
    parts,
    linesOf(margins).filter((line) => /[\p{L}\d]/u.test(line) && !patterns.pageNumber.test(line)),
  );
  const imported = filesOf(parts, language);
  progress(1);
  return { ok: true, ...imported };
}

function commentsOf(root: Element | undefined): Map<string, DraftRemark> {
  const comments = new Map<string, DraftRemark>();
  for (const element of elementsOf(root)) {
    const { 'w:id': id, 'w:author': author = '' } = element.attributes;
    if (id === undefined) continue;
    const text = elementsOf(element)
      .map((paragraph) => textIn(paragraph).trim())
      .filter(Boolean)
      .join(' / ');
    comments.set(id, { type: 'remark', author, text });
  }
  return comments;
}

/** Labels of the notes that our own export sets after the last answer, by the name of their place. */
function closingPlaces(root: Element): Map<string, string> {
  const places = new Map<string, string>();
  const look = (element: Element): void => {
    for (const child of elementsOf(element)) {
      const name = child.name === 'w:bookmarkStart' ? child.attributes['w:name'] : undefined;
      if (name && /^closing_[\w-]{1,30}$/.test(name)) places.set(name, name.replaceAll('_', '-'));
      look(child);
    }
  };
  look(root);
  return places;
}

/** The texts of the notes that marks refer to, those in notes too, and then those that no mark refers to. */
function notesOf(
  file: DocxPackage,
  reading: Reading,
  referred: readonly NoteText[],
  patterns: Patterns,
  pathOf: (type: string) => string | undefined,
): Map<string, DraftNote> {
  const notes = new Map<string, DraftNote>();
  const sources = (['footnote', 'endnote'] as const).map((kind) => {
    const path = pathOf(`${kind}s`);
    const elements = noteElements(path === undefined ? undefined : file.xml(path), `w:${kind}`);
    return { kind, elements, relationships: path === undefined ? new Map() : file.relationships(path) };
  });
  const add = ({ kind, id, label }: NoteText, notice: DraftInline[]) => {
    const { elements, relationships } = sources.find((source) => source.kind === kind)!;
    const element = elements.get(id);
    const missing: DraftInline[] = [{ kind: 'notice', message: told.noteMissing }];
    const blocks: DraftBlock[] = element
      ? structured(new Reader(reading, relationships).blocks(element), patterns, true, new Map()).blocks
      : [{ type: 'paragraph', inlines: missing }];
    if (notice.length > 0) blocks.unshift({ type: 'paragraph', inlines: notice });
    if (blocks.length > 0) notes.set(label, { label, blocks: joinedNotice(blocks) });
  };
  for (let i = 0; i < referred.length; i++) add(referred[i], []);
  for (const { kind, elements } of sources)
    for (const id of elements.keys())
      if (!referred.some((one) => one.kind === kind && one.id === id))
        add({ kind, id, label: reading.labelOf(kind, id) }, [{ kind: 'notice', message: told.noteUnmarked }]);
  return notes;
}

/** A notice alone is no paragraph: it belongs to the one behind it. */
function joinedNotice(blocks: DraftBlock[]): DraftBlock[] {
  const [first, second, ...rest] = blocks;
  if (
    first?.type === 'paragraph' &&
    second?.type === 'paragraph' &&
    first.inlines.every(({ kind }) => kind === 'notice')
  )
    return [{ type: 'paragraph', inlines: [...first.inlines, ...second.inlines] }, ...rest];
  return blocks;
}

/** Our own export says in the title of the file what the document is. */
function kindIn(file: DocxPackage, { values }: Language): Kind | null {
  const core = [...file.relationships('').values()].find(({ type }) => type === 'core-properties');
  const root = core && file.xml(core.target);
  const title = elementsOf(root).find(({ name }) => name === 'dc:title');
  const words = title ? textIn(title).toLowerCase() : '';
  const kinds = Object.entries(values.kind) as [Kind, string][];
  return kinds.find(([, word]) => new RegExp(`^${word}(?::|$)`).test(words))?.[0] ?? null;
}

/** Cuts a document into cover, letter and reply, at the titles that letter and reply begin with. */
function partsOf(
  { blocks, closing, isNumbered }: Structure,
  texts: ReadonlyMap<string, DraftNote>,
  patterns: Patterns,
  known: Kind | null,
): DraftPart[] {
  const cut: { kind: PartKind; blocks: DraftBlock[] }[] = [];
  for (const block of blocks) {
    const kind = block.type === 'heading' ? titleKind(lineOf(plainText(block.inlines)), patterns) : null;
    if (kind && !cut.some((part) => part.kind === kind)) cut.push({ kind, blocks: [] });
    else if (cut.length === 0) cut.push({ kind: 'report', blocks: [] });
    cut.at(-1)!.blocks.push(block);
  }
  const hasLetter = cut.some(({ kind }) => kind === 'letter');
  const seen = cut.some((part) => part.kind === 'reply') ? 'reply' : kindOf(blocks, patterns);
  const kind = known === 'deferral' ? 'letter' : (known ?? seen);
  const whole = hasLetter ? cut : [{ kind: kind ?? 'letter', blocks }];
  const notes = new Map([...texts, ...closing.map((note) => [note.label, note] as const)]);
  const parts = whole.map((part): DraftPart => {
    const own = labelsIn(part.blocks, notes);
    return {
      kind: part.kind,
      blocks: hasLetter ? raised(part.blocks) : part.blocks,
      notes: [...notes.values()].filter(({ label }) => own.has(label)),
      values: {
        ...(known === 'deferral' ? { kind: known } : {}),
        ...(part.kind === 'letter' && asksByNumber(part.blocks, isNumbered, patterns)
          ? { numbering: 'given' }
          : {}),
        ...(closing.some(({ label }) => own.has(label)) ? { closingNotes: 'questioners' } : {}),
      },
      notices: hasLetter || kind ? [] : [told.unsure],
    };
  });
  const used = new Set(parts.flatMap(({ notes: own }) => own.map(({ label }) => label)));
  parts.at(-1)!.notes.push(...[...notes.values()].filter(({ label }) => !used.has(label)));
  return parts;
}

/** Whether the questions of a letter have numbers: those that Word counts, or "Vraag 1". */
function asksByNumber(blocks: readonly DraftBlock[], isNumbered: boolean, patterns: Patterns): boolean {
  return blocks.some((block) => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return false;
    const text = lineOf(plainText(block.inlines));
    if (block.type === 'paragraph' && /^\d{1,4}\. /.test(text)) return isNumbered;
    return opensSomething(text, patterns) && !isAnswer(text, patterns);
  });
}

function titleKind(text: string, { titles }: Patterns): PartKind | null {
  if (titles.letter.test(text)) return 'letter';
  return titles.reply.test(text) ? 'reply' : null;
}

function kindOf(blocks: readonly DraftBlock[], patterns: Patterns): PartKind | null {
  const texts = blocks.flatMap((block) =>
    block.type === 'heading' || block.type === 'paragraph' ? [lineOf(plainText(block.inlines))] : [],
  );
  if (texts.some((text) => isAnswer(text, patterns))) return 'reply';
  return texts.some((text) => /^\p{Lu}/u.test(text) && isGroupHeading(text, patterns)) ? 'letter' : null;
}

/** In a report the headings of a part stand deeper than in its own file. */
function raised(blocks: DraftBlock[]): DraftBlock[] {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const shift = levels.length > 0 ? Math.min(...levels) - 1 : 0;
  return blocks.map((block) => (block.type === 'heading' ? { ...block, level: block.level - shift } : block));
}

function labelsIn(blocks: readonly DraftBlock[], notes: ReadonlyMap<string, DraftNote>): Set<string> {
  const labels = new Set<string>();
  const inline = (inlines: readonly DraftInline[]) => {
    for (const one of inlines)
      if (one.kind === 'mark' && !labels.has(one.label)) {
        labels.add(one.label);
        look(notes.get(one.label)?.blocks ?? []);
      }
  };
  const look = (of: readonly DraftBlock[]): void => {
    for (const block of of) {
      if ('inlines' in block) inline(block.inlines);
      if (block.type === 'table') [block.head, ...block.rows].flat().forEach(inline);
      if (block.type === 'list') block.items.forEach((item) => look(item.blocks));
      if (block.type === 'quote') look(block.blocks);
    }
  };
  look(blocks);
  return labels;
}

/** Headers and footers say something of the frame of a letter or a reply. */
function addMargins(parts: readonly DraftPart[], lines: readonly string[]): void {
  if (lines.length === 0) return;
  const [first] = parts;
  (first.notices ??= []).push(told.margins(lines.join(' · ')));
  (parts.length === 1 ? first : parts.at(-1)!).margins = [...lines];
}

function linesOf(items: readonly Item[]): string[] {
  const lines = items.flatMap((item): string[] =>
    item.kind === 'paragraph'
      ? plainText(
          item.inlines.map((inline) => (inline.kind === 'break' ? { kind: 'text', text: '\n' } : inline)),
        )
          .split('\n')
          .map(lineOf)
      : item.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.items))),
  );
  return [...new Set(lines)];
}

function wordsOf(items: readonly Item[]): string {
  return items
    .map((item): string =>
      item.kind === 'paragraph'
        ? plainText(item.inlines)
        : item.rows
            .flat()
            .map((cell) => wordsOf(cell.items))
            .join('\n'),
    )
    .join('\n');
}
