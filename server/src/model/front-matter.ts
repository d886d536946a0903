import * as z from 'zod';
import { parseDocument, isMap, isScalar, isSeq, type Node as YamlNode } from 'yaml';
import type { Range } from '../text/text.js';
import type { Block } from './brief.js';
import { Tree } from '@lezer/common';
import { languages } from '../languages/index.js';
import type { Language } from '../languages/language.js';
import { isoDate } from './dates.js';

/** Every value is text; lists and the two fields of `from` are the only structure. */
const text = z.string().trim().min(1);
const list = z.union([z.array(text), text.transform((one) => [one])]).pipe(z.array(text));
const date = text.describe('date');
const person = z.strictObject({
  name: text.optional().describe('Name'),
  office: text.optional().describe('Office'),
});

/**
 * The front matter of a document: the only source for validation, completion, hover and the published JSON schema. Keys
 * and fixed values are given in English here; each language table has its own names for them.
 */
export const frontMatterSchema = z.object({
  kind: z.enum(['letter', 'reply', 'deferral', 'report']).optional().describe('What this document is'),
  status: z
    .enum(['draft', 'final'])
    .optional()
    .describe('Draft or final; in a final document a missing answer is an error'),
  chamber: z
    .enum(['upper', 'lower', 'other'])
    .optional()
    .describe('Chamber; the form of citations depends on it'),
  language: z.enum(['nl', 'en', 'de']).optional().describe('Language of the text and of the findings'),
  subject: text.optional().describe('What it is about'),
  committee: text.optional().describe('The committee that asks'),
  questioners: list.optional().describe('Groups or members who ask'),
  from: z
    .union([person, text.transform((name) => ({ name, office: undefined }))])
    .optional()
    .describe('Who signs: name and office'),
  onBehalfOf: list.optional().describe('On behalf of whom it is also sent'),
  to: text.optional().describe('To whom it is addressed'),
  place: text.optional().describe('Place of signing'),
  date: date.optional().describe('Date of this document'),
  reference: text.optional().describe('Own reference mark'),
  theirReference: text.optional().describe("The other side's reference mark"),
  questionsDated: date.optional().describe('Date of the questions, as the reply states it'),
  dossier: text.optional().describe('Number of the parliamentary dossier'),
  term: text.optional().describe('Response term: "4 weken" or a date'),
  numbering: z
    .enum(['none', 'continuous', 'per-group', 'given'])
    .optional()
    .describe('How questions are numbered'),
  arrangement: z.enum(['group', 'theme']).optional().describe('Arranged by group or by theme'),
  letter: text.optional().describe('File of the letter that this reply answers'),
  reply: text.optional().describe('File of the reply'),
  closingNotes: z.enum(['own', 'questioners']).optional().describe('Whose notes stand after the last answer'),
});

export type FrontMatterValues = z.infer<typeof frontMatterSchema>;
export type FrontMatterKey = keyof FrontMatterValues | 'name' | 'office';
export type Kind = NonNullable<FrontMatterValues['kind']>;
export type Status = NonNullable<FrontMatterValues['status']>;
export type Chamber = NonNullable<FrontMatterValues['chamber']>;
export type Numbering = NonNullable<FrontMatterValues['numbering']>;
export type Arrangement = NonNullable<FrontMatterValues['arrangement']>;
export type ClosingNotes = NonNullable<FrontMatterValues['closingNotes']>;

export const frontMatterKeys = Object.keys(frontMatterSchema.shape) as (keyof FrontMatterValues)[];
export const dateKeys: readonly FrontMatterKey[] = ['date', 'questionsDated'];

export interface FrontMatterEntry {
  /** `null` for a key that no language knows. */
  key: FrontMatterKey | null;
  name: string;
  nameAt: Range;
  /** Empty, behind the colon, if nothing is filled in. */
  valueAt: Range;
  /** The text of a scalar as YAML reads it; `null` for a list or fields. */
  value: string | null;
}

