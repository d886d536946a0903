import type { Comparison } from '../compare/compare.js';
import type { Edited } from '../edits/edit.js';
import type { Words } from '../languages/messages.js';
import type { Brief, Place } from '../model/brief.js';
import type { LinkedFile } from '../model/links.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * A rule is one fact about letters that a machine can check. `check` sees the model only, and must be silent where it
 * cannot be sure.
 */
export interface Rule {
  /** Stable: settings, suppressions and pages use it. */
  code: string;
  area:
    'frame' | 'numbering' | 'answers' | 'footnotes' | 'cross-references' | 'reply-against-letter' | 'text';
  /** `off` rules run only when a setting says so. */
  severity: Severity | 'off';
  /** One line, for lists and settings. */
  summary: Words;
  check(brief: Brief, context: RuleContext): Finding[];
}

export interface RuleContext {
  /** A file that the document names, as far as it is known. */
  file(path: string): LinkedFile;
  /**
   * The letter that this reply answers, held against it; `null` when there is none or it cannot be read (yet). The same
   * object as before as long as it would say the same.
   */
  comparison(): Comparison | null;
  /**
   * The day of today as ISO text, where someone sits at the screen; `null` where findings must be the same whenever they
   * are made.
   */
  today(): string | null;
}

export interface Finding {
  /** What is underlined: as short as it can be. */
  place: Place;
  message: Words;
  /** When the severity differs from the rule's own, e.g. in a definitive document. */
  severity?: Severity;
  related?: RelatedPlace[];
  /** Shown faded: not needed. */
  unnecessary?: boolean;
  /** Best first. Computed only when asked for, on the text as it then is; `null` when it does no longer apply. */
  fixes?: Fix[];
}

export interface RelatedPlace {
  place: Place;
  message: Words;
  /** The document that the place stands in, when it is another one. */
  document?: Brief;
}

export interface Fix {
  title: Words;
  /** Whether it may be done unasked with others ("fix all"): it changes no meaning. */
  safe: boolean;
  /** Or why it cannot be done after all. */
  edits(): Edited;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
