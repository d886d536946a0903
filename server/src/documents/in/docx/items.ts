import type { DraftInline, DraftRemark } from '../draft/part.js';
import type { AutoNumber } from './numbering.js';
import type { Style } from './styles.js';

/** What stands in a Word file, in its order. */
export type Item = ParagraphItem | TableItem;

export interface ParagraphItem {
  kind: 'paragraph';
  /** A tab is still a tab in the text. */
  inlines: DraftInline[];
  style: Style;
  /** Of a heading: 1 to 9. */
  level: number | null;
  number: AutoNumber | null;
  /** A line below a paragraph without words. */
  isLine: boolean;
  /** From the margin, in twentieths of a point. */
  indent: number;
  /** Names of places that begin in it. */
  anchors: string[];
  /** Notes to the drafters that stand in it. */
  remarks: DraftRemark[];
}

export interface TableItem {
  kind: 'table';
  rows: Cell[][];
  /** The first row is repeated on every page. */
  hasHead: boolean;
}

export interface Cell {
  items: Item[];
  /** Columns that it takes. */
  span: number;
  /** It goes on from the cell above. */
  merged: boolean;
  align: 'left' | 'center' | 'right' | null;
}
