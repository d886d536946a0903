import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import prettier from 'prettier';

/** Writes a page of the documentation, laid out as all of them are. */
export async function writePage(path, markdown) {
  const options = await prettier.resolveConfig(path);
  writeFileSync(path, await prettier.format(markdown, { ...options, parser: 'markdown' }));
}

/** @param rows cells of text or numbers, the head first */
export function table(...rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(rows[0]), line(rows[0].map(() => '---')), ...rows.slice(1).map(line)].join('\n');
}

/** What the numbers depend on. Nothing that tells which machine it was. */
export function machine() {
  const cores = availableParallelism();
  const load = loadavg()[0] / cores;
  return `Node ${process.versions.node} on ${process.platform} ${process.arch}, ${cores} cores; at the end of the run ${load.toFixed(1)} processes a core wanted to run.`;
}

export function size(bytes) {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${bytes / 1e6} MB`;
}

export function milliseconds(value) {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

export function times(value) {
  if (value < 0.1) return value.toPrecision(1);
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