export interface FrontMatterProblem {
  at: Range;
  code: 'front-matter-invalid' | 'front-matter-unknown-key';
  reason:
    | { kind: 'syntax' }
    | { kind: 'unclosed' }
    | { kind: 'cut'; text: string }
    | { kind: 'duplicate'; name: string }
    | { kind: 'unknown-key'; name: string; nearest: string | null }
    | { kind: 'unknown-value'; name: string; value: string; expected: string[] }
    | { kind: 'not-a-date'; name: string; value: string }
    | { kind: 'shape'; name: string };
  /** Replaces `at`. */
  fix: string | null;
}

export interface FrontMatter {
  /** The block of the front matter, fences included; of length 0 when there is none. */
  block: Block;
  present: boolean;
  language: Language;
  values: FrontMatterValues;
  entries: FrontMatterEntry[];
  problems: FrontMatterProblem[];
}

const noFacts = {
  segments: [],
  thing: null,
  definitions: [],
  directives: [],
  openComments: [],
  endsSentence: true,
  part: null,
};

/**
 * Reads front matter.
 * @param source the text from the start of the document up to and including the closing fence; empty for none
 * @param guess the language to take when the front matter does not say
 */
export function readFrontMatter(source: string, guess: Language = languages.nl): FrontMatter {
  const block: Block = { from: 0, length: source.length, node: Tree.empty, facts: noFacts, apart: true };
  const result: FrontMatter = {
    block,
    present: source !== '',
    language: guess,
    values: {},
    entries: [],
    problems: [],
  };
  if (!source) return result;
  const start = source.indexOf('\n') + 1;
  const end = source.lastIndexOf('\n');
  const { yaml, typed } = maskCutValues(
    end >= start ? source.slice(start, end + 1) : '',
    start,
    result.problems,
  );
  const document = parseDocument(yaml, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  for (const error of document.errors) {
    const at = { from: start + error.pos[0], to: start + Math.max(error.pos[1], error.pos[0] + 1) };
    if (!result.problems.some((problem) => sameLine(source, problem.at, at)))
      result.problems.push({
        at: clip(at, end),
        code: 'front-matter-invalid',
        reason: { kind: 'syntax' },
        fix: null,
      });
  }
  const root = document.contents;
  if (!root) return result;
  if (!isMap(root)) {
    if (result.problems.length === 0)
      result.problems.push({
        at: clip({ from: start, to: end }, end),
        code: 'front-matter-invalid',
        reason: { kind: 'syntax' },
        fix: null,
      });
    return result;
  }

  const raw: Record<string, unknown> = {};
  const pairs: { name: string; nameAt: Range; valueAt: Range; node: YamlNode | null }[] = [];
  for (const { key, value } of root.items) {
    if (!isScalar(key) || !key.range) continue;
    const nameAt = { from: start + key.range[0], to: start + key.range[1] };
    const node = value as YamlNode | null;
    const valueAt = node?.range
      ? { from: start + node.range[0], to: start + node.range[1] }
      : { from: nameAt.to + 1, to: nameAt.to + 1 };
    const cut = typed.get(valueAt.from);
    if (cut !== undefined && isScalar(node)) node.value = cut;
    pairs.push({ name: String(key.value), nameAt, valueAt, node });
  }
  result.language = languageOf(pairs, guess);
  const keys = keyTable(result.language);
  for (const { name, nameAt, valueAt, node } of pairs) {
    const key = keys.get(name.toLowerCase()) ?? null;
    result.entries.push({
      key,
      name,
      nameAt,
      valueAt,
      value: isScalar(node) ? String(node.value ?? '') : null,
    });
    if (!key) {
      if (!name.startsWith('x-')) {
        const nearest = nearestOf(
          name.toLowerCase(),
          frontMatterKeys.map((known) => result.language.keys[known]),
        );
        result.problems.push({
          at: nameAt,
          code: 'front-matter-unknown-key',
          reason: { kind: 'unknown-key', name, nearest },
          fix: nearest,
        });
      }
      continue;
    }
    if (key in raw) {
      result.problems.push({
        at: nameAt,
        code: 'front-matter-invalid',
        reason: { kind: 'duplicate', name },
        fix: null,
      });
      continue;
    }
    const plain = plainOf(node, keys, result.problems, start);
    if (plain === '' || plain === null || plain === undefined) continue;
    raw[key] = fixedValue(result.language, key, plain);
    if (typeof plain === 'string' && dateKeys.includes(key)) {
      const iso = isoDate(plain, result.language);
      if (iso) raw[key] = iso;
      else {
        result.problems.push({
          at: valueAt,
          code: 'front-matter-invalid',
          reason: { kind: 'not-a-date', name, value: plain },
          fix: null,
        });
        delete raw[key];
      }
    }
  }

  const parsed = frontMatterSchema.safeParse(raw);
  if (!parsed.success)
    for (const issue of parsed.error.issues) {
      const key = issue.path[0] as keyof FrontMatterValues;
      const entry = result.entries.find((candidate) => candidate.key === key);
      if (!entry || !(key in raw)) continue;
      const expected = expectedValues(result.language, key);
      const value = entry.value ?? '';
      result.problems.push({
        at: entry.valueAt.to > entry.valueAt.from ? entry.valueAt : entry.nameAt,
        code: 'front-matter-invalid',
        reason: expected
          ? { kind: 'unknown-value', name: entry.name, value, expected }
          : { kind: 'shape', name: entry.name },
        fix: expected ? nearestOf(value.toLowerCase(), expected) : null,
      });
      delete raw[key];
    }
  result.values = parsed.success ? parsed.data : (frontMatterSchema.safeParse(raw).data ?? {});
  return result;
}

/** What a key is for, in the words of a language if it has any, or else in English. */
export function describeKey(language: Language, key: FrontMatterKey): string {
  const field = key === 'name' || key === 'office' ? person.shape[key] : frontMatterSchema.shape[key];
  return language.descriptions?.[key] ?? field.description!;
}

/** The key that a name stands for, as front matter in this language is read; `null` for none. */
export function keyNamed(language: Language, name: string): FrontMatterKey | null {
  return keyTable(language).get(name.toLowerCase()) ?? null;
}

/** Fixed values of a key in the words of a language; `null` for a key with free text. */
export function expectedValues(language: Language, key: FrontMatterKey): string[] | null {
  if (key === 'language') return ['nl', 'en', 'de'];
  const table = (language.values as Record<string, Record<string, string>>)[key];
  return table ? Object.values(table) : null;
}

function fixedValue(language: Language, key: FrontMatterKey, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const wanted = value.trim().toLowerCase();
  if (key === 'language')
    return (
      Object.values(languages).find(({ id, names }) => id === wanted || names.includes(wanted))?.id ?? value
    );
  for (const { values } of [language, ...Object.values(languages)]) {
    const table = (values as Record<string, Record<string, string>>)[key];
    const found =
      table &&
      Object.entries(table).find(([english, own]) => english === wanted || own.toLowerCase() === wanted);
    if (found) return found[0];
  }
  return value;
}

const keyTables = new WeakMap<Language, Map<string, FrontMatterKey>>();

function keyTable(language: Language): Map<string, FrontMatterKey> {
  let table = keyTables.get(language);
  if (!table) keyTables.set(language, (table = readKeys(language)));
  return table;
}

function readKeys(language: Language): Map<string, FrontMatterKey> {
  const table = new Map<string, FrontMatterKey>();
  for (const { keys } of [...Object.values(languages), language])
    for (const [key, own] of Object.entries(keys)) table.set(own.toLowerCase(), key as FrontMatterKey);
  for (const key of Object.keys(language.keys))
    if (!table.has(key.toLowerCase())) table.set(key.toLowerCase(), key as FrontMatterKey);
  return table;
}

/** The language that the front matter names, or else the one whose keys it uses. */
function languageOf(pairs: { name: string; node: YamlNode | null }[], guess: Language): Language {
  for (const { name, node } of pairs)
    if (isScalar(node) && Object.values(languages).some(({ keys }) => keys.language === name.toLowerCase())) {
      const id = fixedValue(guess, 'language', String(node.value));
      const named = Object.values(languages).find((language) => language.id === id);
      if (named) return named;
    }
  const score = ({ keys }: Language) =>
    pairs.filter(({ name }) => Object.values(keys).includes(name.toLowerCase())).length;
  return Object.values(languages).reduce(
    (best, language) => (score(language) > score(best) ? language : best),
    guess,
  );
}

function plainOf(
  node: YamlNode | null,
  keys: Map<string, FrontMatterKey>,
  problems: FrontMatterProblem[],
  start: number,
): unknown {
  if (isScalar(node)) return String(node.value ?? '');
  if (isSeq(node))
    return node.items.map((item) => (isScalar(item) ? String(item.value ?? '') : '')).filter(Boolean);
  if (!isMap(node)) return null;
  const fields: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const known = keys.get(name.toLowerCase());
    if (known !== 'name' && known !== 'office') {
      if (key.range && !name.startsWith('x-'))
        problems.push({
          at: { from: start + key.range[0], to: start + key.range[1] },
          code: 'front-matter-unknown-key',
          reason: { kind: 'unknown-key', name, nearest: null },
          fix: null,
        });
    } else if (isScalar(value) && String(value.value ?? '')) fields[known] = String(value.value);
  }
  return Object.keys(fields).length ? fields : null;
}

