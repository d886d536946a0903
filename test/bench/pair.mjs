import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Server } from './client.mjs';
import { byName, inTurn } from './measure.mjs';

const sentence = (n) =>
  `Kan de regering toelichten waarom de ${n}e maatregel uit het programma pas na de zomer van 2026 in werking treedt?`;
const answer = (n) => `De invoering van maatregel ${n} vraagt overleg met de gemeenten.`;

const perGroup = 25;

/**
 * A letter with questions, and a reply that quotes them.
 * @param each so many quotes further one has another word; 0 for none
 * @param quoted how many questions the reply has
 */
export function letterAndReply(questions, each, quoted = questions) {
  const groups = (count, body) =>
    Array.from({ length: count }, (_, i) => i + 1).flatMap((n) => [
      ...(n % perGroup === 1
        ? [`## Vragen van de leden van de fractie van Lijst ${1 + Math.floor(n / perGroup)}`]
        : []),
      ...body(n),
    ]);
  const letter = ['---\nsoort: brief\ntaal: nl\n---', '# Brief', ...groups(questions, (n) => [sentence(n)])];
  const reply = [
    '---\nsoort: antwoord\ntaal: nl\nbrief: brief.brief.md\n---',
    '# Antwoord',
    ...groups(quoted, (n) => [
      `${n}. ${each > 0 && n % each === 0 ? sentence(n).replace('toelichten', 'uitleggen') : sentence(n)}`,
      `Antwoord: ${answer(n)}`,
    ]),
  ];
  return { letter: `${letter.join('\n\n')}\n`, reply: `${reply.join('\n\n')}\n` };
}

/** Where is typed, and in which of the two; `pulls` whose findings are asked for. */
const kinds = [
  { name: 'a letter in a quote', typed: 'reply', word: 'maatregel', in: sentence, pulls: ['reply'] },
  { name: 'a letter in an answer', typed: 'reply', word: 'overleg', in: answer, pulls: ['reply'] },
  {
    name: 'a letter in the letter, for the letter',
    typed: 'letter',
    word: 'maatregel',
    in: sentence,
    pulls: ['letter'],
  },
  {
    name: 'a letter in the letter, for both',
    typed: 'letter',
    word: 'maatregel',
    in: sentence,
    pulls: ['letter', 'reply'],
  },
];

/**
 * Types into a letter and its reply in turn, beside bare servers that have both open and send as many findings.
 * What the reply lacks is a finding a question and one a group.
 * @returns for each round milliseconds by kind and name, and how many findings the reply had
 */
export async function measurePair(servers, { questions, quoted = questions, each, rounds, samples }) {
  const folder = mkdtempSync(join(tmpdir(), 'kamerbrief-'));
  const texts = letterAndReply(questions, each, quoted);
  const missing = questions - quoted;
  const expected = (each > 0 ? Math.floor(quoted / each) : 0) + missing + missing / perGroup;
  const uris = {
    letter: pathToFileURL(join(folder, 'brief.brief.md')).href,
    reply: pathToFileURL(join(folder, 'antwoord.brief.md')).href,
  };
  try {
    writeFileSync(join(folder, 'brief.brief.md'), texts.letter);
    writeFileSync(join(folder, 'antwoord.brief.md'), texts.reply);
    const all = [];
    for (let round = 0; round < rounds; round++) all.push(await measureRound(round));
    return all;
  } finally {
    rmSync(folder, { recursive: true });
  }

  async function measureRound(round) {
    const names = inTurn(Object.keys(servers), round);
    const running = {};
    let findings = [];
    for (const name of names) {
      const server = await Server.start({ ...servers[name], root: pathToFileURL(folder).href });
      running[name] = server;
      await server.open(texts.letter, uris.letter);
      const found = await server.open(texts.reply, uris.reply);
      if (name === 'kamerbrief') findings = found;
    }
    for (const name of names)
      if (name !== 'kamerbrief') await running[name].request('bench/findings', { uri: uris.reply, findings });
    if (findings.length !== expected) throw new Error(`the reply has ${findings.length} findings`);
    const times = byName(
      kinds.map(({ name }) => name),
      () => byName(names, () => []),
    );
    for (const kind of kinds) {
      const n = quoted / 2 + 1;
      const lines = texts[kind.typed].split('\n');
      const line = lines.findIndex((one) => one.endsWith(kind.in(n)));
      const character = lines[line].indexOf(kind.word) + 3;
      const at = { line, character };
      const type = { range: { start: at, end: at }, text: 'x' };
      const undo = { range: { start: at, end: { line, character: character + 1 } }, text: '' };
      for (let sample = 0; sample < samples; sample++)
        for (const name of inTurn(names, sample)) {
          const server = running[name];
          const typing = server.prepare(type, uris[kind.typed]);
          const pressed = performance.now();
          server.send(typing);
          const found = await Promise.all(kind.pulls.map((of) => server.findings(uris[of])));
          times[kind.name][name].push(performance.now() - pressed);
          server.send(server.prepare(undo, uris[kind.typed]));
          const [left] = await Promise.all([server.findings(uris.reply), server.findings(uris.letter)]);
          if (name !== 'kamerbrief') continue;
          // Another word in the letter or in the quote is one more that deviates.
          const more = kind.in === sentence ? 1 : 0;
          const inReply = kind.pulls.indexOf('reply');
          if (inReply >= 0 && found[inReply].length !== findings.length + more)
            throw new Error(`${kind.name}: ${found[inReply].length} findings`);
          if (left.length !== findings.length) throw new Error(`${kind.name}, taken back: ${left.length}`);
        }
    }
    for (const name of names) await running[name].stop();
    return { times, findings: findings.length };
  }
}
