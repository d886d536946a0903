import de from '../../../snippets/de.json' with { type: 'json' };
import en from '../../../snippets/en.json' with { type: 'json' };
import nl from '../../../snippets/nl.json' with { type: 'json' };
import { longDate } from '../model/dates.js';
import type { Brief } from '../model/brief.js';
import type { Kind } from '../model/front-matter.js';
import type { Range } from '../text/text.js';

/** A standard part, as the files in `snippets/` give it. */
export interface Snippet {
  /** The same in every language. */
  part: string;
  prefix: string[];
  body: string[];
  description: string;
  /** Kinds of document that have it. */
  where: (Kind | 'anywhere')[];
  /** `block`: on a line of its own; `inline`: in running text. */
  at: 'block' | 'inline';
}

export const snippets: Record<Brief['language']['id'], Record<string, Snippet>> = { nl, en, de } as Record<
  Brief['language']['id'],
  Record<string, Snippet>
>;

export interface Completion {
  label: string;
  detail: string;
  kind: 'snippet' | 'footnote';
  /** With tab stops, or plain for a client that has none. */
  insert: string;
  filter: string;
  replace: Range;
}

/** What can be written at the cursor: footnotes after `[^`, and the standard parts where each fits. */
export function completion(brief: Brief, offset: number, tabStops: boolean): Completion[] {
  const { text, language, frontMatter } = brief;
  if (offset < frontMatter.block.length) return [];
  const line = text.lineAt(offset);
  const before = line.text.slice(0, offset - line.from);
  const label = /\[\^[^\]\s]{0,80}$/.exec(before);
  if (label)
    return footnotes(brief, {
      from: offset - label[0].length,
      to: line.text[offset - line.from] === ']' ? offset + 1 : offset,
    });
  const word = /[\p{L}-]{0,40}$/u.exec(before)![0];
  const place = before.slice(0, before.length - word.length).trim() === '' ? 'block' : 'inline';
  const replace = { from: offset - word.length, to: offset };
  return Object.entries(snippets[language.id])
    .filter(([, { where, at }]) => at === place && (where.includes('anywhere') || where.includes(brief.kind)))
    .flatMap(([name, { prefix, body, description }]) => ({
      label: name,
      detail: description,
      kind: 'snippet' as const,
      insert: fill(body.join('\n'), brief, tabStops),
      filter: prefix[0],
      replace,
    }));
}

function footnotes({ definitions }: Brief, replace: Range): Completion[] {
  return definitions.map(({ fact }) => ({
    label: `[^${fact.label}]`,
    detail: fact.text.slice(0, 120),
    kind: 'footnote',
    insert: `[^${fact.label}]`,
    filter: `[^${fact.label}]`,
    replace,
  }));
}

const names = /\{([a-z]+(?:\.[a-z]+)?)(?:\|([^{}]{0,200}))?\}/gi;
const stops = /\$\{\d+(?::([^{}]{0,200}))?\}|\$\d+/g;

/** Fills `{front.subject|default}` from the front matter; what is not filled in becomes a tab stop. */
export function fill(body: string, brief: Brief, tabStops: boolean): string {
  let stop = 50;
  const filled = body.replace(names, (_all, name: string, fallback = '') => {
    const value = valueOf(name, brief);
    if (value) return tabStops ? value.replace(/[\\$}]/g, '\\$&') : value;
    return `\${${stop++}:${fallback}}`;
  });
  return tabStops ? filled : filled.replace(stops, (_all, fallback = '') => fallback);
}

function valueOf(name: string, brief: Brief): string | undefined {
  const { values } = brief.frontMatter;
  switch (name) {
    case 'subject':
    case 'committee':
    case 'to':
    case 'place':
    case 'reference':
    case 'theirReference':
    case 'dossier':
    case 'term':
      return values[name];
    case 'date':
      return values.date && longDate(values.date, brief.language);
    case 'questionsDated':
      return values.questionsDated && longDate(values.questionsDated, brief.language);
    case 'from.name':
      return values.from?.name;
    case 'from.office':
      return values.from?.office;
    case 'nextQuestion':
      return String(Math.max(0, ...brief.questions.flatMap(({ numbers }) => numbers)) + 1);
    case 'nextLabel':
      return String(Math.max(0, ...brief.definitions.map(({ fact }) => Number(fact.label) || 0)) + 1);
    default:
      return undefined;
  }
}
