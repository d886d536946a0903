import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Servers that fonts, packages and libraries are commonly fetched from. */
const servers =
  /jsdelivr|unpkg|cdnjs|esm\.sh|googleapis|gstatic|fonts\.google|packages\.typst|raw\.githubusercontent/i;

test.each([
  ...readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?!test)\S+\.(?:[cm]?js|br)$/.test(name),
  ),
])('dist/%s names no server to fetch from', (name) => {
  const data = readFileSync(join('dist', name));
  const text = (name.endsWith('.br') ? brotliDecompressSync(data) : data).toString('latin1');
  expect(servers.exec(text)?.[0]).toBeUndefined();
});

test('every font comes with its licence', () => {
  const files = readdirSync('dist/fonts');
  const fonts = files.filter((name) => name.endsWith('.ttf'));
  expect(fonts).toHaveLength(6);
  for (const font of fonts) {
    const family = /^[A-Z][a-z]+/.exec(font)![0];
    expect(files.some((name) => name.startsWith(family) && name.endsWith('-LICENSE.txt'))).toBe(true);
  }
});
