import { describe, expect, test } from 'vitest';
import { decode, largest } from '../../../server/src/documents/in/text/decode.js';

const text = 'Een brief van één blad, “netjes” opgemaakt.\nMet € 12 aan kosten.\n';

function read(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : `refused: ${decoded.reason.en}`;
}

/** As programs of before wrote it: one byte for every character. */
function windows1252(source: string): Buffer {
  const codes: Record<string, number> = { '“': 0x93, '”': 0x94, '€': 0x80 };
  return Buffer.from([...source].map((char) => codes[char] ?? char.charCodeAt(0)));
}

describe('text in every usual encoding', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-16 without', Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(text, 'utf16le').swap16()],
    ['Windows-1252', windows1252(text)],
  ])('%s', (_name, bytes) => {
    expect(read(bytes)).toBe(text);
  });

  test('a damaged place costs no other character', () => {
    expect(read(Buffer.concat([Buffer.from('één '), Buffer.from([0xe9]), Buffer.from(' café')]))).toBe(
      'één é café',
    );
    expect(read(Buffer.from('één café').subarray(0, -1))).toBe('één cafÃ');
  });

  test('a long file of an old encoding, with a character at every place a piece may end', () => {
    const long = `${'a'.repeat(65_530)}ééééééé${'é'.repeat(200_000)}`;
    expect(read(windows1252(long))).toBe(long);
    expect(read(Buffer.concat([Buffer.from(long), Buffer.from([0xe9])]))).toBe(`${long}é`);
  });
});

test.each([
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not a text file'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'not a text file'],
  ['a Word document', Buffer.from('PK\u0003\u0004 word/document.xml'), 'not a text file'],
  ['what is too large', Buffer.alloc(largest + 1, 'a'), 'larger than 50 MB'],
])('%s is refused', (_name, bytes, reason) => {
  expect(read(bytes)).toContain(reason);
});
