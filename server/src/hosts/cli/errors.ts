import type { Words } from '../../languages/messages.js';

/** Something that the user can mend: wrong usage, or a file that cannot be read or written. */
export class UsageError extends Error {
  constructor(words: Words | string) {
    super(said(words));
  }
}

/** Dutch for someone who reads Dutch: the extension says so when it runs this program, and the system when someone types it. */
export function said(words: Words | string): string {
  if (typeof words === 'string') return words;
  const language = process.env.KAMERBRIEF_LANGUAGE ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return language.startsWith('nl') ? words.nl : words.en;
}

/** "1 vraag", "3 vragen". */
export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What only helps someone who typed the command: nothing when the extension runs this program. */
export function atTerminal(words: string): string {
  return process.env.KAMERBRIEF_LANGUAGE === undefined ? words : '';
}

const reasons: Record<string, Words> = {
  ENOENT: { nl: 'dit bestaat niet', en: 'it does not exist' },
  EACCES: { nl: 'u hebt hier geen toegang toe', en: 'you have no permission' },
  EPERM: { nl: 'u hebt hier geen toegang toe', en: 'you have no permission' },
  EISDIR: { nl: 'dit is een map', en: 'it is a folder' },
  ENOTDIR: { nl: 'een deel van het pad is geen map', en: 'part of its path is not a folder' },
  ENOSPC: { nl: 'de schijf is vol', en: 'the disk is full' },
  EROFS: { nl: 'op deze schijf kan niet worden geschreven', en: 'the disk is read-only' },
  ENOTFILE: { nl: 'dit is geen bestand', en: 'it is not a file' },
  EFBIG: {
    nl: 'het bestand wordt te groot voor deze schijf',
    en: 'the file becomes too large for this disk',
  },
  EDQUOT: { nl: 'er is geen ruimte meer voor u op deze schijf', en: 'you have no room left on this disk' },
  EEXIST: { nl: 'dit bestaat al', en: 'it exists already' },
  EBUSY: { nl: 'een ander programma heeft dit open', en: 'another program has it open' },
};

/** What went wrong with a file, in plain words. */
export function fileError(path: string, error: unknown): UsageError {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  const cause = error instanceof Error ? error.message : String(error);
  return new UsageError(
    `${path}: ${said(reason ?? { nl: `dit is niet gelukt (${cause})`, en: `this did not work (${cause})` })}`,
  );
}
