import type { Brief } from '../model/brief.js';
import type { Range } from '../text/text.js';
import { fill, snippets, valuesIn } from './snippets.js';

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
  const values = valuesOf(brief);
  return Object.entries(snippets[language.id])
    .filter(([, { where, at }]) => at === place && (where.includes('anywhere') || where.includes(brief.kind)))
    .flatMap(([name, { prefix, body, description }]) => ({
      label: name,
      detail: description,
      kind: 'snippet' as const,
      insert: fill(body, values, tabStops),
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

/** What the front matter says, and the next number and label. */
function valuesOf({ frontMatter, language, questions, definitions }: Brief) {
  const values = valuesIn(frontMatter.values, language);
  return (name: string) => {
    if (name === 'nextQuestion')
      return String(Math.max(0, ...questions.flatMap(({ numbers }) => numbers)) + 1);
    if (name === 'nextLabel')
      return String(Math.max(0, ...definitions.map(({ fact }) => Number(fact.label) || 0)) + 1);
    return values(name);
  };
}