/**
 * Values that YAML would cut or refuse (a colon, a `#`, a lone `-`, a leading `[` or `@`) are found, and masked by as many
 * plain letters, so that the rest is read as it stands.
 * @returns the masked text, and by position what was typed
 */
function maskCutValues(
  yaml: string,
  start: number,
  problems: FrontMatterProblem[],
): { yaml: string; typed: Map<number, string> } {
  const typed = new Map<number, string>();
  let offset = start;
  const lines = yaml.split('\n').map((line) => {
    const from = offset;
    offset += line.length + 1;
    const key = /^ {0,8}(?:- )?\p{L}[\p{L}\d-]{0,40}:[ \t]+(?=\S)/u.exec(line);
    if (!key) return line;
    const value = line.slice(key[0].length).trimEnd();
    const plain =
      !/^["']/.test(value) && !/^(?:\[[^[\]]*\]|\{[^{}]*\})$/.test(value) && !/^[|>][+-]?$/.test(value);
    if (!plain || !(/: |:$| #|^[-?]$|^[#[\]{},&*!|>%@`]/.test(value) || /^[-?:] /.test(value))) return line;
    const at = { from: from + key[0].length, to: from + key[0].length + value.length };
    problems.push({
      at,
      code: 'front-matter-invalid',
      reason: { kind: 'cut', text: value },
      fix: quoted(value),
    });
    typed.set(at.from, value);
    return key[0] + 'x'.repeat(value.length);
  });
  return { yaml: lines.join('\n'), typed };
}

/** The path of a file as a value. */
export function pathValue(path: string): string {
  return /^[\p{L}\d._/ -]+$/u.test(path) ? path : quoted(path);
}

/** Text as a YAML scalar that reads back as itself. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

function sameLine(source: string, a: Range, b: Range): boolean {
  return !source.slice(Math.min(a.from, b.from), Math.max(a.from, b.from)).includes('\n');
}

function clip(at: Range, end: number): Range {
  const from = Math.min(at.from, end);
  return { from, to: Math.max(from, Math.min(at.to, end)) };
}

/** The known word that a mistyped one most likely means; `null` if none is near. */
export function nearestOf(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.slice(0, 40), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
