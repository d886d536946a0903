import { existsSync, readFileSync } from 'node:fs';
import { Server } from './client.mjs';
import { editsAt, kinds, spotsOf } from './edits.mjs';

/**
 * Types on and on, each edit taken back at once, of every kind and at every place.
 * @param marks after how many edits to look
 * @returns the memory in bytes at each mark; `null` where the system does not tell
 */
export async function measureSteadiness(spec, text, marks) {
  const server = await Server.start(spec);
  await server.open(text);
  const pairs = spotsOf(text).flatMap((line) => kinds.map((kind) => editsAt(line, kind)));
  const found = [];
  let edits = 0;
  for (const mark of marks) {
    for (; edits < mark; edits += 2) {
      const { type, undo } = pairs[(edits / 2) % pairs.length];
      await server.change(server.prepare(type));
      await server.change(server.prepare(undo));
    }
    found.push(memoryOf(server.pid));
  }
  await server.stop();
  return found;
}

function memoryOf(pid) {
  const status = `/proc/${pid}/status`;
  return existsSync(status)
    ? 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))[1])
    : null;
}
