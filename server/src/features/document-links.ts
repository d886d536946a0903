import { wordsFor, type Words } from '../languages/messages.js';
import { addressesOf } from '../model/addresses.js';
import type { Brief, Place } from '../model/brief.js';
import { linksOf, type Link } from '../model/links.js';

/** What opens when it is clicked: an address, or a file by its path as the document names it. */
export type DocumentLink = {
  place: Place;
  /** What a click does, in the language of the document. */
  title: string;
} & ({ address: string } | { path: string });

const titles: Record<Link['role'], Words> = {
  letter: { nl: 'Open de brief', en: 'Open the letter' },
  reply: { nl: 'Open de antwoordbrief', en: 'Open the reply' },
  part: { nl: 'Open dit deel', en: 'Open this part' },
};

/** Citations lead to where they are published, and the names of files to those files. Nothing is looked up. */
export function documentLinks(brief: Brief): DocumentLink[] {
  const words = wordsFor(brief.language);
  const files = linksOf(brief).map(({ role, path, place }) => ({ place, path, title: titles[role][words] }));
  const citations = brief.citations.flatMap(({ block, fact }) =>
    addressesOf(fact, brief.language).map(({ at, uri }) => {
      const site = uri.split('/')[2];
      const title = { nl: `Open op ${site}`, en: `Open at ${site}` };
      return { place: { block, at }, address: uri, title: title[words] };
    }),
  );
  return [...files, ...citations];
}
