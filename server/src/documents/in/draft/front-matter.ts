import type { Language } from '../../../languages/language.js';
import { longDate } from '../../../model/dates.js';
import { dateKeys, type FrontMatterKey, type FrontMatterValues } from '../../../model/front-matter/schema.js';
import { scalar } from '../../../model/front-matter/yaml.js';

/**
 * Writes front matter in the words of a language. Values that YAML would read otherwise are quoted; an empty one is left
 * open, for someone to fill in: behind the space, without which YAML reads no value.
 */
export function frontMatterText(values: FrontMatterValues, language: Language): string {
  const lines = ['---'];
  const { keys } = language;
  for (const [key, value] of Object.entries(values) as [FrontMatterKey, unknown][]) {
    const fixed = (language.values as Record<string, Record<string, string>>)[key];
    if (Array.isArray(value))
      lines.push(`${keys[key]}:`, ...value.map((one: string) => `  - ${scalar(one)}`));
    else if (typeof value === 'object' && value !== null) {
      lines.push(`${keys[key]}:`);
      for (const [field, text] of Object.entries(value))
        if (text !== undefined) lines.push(`  ${keys[field as FrontMatterKey]}: ${scalar(text as string)}`);
    } else if (value === '') lines.push(`${keys[key]}: `);
    else if (typeof value === 'string') {
      const text = dateKeys.includes(key) ? longDate(value, language) : (fixed?.[value] ?? value);
      lines.push(`${keys[key]}: ${scalar(text)}`);
    }
  }
  return `${[...lines, '---'].join('\n')}\n`;
}
