import type { Brief, Place } from './brief.js';

/** A file that a document names: the letter that a reply answers, the reply to a letter, a part of a report. */
export interface Link {
  role: 'letter' | 'reply' | 'part';
  /** As written. */
  path: string;
  place: Place;
}

/**
 * What is known of a file that a document names: `unknown` while it has not been looked at or cannot be; `outside` the
 * folder that is open, and then not looked at; `loop` when it is the document itself or leads back to it.
 */
export type LinkedFile =
  { state: 'unknown' | 'missing' | 'unreadable' | 'outside' | 'loop' } | { state: 'found'; brief: Brief };

export function linksOf({ frontMatter, parts }: Brief): Link[] {
  const links: Link[] = [];
  for (const { key, value, valueAt } of frontMatter.entries)
    if ((key === 'letter' || key === 'reply') && value)
      links.push({ role: key, path: value, place: { block: frontMatter.block, at: valueAt } });
  for (const { block, fact } of parts)
    links.push({ role: 'part', path: fact.href, place: { block, at: fact.target } });
  return links;
}
