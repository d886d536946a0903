import { compare, type Comparison } from '../compare/compare.js';
import type { Brief } from '../model/brief.js';
import type { LinkedFile } from '../model/links.js';
import type { RuleContext } from './rule.js';

/** A document of which no other file is known. */
export const alone: RuleContext = {
  file: () => ({ state: 'unknown' }),
  comparison: () => null,
  today: () => null,
};

/**
 * What rules may ask about a document, given how the files that it names are found.
 * @param held holds the reply against its letter; asked for at most once
 */
export function contextOf(
  brief: Brief,
  file: RuleContext['file'],
  held: (letter: Brief, reply: Brief) => Comparison = compare,
  today: RuleContext['today'] = () => null,
): RuleContext {
  let comparison: Comparison | null | undefined;
  return {
    file,
    today,
    comparison() {
      if (comparison === undefined) {
        const letter = letterOf(brief, file);
        comparison = letter && held(letter, brief);
      }
      return comparison;
    },
  };
}

/** The letter that a reply answers, if it names one that is known. */
export function letterOf({ kind, frontMatter }: Brief, file: (path: string) => LinkedFile): Brief | null {
  const path = kind === 'reply' ? frontMatter.values.letter : undefined;
  const found = path === undefined ? null : file(path);
  return found?.state === 'found' ? found.brief : null;
}
