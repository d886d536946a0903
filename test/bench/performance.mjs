import { machine, milliseconds, size, table, times, writePage } from './page.mjs';
import { exponent, median, quantile } from './statistics.mjs';
import { versions } from './servers.mjs';

/** As they stand in the tables. */
const titles = {
  kamerbrief: 'Kamerbrief',
  string: 'bare, string',
  rope: 'bare, rope',
  markdown: 'VS Code’s Markdown',
  remark: 'remark',
  rumdl: 'rumdl',
};
const names = Object.keys(titles);
const others = names.slice(1);

/** What is aimed at, as ratios to the bare server that keeps a string; `most` fails the run. */
const aims = [
  { kind: 'a letter in a word', aim: 2, most: 4 },
  { kind: 'a new footnote reference', aim: 3 },
  { kind: 'a new line', aim: 3 },
];

/** @returns whether no limit was passed */
export async function writePerformance(path, measured) {
  const {
    results,
    large,
    many,
    pairs,
    pair,
    workspace,
    checking,
    steady,
    hostile,
    profile,
    rounds,
    samples,
  } = measured;
  const atLarge = results.find(({ bytes }) => bytes === large).rounds;
  const found = many[0].findings;
  const checks = [
    ...aims.map(({ kind, aim, most }) => ({ what: kind, value: typed(atLarge, kind, 'string'), aim, most })),
    { what: `a letter, with ${found} findings`, value: typed(many, aims[0].kind, 'string'), aim: 2 },
    ...pairKinds(pairs.alike).map((kind) => ({
      what: `${kind}, of ${pair.questions} questions`,
      value: pairRatio(pairs.alike, kind),
      aim: 2,
    })),
    { what: 'opening, from the start of the server', value: opened(atLarge, 'start', 'string'), aim: 3 },
    { what: 'opening, in a server that runs', value: opened(atLarge, 'open', 'string'), aim: 3 },
    { what: 'peak of memory', value: memory(atLarge, 'string'), aim: 2 },
    {
      what: `checking a megabyte of ${checking.files} files, beside rumdl`,
      value: perMegabyte(checking, 'kamerbrief') / perMegabyte(checking, 'rumdl'),
      aim: 1.5,
    },
  ];
  const faster = [
    {
      what: 'a letter, beside VS Code’s Markdown',
      value: 1 / typed(atLarge, aims[0].kind, 'markdown'),
      aim: 40,
    },
    { what: 'a letter, beside remark', value: 1 / typed(atLarge, aims[0].kind, 'remark'), aim: 100 },
    {
      what: 'checking a megabyte, beside remark',
      value: perMegabyte(checking, 'remark') / perMegabyte(checking, 'kamerbrief'),
      aim: 10,
    },
  ];
  await writePage(
    path,
    `# Performance

This page is written by \`npm run bench\`, which takes about twenty minutes.

${machine()}

## How it is measured

The built server runs as a process of its own and is spoken to over standard input and output, as an editor does: a
change, and at once the question for the findings. The time is that from sending the change to having read the answer.
Every answer is checked: each finding must stand where the edit has moved it to, a footnote without a text must be
found, and all must be as before when the edit is taken back.

Beside it run two bare servers, built in the same way and with the same library, that only keep the text and answer with
no findings: one keeps it as a string with the offsets of its lines, as most servers do, the other as a rope of lines,
as Kamerbrief does. They write as the library does, a header and then the message; Kamerbrief writes both at once. And
three that people use on such text today, with all their rules on:
\`vscode-markdown-languageserver\` ${versions['vscode-markdown-languageserver']}, which checks links in VS Code;
\`unified-language-server\` ${versions['unified-language-server']} with remark and its recommended rules; and
\`rumdl server\` ${versions.rumdl}, which is native code. Of each of these one finding is followed: a link that leads
nowhere, or a line that is too long for it, must be found where the edit has moved it to.

There are ${rounds} rounds, in each of which every server is a new process, and edits go to them in turn, each kind near the
start, the middle and the end of the text (${names.map((name) => `${titles[name]} ${samples[name]} times`).join(', ')}). A ratio is
that of the medians of a round; what stands here is the median of the rounds. A round in which one of these three gives no answer for a
minute is done anew.

The texts are made up: a reply with groups, questions and sub-questions, answers, footnotes, citations,
cross-references, lists and tables (\`test/bench/consultation.mjs\`). A real consultation of 2024 has 74 kB.

## What was aimed at, at ${size(large)}

${table(
  ['', 'aim: at most', 'measured', ''],
  ...checks.map(({ what, aim, value }) => [what, `${aim} ×`, `${times(value)} ×`, verdict(value <= aim)]),
)}

Ratios are to the bare server that keeps a string, unless another is named.

${table(
  ['', 'aim: faster by at least', 'measured', ''],
  ...faster.map(({ what, aim, value }) => [what, `${aim} ×`, `${times(value)} ×`, verdict(value >= aim)]),
)}

## From key to findings

The ratios are Kamerbrief’s time to that of the other.

${table(
  [
    'size',
    'edit',
    'median',
    '95 of 100 within',
    ...others.map((name) => `× ${titles[name]}`),
    'worst place, × string',
  ],
  ...results.flatMap(({ bytes, rounds: all }) => typingRows(size(bytes), all, others)),
  ...typingRows(`${size(large)}, ${found} findings`, many, ['string', 'rope']),
)}

With ${found} findings the bare servers send as many. A new paragraph cuts a block in two, so that all that is
drawn from the whole document is drawn anew; the other edits leave that alone.

What each takes for a letter in a word, the median of all places:

${table(
  ['size', ...names.map((name) => titles[name])],
  ...results.map(({ bytes, rounds: all }) => [
    size(bytes),
    ...names.map((name) => milliseconds(median(editTimes(all, aims[0].kind, name)))),
  ]),
)}

## A letter and its reply

Both have ${pair.questions} questions and are open; the reply is held against the letter. The bare servers have both open
and send as many findings. At first the reply quotes every question as it is, then some of them with another word, and at
last it lacks half of them. In the editor the reply is asked for a tenth of a second after the last key in the letter.

${table(
  ['', 'findings', 'Kamerbrief', '× string', '× rope'],
  ...Object.values(pairs).flatMap((all) =>
    pairKinds(all).map((kind) => [
      kind,
      all[0].findings,
      milliseconds(median(all.flatMap((round) => round.times[kind].kamerbrief))),
      times(pairRatio(all, kind)),
      times(pairRatio(all, kind, 'rope')),
    ]),
  ),
)}

## Opening, memory, and other requests

${table(
  ['size', 'open to findings', ...others.map((name) => `× ${titles[name]}`)],
  ...results.map(({ bytes, rounds: all }) => [
    size(bytes),
    milliseconds(median(all.map((round) => round.kamerbrief.open))),
    ...others.map((name) => times(opened(all, 'open', name))),
  ]),
)}

${table(
  ['size', 'from the start of the server', ...others.map((name) => `× ${titles[name]}`)],
  ...results.map(({ bytes, rounds: all }) => [
    size(bytes),
    milliseconds(median(all.map((round) => round.kamerbrief.start))),
    ...others.map((name) => times(opened(all, 'start', name))),
  ]),
)}

Opening reads every word once; a bare server reads none. The memory is that after all edits:

${table(
  ['size', 'peak of memory', ...others.map((name) => `× ${titles[name]}`)],
  ...results.map(({ bytes, rounds: all }) => [
    size(bytes),
    all[0].kamerbrief.peak
      ? `${Math.round(median(all.map((round) => round.kamerbrief.peak)) / 1e6)} MB`
      : 'not told',
    ...others.map((name) => (all[0].kamerbrief.peak ? times(memory(all, name)) : '')),
  ]),
)}

Memory after many edits of a text of 74 kB, of every kind and at every place:

${table(
  ['edits', ...steady.marks],
  [
    'memory',
    ...steady.memory.map((bytes) => (bytes === null ? 'not told' : `${Math.round(bytes / 1e6)} MB`)),
  ],
)}

${table(
  ['size', 'the text of a footnote', 'the outline', 'VS Code’s Markdown, the outline'],
  ...results.map(({ bytes, rounds: all }) => [
    size(bytes),
    milliseconds(median(all.flatMap((round) => round.kamerbrief.definition))),
    milliseconds(median(all.flatMap((round) => round.kamerbrief.outline))),
    milliseconds(median(all.flatMap((round) => round.markdown.outline))),
  ]),
)}

## Many files

In a folder of ${checking.files} letters (${size(checking.size)}) a letter typed in an open one of 74 kB takes
${milliseconds(median(workspace.among))}, and ${milliseconds(median(workspace.alone))} where it stands alone: ${times(
      median(workspace.among) / median(workspace.alone),
    )} times as long. The symbols of the workspace are answered in ${milliseconds(median(workspace.symbols))}${
      workspace.read === null
        ? ''
        : `, and the server read ${Math.round(workspace.read / 1000)} kB in all that time, the questions of the editor among them`
    }.

\`kamerbrief check\` on that folder, all cores at work, beside \`rumdl check\` (native code) on the same, and remark with its
recommended rules on a hundredth of it:

${table(
  ['', 'seconds', 'milliseconds a megabyte', 'peak of memory'],
  ...['kamerbrief', 'rumdl', 'remark'].map((name) => [
    titles[name],
    median(checking[name].map(({ seconds }) => seconds)).toFixed(1),
    Math.round(1000 * perMegabyte(checking, name)),
    checking[name][0].peak
      ? `${Math.round(median(checking[name].map(({ peak }) => peak)) / 1e6)} MB`
      : 'not told',
  ]),
)}

## Hostile text

${hostile.length} texts of ${size(large)} that no one writes but a broken tool or an attacker may (\`test/unit/hostile-texts.ts\`): footnote
marks that never end, lists in lists, one line, aliases of aliases, halves of characters. From opening to findings, once each:
${hostile.filter(({ time }) => time <= 1000).length} within a second, ${hostile.filter(({ time }) => time <= 2000).length} within two. All take time in proportion to their length; the slowest are those in which nearly every
line is a block of its own, a hundred thousand of them and more:

${table(
  ['', 'seconds', 'findings'],
  ...hostile
    .toSorted((a, b) => b.time - a.time)
    .slice(0, 8)
    .map(({ name, time, findings }) => [name, (time / 1000).toFixed(1), findings]),
)}

## How it grows

The exponent of growth over the sizes: 0 does not grow, 1 grows in proportion to the text.

${table(
  ['', ...names.map((name) => titles[name])],
  ...aims.map(({ kind }) => [
    kind,
    ...names.map((name) => growth(results, ({ rounds: all }) => median(editTimes(all, kind, name)))),
  ]),
  [
    'opening',
    ...names.map((name) =>
      growth(results, ({ rounds: all }) => median(all.map((round) => round[name].open))),
    ),
  ],
)}

## Where the time goes

A letter in a word at ${size(large)}, by the profiler, waiting aside: ${milliseconds(total(profile) / 1000)} a keystroke.

${table(
  ['', 'microseconds', 'share'],
  ...profile.map(([part, time]) => [part, Math.round(time), `${Math.round((100 * time) / total(profile))}%`]),
)}

A letter parses from a block that stands clear of it to one that begins where it began before; the facts of that one
block are read again; and since they say the same to the rest of the document, no list of the model is replaced and no
rule runs.
`,
  );
  return checks.every(({ value, most = Infinity }) => value <= most);
}

