import type { ImportResult } from './draft/part.js';
import { decode, largest } from './text/decode.js';
import { importText } from './text/index.js';

export type { ImportResult, ImportedFile, Notice } from './draft/part.js';
export { largest };

type Progress = (done: number) => void;

/** What reads one format. The content of a file decides which it is, not its name. */
interface Importer {
  accepts(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array, progress: Progress): Promise<ImportResult>;
}

const importers: readonly Importer[] = [
  {
    accepts: startsWith(0x50, 0x4b, 0x03, 0x04),
    read: async (bytes, progress) => (await import('./docx/index.js')).importDocx(bytes, progress),
  },
  { accepts: startsWith(0xd0, 0xcf, 0x11, 0xe0), read: async () => oldOrLocked },
  { accepts: startsWith(0x7b, 0x5c, 0x72, 0x74, 0x66), read: async () => richText },
  { accepts: isWebPage, read: async () => webPage },
  {
    accepts: isPdf,
    read: async (bytes, progress) => (await import('./pdf/index.js')).importPdf(bytes, progress),
  },
  { accepts: () => true, read: async (bytes, progress) => readText(bytes, progress) },
];

/**
 * Brings in a published document, whatever its format: cover, letter and reply, as far as they are there.
 * @param progress is told now and then which part of the work is done, from 0 to 1
 */
export async function importDocument(
  bytes: Uint8Array,
  progress: Progress = () => undefined,
): Promise<ImportResult> {
  if (bytes.length > largest) return no('Het bestand is groter dan 50 MB.', 'the file is larger than 50 MB');
  return importers.find(({ accepts }) => accepts(bytes))!.read(bytes, progress);
}

function readText(bytes: Uint8Array, progress: Progress): ImportResult {
  const decoded = decode(bytes);
  return decoded.ok ? importText(decoded.text, progress) : decoded;
}

function isPdf(bytes: Uint8Array): boolean {
  return startOf(bytes, 64).startsWith('%PDF-');
}

/** Comments and a declaration may stand before the first mark of a page. */
function isWebPage(bytes: Uint8Array): boolean {
  const start = startOf(bytes, 4096);
  return start.startsWith('<') && /<(?:!doctype html|html)[\s>]/i.test(start);
}

/** Blank bytes, or the mark of a text, may stand before the mark of a format. */
function startOf(bytes: Uint8Array, length: number): string {
  const head = String.fromCharCode(...bytes.subarray(0, length));
  return head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
}

function startsWith(...mark: number[]): Importer['accepts'] {
  return (bytes) => mark.every((byte, i) => bytes[i] === byte);
}

function no(nl: string, en: string): ImportResult {
  return { ok: false, reason: { nl, en } };
}

const oldOrLocked = no(
  'Dit Word-bestand is met een wachtwoord beveiligd, of in een oude vorm (.doc) opgeslagen. Sla het in Word op als .docx, zonder wachtwoord.',
  'this Word file is protected by a password, or saved in an old form (.doc); save it in Word as .docx, without a password',
);
const webPage = no(
  'Dit is een webpagina. Open die in Word en bewaar haar als .docx.',
  'this is a web page; open it in Word and save it as .docx',
);
const richText = no(
  'Dit bestand is RTF. Open het in Word en sla het op als .docx.',
  'this file is RTF; open it in Word and save it as .docx',
);
