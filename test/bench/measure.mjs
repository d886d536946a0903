import { Server } from './client.mjs';
import { editsAt, expected, kinds, pictureOf, spotsOf } from './edits.mjs';

/**
 * Opens a text in each server `rounds` times, each time in a new process, in turn.
 * @param servers command lines by name
 * @returns milliseconds by name: `start` from the start of the process to the findings, `open` from the opening
 */
export async function measureOpening(servers, text, rounds) {
  const times = byName(servers, () => ({ start: [], open: [] }));
  for (let round = 0; round < rounds; round++)
    for (const [name, args] of inTurn(servers, round)) {
      const started = performance.now();
      const server = await Server.start(args);
      const opened = performance.now();
      await server.open(text);
      const done = performance.now();
      times[name].start.push(done - started);
      times[name].open.push(done - opened);
      await server.stop();
    }
  return times;
}

/**
 * Types into a text that all servers have open, in turn, each edit taken back at once.
 * @param judged the server whose findings are checked; the others are given them when `echo` is set
 * @returns for each kind of edit and each place the milliseconds from key to findings by name, and the peak of memory
 */
export async function measureTyping(servers, text, { judged, samples, echo }) {
  const running = {};
  for (const [name, args] of Object.entries(servers)) running[name] = await Server.start(args);
  const findings = await running[judged].open(text);
  for (const [name, server] of Object.entries(running)) {
    if (name === judged) continue;
    await server.open(text);
    if (echo) await server.request('bench/findings', { findings });
  }
  const before = pictureOf(findings);
  const keystrokes = [];
  for (const kind of kinds) {
    const places = [];
    for (const line of spotsOf(text)) {
      const { type, undo } = editsAt(line, kind);
      const after = expected(findings, line, kind);
      const times = byName(servers, () => []);
      for (let sample = 0; sample < samples; sample++)
        for (const [name] of inTurn(servers, sample)) {
          const pressed = performance.now();
          const found = await running[name].edit(type);
          times[name].push(performance.now() - pressed);
          const left = await running[name].edit(undo);
          if (name === judged) {
            same(pictureOf(found), after, kind);
            same(pictureOf(left), before, kind);
          } else if (found.length !== (echo ? findings.length : 0))
            throw new Error('a bare server lost findings');
        }
      places.push(times);
    }
    keystrokes.push({ kind, places });
  }
  const peak = {};
  for (const [name, server] of Object.entries(running)) {
    if (name !== judged && (await server.text()) !== text) throw new Error('a bare server lost the text');
    await server.stop();
    peak[name] = server.peak;
  }
  return { findings: findings.length, keystrokes, peak };
}

function same(found, wanted, { name }) {
  if (found !== wanted)
    throw new Error(`${name}: these are not the findings of the text\n${found}\ninstead of\n${wanted}`);
}

function byName(servers, make) {
  return Object.fromEntries(Object.keys(servers).map((name) => [name, make()]));
}

/** No server always goes first. */
function inTurn(servers, round) {
  const entries = Object.entries(servers);
  const first = round % entries.length;
  return [...entries.slice(first), ...entries.slice(0, first)];
}
