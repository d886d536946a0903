import { z } from 'zod';
import { languages, type Language } from '../../../server/src/languages/index.js';
import { expectedValues } from '../../../server/src/model/front-matter/names.js';
import { frontMatterSchema, type FrontMatterKey } from '../../../server/src/model/front-matter/schema.js';

type Schema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON schema of the front matter for YAML tools, made from the one zod schema. A document has the keys of one
 * language, so each language has a definition of its own, which a tool can also be pointed at.
 */
export function frontMatterJsonSchema(): Schema {
  const ids = Object.keys(languages) as Language['id'][];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Front matter of a Kamerbrief document (*.brief.md)',
    anyOf: ids.map((id) => ({ $ref: `#/$defs/${id}` })),
    $defs: Object.fromEntries(ids.map((id) => [id, inLanguage(languages[id])])),
  };
}

function inLanguage(language: Language): Schema {
  const { properties } = z.toJSONSchema(frontMatterSchema, { io: 'input' });
  return {
    type: 'object',
    properties: named(properties as Record<string, Schema>, language),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  };
}

function named(properties: Record<string, Schema>, language: Language): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const values = schema.enum && expectedValues(language, key as FrontMatterKey);
      return [
        language.keys[key as FrontMatterKey],
        values ? { ...schema, enum: values } : anyScalar(schema, language),
      ];
    }),
  );
}

/** Kamerbrief reads every scalar as text; for a YAML tool a dossier or a mark may be a number. */
function anyScalar(schema: Schema, language: Language): Schema {
  if (schema.type === 'string') return { ...schema, type: ['string', 'number'] } as unknown as Schema;
  const { anyOf, items, properties } = schema;
  return {
    ...schema,
    ...(anyOf && { anyOf: anyOf.map((one) => anyScalar(one as Schema, language)) }),
    ...(items && { items: anyScalar(items as Schema, language) }),
    ...(properties && { properties: named(properties as Record<string, Schema>, language) }),
  } as Schema;
}
