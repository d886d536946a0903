import type { PreviewPage } from '../../../server/src/features/preview.js';

/** What the extension tells the page of the preview. */
export type ToPage =
  | ({ type: 'show' } & Pick<PreviewPage, 'uri' | 'language' | 'html' | 'places' | 'images'>)
  | { type: 'notice'; text: string }
  | ({ type: 'scroll' } & Spot);

/** What the page tells the extension. */
export type FromPage =
  { type: 'ready' } | ({ type: 'scroll' } & Spot) | ({ type: 'open'; word: WordAt | null } & Spot);

/** A line of a file, by the index of the file in what is shown. */
export interface Spot {
  file: number;
  line: number;
}

/** A word of a block, and how often it stands before it there. */
export interface WordAt {
  text: string;
  before: number;
}

/** What VS Code keeps of a preview when its window is loaded again. */
export interface State {
  uri: string;
}
