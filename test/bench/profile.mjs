import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server } from './client.mjs';
import { editsAt, kinds, spotsOf } from './edits.mjs';

const name = 'server.cpuprofile';

/** Where code stands, by the path of its source; the first that fits counts. */
const parts = [
  ['the rope of lines', /@codemirror\/state|server\/src\/text/],
  ['the blocks around the edit, and the marks in them', /@lezer|server\/src\/syntax/],
  ['the facts of the block that changed, and the model', /server\/src\/model/],
  ['which rules to run again, and running them', /server\/src\/rules|server\/src\/compare/],
  ['findings as diagnostics, and the rest of the server', /server\/src/],
  ['messages: reading, writing, JSON', /vscode-|^node:/],
];
const collector = 'freeing memory';

/**
 * Types letters into a text with the profiler on.
 * @returns microseconds a keystroke by part of the code, idle time aside
 */
export async function profileTyping(spec, text, keystrokes) {
  const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-'));
  try {
    const flags = [
      '--cpu-prof',
      `--cpu-prof-dir=${folder}`,
      `--cpu-prof-name=${name}`,
      '--cpu-prof-interval=200',
    ];
    const started = performance.now();
    const server = await Server.start({ ...spec, args: [...flags, ...spec.args] });
    await server.open(text);
    const { type, undo } = editsAt(spotsOf(text)[1], kinds[0]);
    // The first ones are not counted: the code is still being compiled.
    for (let i = 0; i < keystrokes; i++) await server.change(server.prepare(i % 2 ? undo : type));
    const warm = performance.now() - started;
    for (let i = 0; i < keystrokes; i++) await server.change(server.prepare(i % 2 ? undo : type));
    await server.stop();
    const profile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const spent = spentIn(profile, warm * 1000);
    return [...spent].map(([part, time]) => [part, time / keystrokes]).sort((a, b) => b[1] - a[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Microseconds by part, after `from` microseconds. What is built in counts for the code that called it. */
function spentIn({ nodes, samples, timeDeltas }, from) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partOf = new Map();
  const find = (id) => {
    if (id === undefined) return null;
    if (!partOf.has(id)) partOf.set(id, ownPart(byId.get(id).callFrame) ?? find(parents.get(id)));
    return partOf.get(id);
  };
  const spent = new Map();
  let time = 0;
  samples.forEach((id, i) => {
    time += timeDeltas[i];
    const part = time > from && find(id);
    if (part) spent.set(part, (spent.get(part) ?? 0) + timeDeltas[i]);
  });
  return spent;
}

/** The source maps of the bundles, by address. */
const maps = new Map();

function ownPart({ functionName, url, lineNumber, columnNumber }) {
  if (functionName === '(garbage collector)') return collector;
  const source = url.startsWith('file:')
    ? mapOf(url)?.findEntry(lineNumber, columnNumber).originalSource
    : url;
  return (source && parts.find(([, pattern]) => pattern.test(source))?.[0]) || null;
}

function mapOf(url) {
  if (!maps.has(url)) {
    const path = `${fileURLToPath(url)}.map`;
    maps.set(url, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : null);
  }
  return maps.get(url);
}
