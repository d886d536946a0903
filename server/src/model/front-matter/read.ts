import { Tree } from '@lezer/common';
import { languages } from '../../languages/index.js';
import type { Language } from '../../languages/language.js';
import { nearestOf } from '../../text/nearest.js';
import type { Range } from '../../text/text.js';
import type { Block } from '../brief.js';
import { isoDate } from '../dates.js';
import { expectedValues, fixedValue, keyNamed } from './names.js';
import type { FrontMatterProblem } from './problem.js';
import {
  dateKeys,
  frontMatterKeys,
  frontMatterSchema,
  type FrontMatterKey,
  type FrontMatterValues,
} from './schema.js';
import { readPairs, type Pair, type Value } from './yaml.js';

export interface FrontMatter {
  /** The block of the front matter, fences included; of length 0 when there is none. */
  block: Block;
  present: boolean;
  language: Language;
  values: FrontMatterValues;
  entries: FrontMatterEntry[];
  problems: FrontMatterProblem[];
}

interface FrontMatterEntry {
  /** `null` for a key that no language knows. */
  key: FrontMatterKey | null;
  name: string;
  nameAt: Range;
  /** Empty, behind the colon, if nothing is filled in. */
  valueAt: Range;
  /** The text of a scalar as YAML reads it; `null` for a list or fields. */
  value: string | null;
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
  const { pairs, problems } = source ? readPairs(source) : { pairs: [], problems: [] };
  const language = languageOf(pairs, guess);
  const entries = pairs.map(({ name, nameAt, valueAt, value }): FrontMatterEntry => ({
    key: keyNamed(language, name),
    name,
    nameAt,
    valueAt,
    value: value.kind === 'text' ? value.text : null,
  }));
  const raw = rawValues(pairs, language, problems);
  return {
    block: { from: 0, length: source.length, node: Tree.empty, facts: noFacts, apart: true },
    present: source !== '',
    language,
    values: checkedValues(raw, entries, language, problems),
    entries,
    problems,
  };
}

/** The language that the front matter names, or else the one whose keys it uses. */
function languageOf(pairs: readonly Pair[], guess: Language): Language {
  const all = Object.values(languages);
  for (const { name, value } of pairs)
    if (value.kind === 'text' && all.some(({ keys }) => keys.language === name.toLowerCase())) {
      const id = fixedValue(guess, 'language', value.text);
      const named = all.find((language) => language.id === id);
      if (named) return named;
    }
  const score = ({ keys }: Language) => {
    const own = Object.values(keys);
    return pairs.filter(({ name }) => own.includes(name.toLowerCase())).length;
  };
  return all.reduce((best, language) => (score(language) > score(best) ? language : best), guess);
}

type Raw = Partial<Record<FrontMatterKey, unknown>>;

/** The values by key, as far as they can be told from each other. @param problems is added to */
function rawValues(pairs: readonly Pair[], language: Language, problems: FrontMatterProblem[]): Raw {
  const raw: Raw = {};
  for (const pair of pairs) {
    const { name, nameAt, valueAt, value } = pair;
    const key = keyNamed(language, name);
    if (!key) {
      const known = frontMatterKeys.map((one) => language.keys[one]);
      reportUnknown(pair, nearestOf(name.toLowerCase(), known), problems);
      continue;
    }
    const invalid = (at: Range, reason: FrontMatterProblem['reason']) =>
      problems.push({ at, code: 'front-matter-invalid', reason, fix: null });
    if (key in raw) {
      invalid(nameAt, { kind: 'duplicate', name });
      continue;
    }
    const plain = plainOf(value, language, problems);
    if (plain === null || plain === '') continue;
    if (typeof plain !== 'string') raw[key] = plain;
    else if (!dateKeys.includes(key)) raw[key] = fixedValue(language, key, plain);
    else {
      const date = isoDate(plain, language);
      if (date) raw[key] = date;
      else invalid(valueAt, { kind: 'not-a-date', name, value: plain });
    }
  }
  return raw;
}

/** A name that begins with `x-` is someone's own, and is let be. */
function reportUnknown({ name, nameAt }: Pair, nearest: string | null, problems: FrontMatterProblem[]): void {
  if (name.startsWith('x-')) return;
  problems.push({
    at: nameAt,
    code: 'front-matter-unknown-key',
    reason: { kind: 'unknown-key', name, nearest },
    fix: nearest,
  });
}

/** A value without its places; `null` if nothing is filled in. Of fields only the two of a person are known. */
function plainOf(
  value: Value,
  language: Language,
  problems: FrontMatterProblem[],
): string | string[] | Record<string, string> | null {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'list':
      return value.items;
    case 'none':
      return null;
  }
  const fields: Record<string, string> = {};
  for (const pair of value.pairs) {
    const key = keyNamed(language, pair.name);
    if (key !== 'name' && key !== 'office') reportUnknown(pair, null, problems);
    else if (pair.value.kind === 'text' && pair.value.text) fields[key] = pair.value.text;
  }
  return Object.keys(fields).length > 0 ? fields : null;
}

/** The values that the schema allows. @param problems is added to */
function checkedValues(
  raw: Raw,
  entries: readonly FrontMatterEntry[],
  language: Language,
  problems: FrontMatterProblem[],
): FrontMatterValues {
  const parsed = frontMatterSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const allowed = { ...raw };
  for (const issue of parsed.error.issues) {
    const key = issue.path[0] as keyof FrontMatterValues;
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry || !(key in allowed)) continue;
    delete allowed[key];
    const expected = expectedValues(language, key);
    const value = entry.value ?? '';
    problems.push({
      at: entry.valueAt.to > entry.valueAt.from ? entry.valueAt : entry.nameAt,
      code: 'front-matter-invalid',
      reason: expected
        ? { kind: 'unknown-value', name: entry.name, value, expected }
        : { kind: 'shape', name: entry.name },
      fix: expected ? nearestOf(value.toLowerCase(), expected) : null,
    });
  }
  return frontMatterSchema.safeParse(allowed).data ?? {};
}
