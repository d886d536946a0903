import { Server, Silence } from './client.mjs';
import { editsAt, expected, finds, kinds, pictureOf, spotsOf } from './edits.mjs';

/**
 * Measures servers on one text in rounds. In each round every server is a new process; edits go to them in turn, each
 * taken back at once, and every answer is checked.
 * @param servers by name; `kamerbrief` must give the findings that are expected, those with `finding` one that moves
 * @param samples how many times each kind of edit is done at each place in a round, by name; 0 leaves a server out
 * @param echo whether the bare servers send as many findings
 * @returns for each round, by name, the milliseconds of all that was done, and the peak of memory in bytes
 */
export async function measure(servers, text, { rounds, samples, echo = false }) {
  const all = [];
  for (let round = 0; round < rounds; round++) {
    const names = inTurn(
      Object.keys(servers).filter((name) => samples(name) > 0),
      round,
    );
    all.push(await roundOf(names, servers, text, samples, echo));
  }
  return all;
}

/** A peer now and then stops answering; the round is then done anew. */
async function roundOf(names, servers, text, samples, echo, attempts = 3) {
  const running = {};
  try {
    return await measureRound(running, names, servers, text, samples, echo);
  } catch (error) {
    for (const server of Object.values(running)) server.kill();
    if (!(error instanceof Silence && error.spec.finding) || attempts === 1) throw error;
    console.log(`${error.message}; the round is done anew`);
    return roundOf(names, servers, text, samples, echo, attempts - 1);
  }
}

async function measureRound(running, names, servers, text, samples, echo) {
  const result = byName(names, () => ({
    start: 0,
    open: 0,
    edits: {},
    definition: [],
    outline: [],
    peak: 0,
  }));
  let findings = [];
  for (const name of names) {
    const started = performance.now();
    const server = await Server.start(servers[name]);
    const opened = performance.now();
    const found = await server.open(text);
    result[name].start = performance.now() - started;
    result[name].open = performance.now() - opened;
    running[name] = server;
    if (name === 'kamerbrief') findings = found;
  }
  const bare = names.filter((name) => name !== 'kamerbrief' && !servers[name].finding);
  if (echo) for (const name of bare) await running[name].request('bench/findings', { findings });
  const before = pictureOf(findings);
  for (const kind of kinds)
    for (const line of spotsOf(text)) {
      const { type, undo } = editsAt(line, kind);
      const after = expected(findings, line, kind);
      for (const name of names) (result[name].edits[kind.name] ??= []).push([]);
      for (let sample = 0; sample < Math.max(...names.map(samples)); sample++)
        for (const name of inTurn(names, sample)) {
          if (sample >= samples(name) || (servers[name].finding && kind.ours)) continue;
          const server = running[name];
          const typing = server.prepare(type);
          const pressed = performance.now();
          let found = await server.change(typing);
          if (servers[name].finding) found = await settled(server, found, servers[name].finding, line, kind);
          result[name].edits[kind.name].at(-1).push(performance.now() - pressed);
          let left = await server.change(server.prepare(undo));
          if (servers[name].finding) left = await settled(server, left, servers[name].finding, line, null);
          if (name === 'kamerbrief') {
            same(pictureOf(found), after, kind);
            same(pictureOf(left), before, kind);
          } else if (!servers[name].finding && found.length !== (echo ? findings.length : 0))
            throw new Error('a bare server lost findings');
        }
    }
  for (const name of names) await ask(running[name], servers[name], text, result[name]);
  for (const name of bare)
    if ((await running[name].text()) !== text) throw new Error('a bare server lost the text');
  for (const name of names) {
    await running[name].stop();
    result[name].peak = running[name].peak;
  }
  return { ...result, findings: findings.length };
}

/** Some servers answer a question before they have taken in the edit sent before it: then they are asked again. */
async function settled(server, found, finding, line, kind) {
  const until = performance.now() + 20_000;
  while (!finds(found, finding, line, kind)) {
    if (performance.now() > until) throw new Error(`${finding.code}: the answer is not of this text`);
    found = await server.findings();
  }
  return found;
}

const times = 5;

/** Where a footnote stands, and the outline; of servers that can. */
async function ask(server, { uri }, text, result) {
  const { definitionProvider, documentSymbolProvider } = server.capabilities;
  const lines = text.split('\n');
  const line = lines.findIndex((one, i) => i > lines.length / 2 && /\p{L}\.\[\^n\d+\]/u.test(one));
  const character = lines[line].indexOf('[^n') + 3;
  const textDocument = { uri };
  for (let i = 0; i < times; i++) {
    const asked = performance.now();
    if (documentSymbolProvider) {
      await server.request('textDocument/documentSymbol', { textDocument });
      result.outline.push(performance.now() - asked);
    }
    const from = performance.now();
    if (definitionProvider) {
      const found = await server.request('textDocument/definition', {
        textDocument,
        position: { line, character },
      });
      // Not every server that finds definitions knows footnotes.
      if (found && [found].flat().length > 0) result.definition.push(performance.now() - from);
    }
  }
}

function same(found, wanted, { name }) {
  if (found !== wanted)
    throw new Error(`${name}: these are not the findings of the text\n${found}\ninstead of\n${wanted}`);
}

export function byName(names, make) {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

/** No server always goes first. */
export function inTurn(names, round) {
  const first = round % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}
