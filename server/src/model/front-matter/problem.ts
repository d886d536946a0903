import type { Range } from '../../text/text.js';

/** Something in front matter that cannot be read as it stands. */
export interface FrontMatterProblem {
  at: Range;
  code: 'front-matter-invalid' | 'front-matter-unknown-key';
  reason:
    | { kind: 'syntax' }
    | { kind: 'unclosed' }
    | { kind: 'cut'; text: string }
    | { kind: 'duplicate'; name: string }
    | { kind: 'unknown-key'; name: string; nearest: string | null }
    | { kind: 'unknown-value'; name: string; value: string; expected: string[] }
    | { kind: 'not-a-date'; name: string; value: string }
    | { kind: 'shape'; name: string };
  /** Replaces `at`. */
  fix: string | null;
}
