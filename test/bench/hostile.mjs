import { build } from 'esbuild';
import { Server } from './client.mjs';

/**
 * Opens text that no one writes, each in a server of its own that has read a letter before.
 * @returns by what the text is: milliseconds from opening to findings, and how many findings
 */
export async function measureHostile(spec, letter, bytes) {
  const texts = await hostileTexts(bytes);
  const all = [];
  for (const [name, text] of Object.entries(texts)) {
    const server = await Server.start(spec);
    await server.open(letter);
    const opened = performance.now();
    const found = await server.open(text, 'untitled:hostile.brief.md');
    all.push({ name, time: performance.now() - opened, findings: found.length });
    await server.stop();
  }
  return all;
}

/** Those of the tests. */
async function hostileTexts(bytes) {
  const { outputFiles } = await build({
    entryPoints: ['test/unit/hostile-texts.ts'],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { hostileTexts: make } = await import(`data:text/javascript;base64,${source}`);
  return make(bytes);
}
