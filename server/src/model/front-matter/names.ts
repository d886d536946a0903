import { languages } from '../../languages/index.js';
import type { Language } from '../../languages/language.js';
import { frontMatterSchema, personSchema, type FrontMatterKey } from './schema.js';

/** The key that a name stands for, as front matter in this language is read; `null` for none. */
export function keyNamed(language: Language, name: string): FrontMatterKey | null {
  let names = keysByName.get(language);
  if (!names) keysByName.set(language, (names = namesIn(language)));
  return names.get(name.toLowerCase()) ?? null;
}

const keysByName = new WeakMap<Language, Map<string, FrontMatterKey>>();

/** The names of every language are understood; where they mean two things, that of the document's own counts. */
function namesIn(language: Language): Map<string, FrontMatterKey> {
  const names = new Map<string, FrontMatterKey>();
  for (const { keys } of [...Object.values(languages), language])
    for (const [key, own] of Object.entries(keys)) names.set(own.toLowerCase(), key as FrontMatterKey);
  for (const key of Object.keys(language.keys))
    if (!names.has(key.toLowerCase())) names.set(key.toLowerCase(), key as FrontMatterKey);
  return names;
}

/** What a key is for, in the words of a language if it has any, or else in English. */
export function describeKey(language: Language, key: FrontMatterKey): string {
  const field = key === 'name' || key === 'office' ? personSchema.shape[key] : frontMatterSchema.shape[key];
  return language.descriptions?.[key] ?? field.description!;
}

/** Fixed values of a key in the words of a language; `null` for a key with free text. */
export function expectedValues(language: Language, key: FrontMatterKey): string[] | null {
  if (key === 'language') return ['nl', 'en', 'de'];
  const own = wordsFor(language, key);
  return own ? Object.values(own) : null;
}

/** The fixed value of a key that words in any language stand for; the words themselves if there is none. */
export function fixedValue(language: Language, key: FrontMatterKey, words: string): string {
  const wanted = words.trim().toLowerCase();
  if (key === 'language')
    return (
      Object.values(languages).find(({ id, names }) => id === wanted || names.includes(wanted))?.id ?? words
    );
  for (const one of [language, ...Object.values(languages)]) {
    const found = Object.entries(wordsFor(one, key) ?? {}).find(
      ([english, own]) => english === wanted || own.toLowerCase() === wanted,
    );
    if (found) return found[0];
  }
  return words;
}

/** What a language calls the fixed values of a key. */
function wordsFor({ values }: Language, key: FrontMatterKey): Record<string, string> | undefined {
  return (values as Record<string, Record<string, string>>)[key];
}
