import { languages } from '../../languages/index.js';
import { wordsFor } from '../../languages/messages.js';
import { rules } from '../../rules/index.js';
import { inOrder, type Completion, type Cursor } from './item.js';

const ignoring = new Set(
  Object.values(languages).flatMap(({ directives }) => [directives.ignore, directives.ignoreFile]),
);

/** The codes of findings that a comment can silence: after `<!-- kb negeer`, up to the colon. */
export function ruleItems({ brief, offset }: Cursor, comment: string): Completion[] {
  const found = /^<!--\s{0,40}kb\s{1,40}(?<word>[\p{L}-]{1,30})\s(?<codes>[a-z,\s-]{0,400})$/u.exec(comment);
  if (!found || !ignoring.has(found.groups!.word)) return [];
  const codes = found.groups!.codes.split(/[,\s]+/);
  const typed = codes.pop()!;
  const words = wordsFor(brief.language);
  return rules
    .filter(({ code }) => !codes.includes(code))
    .map(({ code, summary }, i) => ({
      label: code,
      detail: summary[words],
      kind: 'rule',
      insert: code,
      filter: code,
      replace: { from: offset - typed.length, to: offset },
      sort: inOrder(0, i),
    }));
}
