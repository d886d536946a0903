import { quoteChanges } from '../compare/changes.js';
import type { Comparison } from '../compare/compare.js';
import { printed, type Resolver } from '../documents/out/build.js';
import type { ImageInline } from '../documents/out/document.js';
import { toHtmlBody } from '../documents/out/html.js';
import type { Language } from '../languages/index.js';
import type { Brief } from '../model/brief.js';
import { isForeign } from '../rules/quotes.js';

/** A document as it is printed, for a view beside its text. */
export interface Preview {
  title: string;
  language: Language['id'];
  /** What stands in the page, harmless whatever was typed. An image that may be shown has `#image-N` as its address. */
  html: string;
  /** The document and its parts. */
  files: Brief[];
  /** For each element marked `data-at`, in order: the index of its file, and its line from 0. */
  places: [file: number, line: number][];
  /** By their N, where the images stand. */
  images: string[];
}

/** The same as an editor gets it: the answer to `kamerbrief/preview` with `{ uri }` of an open document. */
export interface PreviewPage extends Omit<Preview, 'files'> {
  uri: string;
  version: number;
  /** The addresses of the document and its parts. */
  files: string[];
}

/** What is known of the files around a document. */
export interface Surroundings {
  part: Resolver;
  /** A reply held against its letter, if that is known. */
  comparison(reply: Brief): Comparison | null;
  /** The address of a picture that may be shown; `null` for what lies elsewhere. */
  image(image: ImageInline): string | null;
}

export function preview(brief: Brief, around: Surroundings): Preview {
  const document = printed(brief, around.part, (reply) => {
    const held = around.comparison(reply);
    return held && !isForeign(held) ? quoteChanges(held) : [];
  });
  const images: string[] = [];
  const { html, sources } = toHtmlBody(document, {
    image: (image) => {
      const address = around.image(image);
      return address === null ? null : `#image-${images.push(address) - 1}`;
    },
  });
  const files = new Map<Brief, number>([[brief, 0]]);
  const places = sources.map(({ file, from }): [number, number] => {
    let index = files.get(file);
    if (index === undefined) files.set(file, (index = files.size));
    return [index, file.text.lineAt(Math.min(from, file.text.length)).number - 1];
  });
  return {
    title: document.title,
    language: document.language.id,
    html,
    files: [...files.keys()],
    places,
    images,
  };
}
