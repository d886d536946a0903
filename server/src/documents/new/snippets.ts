import de from '../../../../snippets/de.json' with { type: 'json' };
import en from '../../../../snippets/en.json' with { type: 'json' };
import nl from '../../../../snippets/nl.json' with { type: 'json' };
import type { Language } from '../../languages/language.js';
import { isoDate, longDate } from '../../model/dates.js';
import { dateKeys, type FrontMatterValues, type Kind } from '../../model/front-matter/schema.js';

/** A standard part, as the files in `snippets/` give it. */
export interface Snippet {
  /** The same in every language. */
  part: string;
  prefix: string[];
  body: string[];
  /** What stands there instead where the response term is a date. */
  byDate?: string[];
  description: string;
  /** Kinds of document that have it. */
  where: (Kind | 'anywhere')[];
  /** `block`: on a line of its own; `inline`: in running text. */
  at: 'block' | 'inline';
}

export const snippets = { nl, en, de } as Record<Language['id'], Record<string, Snippet>>;

/** Gives the text for a name in a standard part; nothing for what is not known. */
export type Values = (name: string) => string | undefined;

/** `{subject|[onderwerp]}` is filled in, `${1:datum}` is typed. */
const holes =
  /\{([a-z]{1,30}(?:\.[a-z]{1,30})?)(?:\|([^{}]{0,200}))?\}|\$\{(\d{1,3})(?::([^{}]{0,200}))?\}/gi;

/** The lines of a standard part, as they fit the front matter. */
export function bodyOf({ body, byDate }: Snippet, { term }: FrontMatterValues, language: Language): string[] {
  return (term && isoDate(term, language) && byDate) || body;
}

/**
 * Fills `{subject|[onderwerp]}` in the lines of a standard part; a name in capitals is filled in capitals. What is not known
 * becomes a tab stop, or for `tabStops: false` the text behind the bar, which `frame-unfilled` finds when it is left. Tab stops
 * follow each other as in the text, and one that comes back is typed once.
 */
export function fill(body: readonly string[], values: Values, tabStops: boolean): string {
  const stops = new Map<string, number>();
  return body
    .join('\n')
    .replace(holes, (_all, name?: string, fallback = '', number?: string, words = fallback) => {
      const value = name && valueOf(name, values);
      if (value) return tabStops ? value.replace(/[\\$}]/g, '\\$&') : value;
      if (!tabStops) return words;
      const hole = name ?? number!;
      if (!stops.has(hole)) stops.set(hole, stops.size + 1);
      return `\${${stops.get(hole)}:${words}}`;
    });
}

function valueOf(name: string, values: Values): string | undefined {
  const capitals = name === name.toUpperCase();
  const found = values(capitals ? name.toLowerCase() : name)?.replace(/\s+/g, ' ');
  return capitals ? found?.toUpperCase() : found;
}

/** What front matter says, by the names that standard parts use. */
export function valuesIn(values: FrontMatterValues, language: Language): Values {
  return (name) => {
    if (name === 'from.name') return values.from?.name;
    if (name === 'from.office') return values.from?.office;
    const value = values[name as keyof FrontMatterValues];
    if (typeof value !== 'string' || value === '') return undefined;
    if (name === 'term') {
      const date = isoDate(value, language);
      return date ? longDate(date, language) : value;
    }
    return (dateKeys as readonly string[]).includes(name) ? longDate(value, language) : value;
  };
}
