import type { TypstJob } from '../../documents/out/typst.js';

/** What the typesetter is asked, in a thread of its own. */
export interface Request extends TypstJob {
  /** The folder with the typesetter and the fonts. */
  folder: string;
}

export type Response =
  | {
      pdf: Uint8Array;
      /** Images that it cannot read. */
      broken: number;
      /** Characters that no font has, each once: boxes stand in their place. */
      missing: string[];
    }
  /** What the typesetter says is wrong, for the log: the source is ours. */
  | { problem: string };
