import type { Language } from '../../languages/language.js';
import type { Words } from '../../languages/messages.js';
import type { FrontMatterValues } from '../../model/front-matter/schema.js';
import { escapeText } from '../in/draft/escape.js';
import { bodyOf, fill, snippets, valuesIn } from './snippets.js';

export type NewDocument = { ok: true; text: string } | { ok: false; reason: Words };

/**
 * A standard part, filled in from front matter.
 * @param more texts for other names, taken as they are
 */
export function standardPart(
  part: string,
  values: FrontMatterValues,
  language: Language,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const snippet = Object.values(snippets[language.id]).find((one) => one.part === part);
  if (!snippet) throw new Error(`no standard part ${part} in ${language.id}`);
  const known = valuesIn(values, language);
  const value = (name: string) => {
    const text = known(name);
    return name in more ? more[name] : text && escapeText(text);
  };
  return fill(bodyOf(snippet, values, language), value, false).trim();
}

/** Without what is `undefined`; an empty text stays, for someone to fill in. */
export function withoutUnknown(values: FrontMatterValues): FrontMatterValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
