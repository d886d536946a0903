import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { languages, type Language } from '../../../server/src/languages/index.js';
import { expectedValues } from '../../../server/src/model/front-matter/names.js';
import {
  frontMatterKeys,
  frontMatterSchema,
  type FrontMatterKey,
} from '../../../server/src/model/front-matter/schema.js';
import { frontMatterJsonSchema } from './front-matter.js';
import { tablesOf } from './tables.js';

const published = 'docs/front-matter.schema.json';

describe('the published JSON schema', () => {
  test('is made from the zod schema and the languages (vitest -u writes it)', async () => {
    const layout = await resolveConfig(published);
    const wanted = await format(JSON.stringify(frontMatterJsonSchema()), { ...layout, parser: 'json' });
    await expect(wanted).toMatchFileSnapshot(join('../../..', published));
  });

  const schema = z.fromJSONSchema(JSON.parse(readFileSync(published, 'utf8')));
  const accepts = (yaml: string) => schema.safeParse(parse(yaml)).success;
  const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.brief.md') && !name.includes('fouten'),
  );

  test.each(examples)('accepts examples/%s', (name) => {
    const source = readFileSync(join('examples', name), 'utf8');
    expect(accepts(/^---\n([\s\S]*?)^---$/m.exec(source)![1])).toBe(true);
  });

  test.each([
    'soort: antwoord',
    'kind: reply',
    'art: antwort',
    'dossier: 36214',
    'van:\n  naam: A',
    'van: A',
    'vragenstellers: [A, B]',
    'x-eigen: ja',
  ])('accepts %j', (yaml) => expect(accepts(yaml)).toBe(true));

  test.each(['soort: antwort', 'ondewerp: brug', 'van:\n  name: A', 'vragenstellers:\n  naam: A'])(
    'refuses %j',
    (yaml) => expect(accepts(yaml)).toBe(false),
  );
});

const keys = frontMatterKeys.flatMap((key): FrontMatterKey[] =>
  key === 'from' ? ['from', 'name', 'office'] : [key],
);

/** A key with its fixed values in the words of a language: "soort: brief, antwoord". */
function written(key: FrontMatterKey, language: Language): string {
  const values = expectedValues(language, key);
  return language.keys[key] + (values ? `: ${values.join(', ')}` : '');
}

test('the table of the reference has every key, its fixed values in each language, and its description', () => {
  const table = tablesOf(readFileSync('docs/reference.md', 'utf8')).find(
    ({ head }) => head[0] === 'Nederlands',
  )!;
  const { properties } = z.toJSONSchema(frontMatterSchema, { io: 'input' });
  const { anyOf } = properties!.from as { anyOf: { properties: object }[] };
  const described = { ...properties, ...anyOf[0].properties } as Record<string, { description: string }>;
  expect(table.rows).toEqual(
    keys.map((key) => [
      written(key, languages.nl),
      written(key, languages.en),
      written(key, languages.de),
      described[key].description,
    ]),
  );
});

test.each([
  ['docs/dialect.md', 'in Dutch', languages.nl],
  ['docs/dialect.md', 'in English', languages.en],
  ['docs/dialect.nl.md', 'gegeven', languages.nl],
])('%s names every key %s', (page, heading, language) => {
  const table = tablesOf(readFileSync(page, 'utf8')).find(({ head }) => head.includes(heading))!;
  const column = table.head.indexOf(heading);
  expect(table.rows.map((row) => row[column])).toEqual(keys.map((key) => written(key, language)));
});
