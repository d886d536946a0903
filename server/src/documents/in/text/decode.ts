import type { Words } from '../../../languages/messages.js';

/** Part of every host that runs this code, though of no language standard. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export type Decoded = { ok: true; text: string } | { ok: false; reason: Words };

/** Larger files, in bytes, are no letters. A host need not read on past this. */
export const largest = 50 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads bytes as text: UTF-8, UTF-16, or else Windows-1252, in which older files are written. No character is lost. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > largest) return no('Het bestand is groter dan 50 MB.', 'the file is larger than 50 MB');
  const wide = wideEncoding(bytes.subarray(0, 8192));
  if (wide) return { ok: true, text: new TextDecoder(wide).decode(bytes) };
  if (isBinary(bytes.subarray(0, 8192)) || startsWith(bytes, '%PDF') || startsWith(bytes, 'PK\u0003\u0004'))
    return no(
      'Dit is geen tekstbestand. Sla het stuk eerst op als tekst (.txt).',
      'this is not a text file; save it as text (.txt) first',
    );
  try {
    return { ok: true, text: utf8.decode(bytes) };
  } catch {
    return { ok: true, text: decodeMixed(bytes) };
  }
}

function no(nl: string, en: string): Decoded {
  return { ok: false, reason: { nl, en } };
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((char, i) => bytes[i] === char.charCodeAt(0));
}

/** UTF-16 by its byte order mark, or because every other byte is zero; `null` if it is not. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (!head.includes(0)) return null;
  const zeros = [0, 0];
  head.forEach((byte, i) => (zeros[i % 2] += byte === 0 ? 1 : 0));
  const pairs = head.length / 2;
  if (zeros[1] > pairs * 0.8 && zeros[0] < pairs * 0.05) return 'utf-16le';
  if (zeros[0] > pairs * 0.8 && zeros[1] < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Text has no NUL and few control characters; a picture or a program has them in its first bytes. */
function isBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i];
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) odd++;
  }
  return odd > head.length / 50;
}

const sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\x9f]/g;

/** What Windows-1252 has from 0x80 to 0x9f; elsewhere it is Latin-1. (Not every host's decoder knows the difference.) */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** As many bytes as can be turned into a string at once. */
const piece = 65536;

/** A file of Windows-1252, or of UTF-8 with a damaged place: what is no UTF-8 is read as Windows-1252, byte by byte. */
function decodeMixed(bytes: Uint8Array): string {
  const old = (found: string) => found.replace(/[\x80-\x9f]/g, (char) => windows[char.charCodeAt(0) - 0x80]);
  let text = '';
  let from = 0;
  while (from < bytes.length) {
    let to = Math.min(bytes.length, from + piece);
    // A sequence is not cut at the end of a piece: continuation bytes stay with it.
    while (to < bytes.length && to < from + piece + 3 && (bytes[to] & 0xc0) === 0x80) to++;
    text += latin1(bytes.subarray(from, to)).replace(sequence, (found) => {
      if (found.length === 1) return old(found);
      try {
        return utf8.decode(Uint8Array.from(found, (char) => char.charCodeAt(0)));
      } catch {
        return old(found);
      }
    });
    from = to;
  }
  return text;
}

/** One character for every byte, of the same number. */
function latin1(bytes: Uint8Array): string {
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}
