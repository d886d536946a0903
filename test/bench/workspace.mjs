import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { consultation } from './consultation.mjs';
import { Server } from './client.mjs';
import { editsAt, kinds, spotsOf } from './edits.mjs';
import { inTurn } from './measure.mjs';

/** Writes a folder of replies of some kilobytes each. @returns its path and its size in bytes */
export function manyLetters(count, bytes) {
  const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-'));
  const text = consultation(bytes);
  for (let i = 0; i < count; i++) {
    const below = join(folder, String(i % 100));
    mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `antwoord-${i}.brief.md`), text);
  }
  return { folder, size: count * Buffer.byteLength(text) };
}

/**
 * Types into a letter that stands alone in its folder, and into the same among many.
 * @returns milliseconds by `alone` and `among`, those to answer which symbols the workspace has, and the bytes that the
 *   server read from disk while it was typed in; `null` where the system does not tell
 */
export async function measureWorkspace(spec, folder, { bytes, samples }) {
  const alone = mkdtempSync(join(tmpdir(), 'kamerbrief-'));
  const text = consultation(bytes);
  const roots = { alone, among: folder };
  const running = {};
  for (const [name, root] of Object.entries(roots))
    running[name] = await Server.start({
      ...spec,
      root: pathToFileURL(root).href,
      uri: pathToFileURL(join(root, 'open.brief.md')).href,
    });
  for (const server of Object.values(running)) await server.open(text);
  const before = readBytes(running.among.pid);
  const times = { alone: [], among: [] };
  const { type, undo } = editsAt(spotsOf(text)[1], kinds[0]);
  for (let sample = 0; sample < samples; sample++)
    for (const name of inTurn(Object.keys(roots), sample)) {
      const server = running[name];
      const typing = server.prepare(type);
      const pressed = performance.now();
      await server.change(typing);
      times[name].push(performance.now() - pressed);
      await server.change(server.prepare(undo));
    }
  const symbols = [];
  for (let i = 0; i < 5; i++) {
    const asked = performance.now();
    await running.among.request('workspace/symbol', { query: 'vraag' });
    symbols.push(performance.now() - asked);
  }
  const after = readBytes(running.among.pid);
  for (const server of Object.values(running)) await server.stop();
  rmSync(alone, { recursive: true });
  return { ...times, symbols, read: before === null ? null : after - before };
}

/** What a process has read from files so far. Its standard input, which is a pipe, counts as well. */
function readBytes(pid) {
  const path = `/proc/${pid}/io`;
  return existsSync(path) ? Number(/^rchar: (\d+)$/m.exec(readFileSync(path, 'utf8'))[1]) : null;
}