function verdict(reached) {
  return reached ? 'reached' : '**not reached**';
}

/** All single edits of a kind, over rounds and places. */
function editTimes(all, kind, name) {
  return all.flatMap((round) => round[name].edits[kind].flat());
}

/** Kamerbrief’s time for an edit to that of another, at one place or all. */
function typed(all, kind, other, place) {
  const own = (round, name) => {
    const { [kind]: places } = round[name].edits;
    return median(place === undefined ? places.flat() : places[place]);
  };
  return median(all.map((round) => own(round, 'kamerbrief') / own(round, other)));
}

function typingRows(title, all, beside) {
  return Object.keys(all[0].kamerbrief.edits).map((kind) => [
    title,
    kind,
    milliseconds(median(editTimes(all, kind, 'kamerbrief'))),
    milliseconds(quantile(editTimes(all, kind, 'kamerbrief'), 0.95)),
    ...others.map((name) =>
      beside.includes(name) && editTimes(all, kind, name).length > 0 ? times(typed(all, kind, name)) : '',
    ),
    times(Math.max(...[0, 1, 2].map((place) => typed(all, kind, 'string', place)))),
  ]);
}

function opened(all, from, other) {
  return median(all.map((round) => round.kamerbrief[from] / round[other][from]));
}

function memory(all, other) {
  return median(all.map((round) => round.kamerbrief.peak / round[other].peak));
}

function pairKinds(all) {
  return Object.keys(all[0].times);
}

function pairRatio(all, kind, other = 'string') {
  return median(all.map(({ times: { [kind]: of } }) => median(of.kamerbrief) / median(of[other])));
}

/** Seconds. */
function perMegabyte(checking, name) {
  const bytes = name === 'remark' ? checking.part : checking.size;
  return median(checking[name].map(({ seconds }) => seconds)) / (bytes / 1e6);
}

function growth(results, costOf) {
  return exponent(
    results.map(({ bytes }) => bytes),
    results.map(costOf),
  ).toFixed(2);
}

function total(profile) {
  return profile.reduce((sum, [, time]) => sum + time, 0);
}
