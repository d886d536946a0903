/** The text of a file; `unknown` where that cannot be had. */
export type ReadAnswer = { text: string } | 'missing' | 'unreadable' | 'unknown';

/** What the server asks of the machine that it runs on. */
export interface Host {
  /** Tells what the client said of itself, before anything is asked. */
  meet(client: ClientTold): void;
  /** Never throws. */
  read(uri: string): Promise<ReadAnswer>;
  /** The names of the files in a folder, sorted; none where they cannot be had. Never throws. */
  list(uri: string): Promise<string[]>;
  /** The address of a rule's page that opens offline, or `null`. */
  page(code: string): string | null;
}

export interface ClientTold {
  /** Whether it answers the requests for files (see `client-host.ts`). */
  readsFiles: boolean;
  /** The address of the folder with the pages of the rules, ending in a slash. */
  pages: string | null;
}

/** In bytes. A letter of thousands of questions is far below this; what is larger is no letter. */
export const largestLetter = 32 * 1024 * 1024;
