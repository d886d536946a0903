import type { Patterns } from '../../../languages/patterns.js';
import type { DraftTable } from '../draft/part.js';
import type { Line } from './lines.js';

/** What is known of a publication as a whole. */
export interface Publication {
  patterns: Patterns;
  /** Lines that are the number of a question and nothing else. */
  bare: ReadonlySet<Line>;
  /** Headings that are known by their type: their first lines, how many lines each takes, and whether it is the title. */
  headings: ReadonlyMap<Line, { lines: number; isTitle: boolean }>;
  /** Tables that are known by the places of their words: their first lines, and how many lines each takes. */
  tables: ReadonlyMap<Line, { lines: number; table: DraftTable }>;
  /** How often words stand in it. */
  words: ReadonlyMap<string, number>;
  /** Whether words are cut between their syllables; if not, a hyphen at the end of a line is one of the word. */
  hyphenates: boolean;
}
