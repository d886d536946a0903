import type { Words } from '../../../rules/rule.js';

/** Part of every host that runs this code, though of no language standard. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export type Decoded = { ok: true; text: string } | { ok: false; reason: Words };

/** Larger files are no letters. */
const most = 50 * 1024 * 1024;

/** Reads bytes as text: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, in which older files are written. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > most) return no('Het bestand is groter dan 50 MB.', 'the file is larger than 50 MB');
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  // Text has no NUL and few control characters; a picture, PDF or Word file has them in its first bytes.
  if (
    encoding === 'utf-8' &&
    (isBinary(bytes.subarray(0, 8192)) || startsWith(bytes, '%PDF') || startsWith(bytes, 'PK\u0003\u0004'))
  )
    return no(
      'Dit is geen tekstbestand. Sla het stuk eerst op als tekst (.txt).',
      'this is not a text file; save it as text (.txt) first',
    );
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { ok: true, text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

function no(nl: string, en: string): Decoded {
  return { ok: false, reason: { nl, en } };
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((char, i) => bytes[i] === char.charCodeAt(0));
}

function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd > head.length / 50;
}
