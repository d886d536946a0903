import type { Patterns } from '../../../languages/patterns.js';
import type { Line } from './lines.js';

/** What is known of a publication as a whole. */
export interface Publication {
  patterns: Patterns;
  doubled: boolean;
  /** Lines that are the number of a question and nothing else. */
  bare: ReadonlySet<Line>;
  /** How often words stand in it. */
  words: ReadonlyMap<string, number>;
}
