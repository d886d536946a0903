import { machine, milliseconds, size, table, times, writePage } from './page.mjs';
import { exponent, median, quantile } from './statistics.mjs';

/** What is aimed at, as ratios to the bare server that keeps a string; `most` fails the run. */
const aims = [
  { name: 'a letter in a word', aim: 2, most: 4 },
  { name: 'a new footnote reference', aim: 3 },
  { name: 'a new line', aim: 3 },
];

/** @returns whether no limit was passed */
export async function writePerformance(path, { results, many, large, profile, rounds, samples }) {
  const atLarge = results.find(({ bytes }) => bytes === large);
  const checks = [
    ...aims.map(({ name, aim, most }) => {
      const typed = summaryOf(atLarge.keystrokes.find(({ kind }) => kind.name === name));
      return { name, value: typed.string, aim, most };
    }),
    { name: `a letter, with ${many.findings} findings`, value: summaryOf(many.keystrokes[0]).string, aim: 2 },
    {
      name: 'opening, from the start of the server',
      value: ratio(atLarge.opening, 'start', 'string'),
      aim: 3,
    },
    { name: 'opening, in a server that runs', value: ratio(atLarge.opening, 'open', 'string'), aim: 3 },
    { name: 'peak of memory', value: atLarge.peak.kamerbrief / atLarge.peak.string, aim: 2 },
  ];
  await writePage(
    path,
    `# Performance

This page is written by \`npm run bench\`.

${machine()}

## How it is measured

The built server runs as a process of its own and is spoken to over standard input and output, as an editor does: a
change, and at once the question for the findings. The time is that from sending the change to having read the answer.
Every answer is checked: each finding must stand where the edit has moved it to, a footnote without a text must be
found, and all must be as before when the edit is taken back.

Beside it run two bare servers, built in the same way and with the same library, that only keep the text and answer with
no findings: one keeps it as a string with the offsets of its lines, as most servers do, the other as a rope of lines,
as Kamerbrief does. Edits go to the three in turn. A ratio is the median of the ratios of single edits, so that what
else the machine does falls on all alike. Each kind of edit is done ${samples} times near the start, the middle and the
end of the text; opening is done ${rounds} times, each time in a new process.

The texts are made up: a reply with groups, questions and sub-questions, answers, footnotes, citations,
cross-references, lists and tables (\`test/bench/consultation.mjs\`). A real consultation of 2024 has 74 kB.

## What was aimed at, at ${size(large)}

${table(
  ['', 'aim: at most', 'measured', ''],
  ...checks.map(({ name, aim, value }) => [
    name,
    `${aim} ×`,
    `${times(value)} ×`,
    value <= aim ? 'reached' : '**not reached**',
  ]),
)}

Ratios are to the bare server that keeps a string.

## From key to findings

${table(
  [
    'size',
    'edit',
    'median',
    '95 of 100 within',
    '× string',
    '× rope',
    'worst place, × string',
    'string, median',
    'rope, median',
  ],
  ...results.flatMap(({ bytes, keystrokes }) => keystrokes.map((typed) => [size(bytes), ...cellsOf(typed)])),
  ...many.keystrokes.map((typed) => [`${size(large)}, ${many.findings} findings`, ...cellsOf(typed)]),
)}

With ${many.findings} findings the bare servers send as many. A new paragraph cuts a block in two, so that all that is
drawn from the whole document is drawn anew; the other edits leave that alone.

## Opening and memory

${table(
  [
    'size',
    'open to findings',
    '× string',
    '× rope',
    'from the start of the server',
    '× string',
    '× rope',
    'peak of memory',
    '× string',
    '× rope',
  ],
  ...results.map(({ bytes, opening, peak }) => [
    size(bytes),
    ...['open', 'start'].flatMap((from) => [
      milliseconds(median(opening.kamerbrief[from])),
      times(ratio(opening, from, 'string')),
      times(ratio(opening, from, 'rope')),
    ]),
    ...(peak.kamerbrief
      ? [
          `${Math.round(peak.kamerbrief / 1e6)} MB`,
          times(peak.kamerbrief / peak.string),
          times(peak.kamerbrief / peak.rope),
        ]
      : ['not told', '', '']),
  ]),
)}

Opening reads every word once; a bare server reads none. The memory is that after all edits.

## How it grows

The exponent of growth over the sizes: 0 does not grow, 1 grows in proportion to the text.

${table(
  ['', 'Kamerbrief', 'bare, string', 'bare, rope'],
  ...results[0].keystrokes.map(({ kind }, i) => [
    kind.name,
    ...['kamerbrief', 'string', 'rope'].map((name) =>
      growth(results, ({ keystrokes }) => median(keystrokes[i].places.flatMap((times) => times[name]))),
    ),
  ]),
  [
    'opening',
    ...['kamerbrief', 'string', 'rope'].map((name) =>
      growth(results, ({ opening }) => median(opening[name].open)),
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

/** Ratios of single edits, over all places. */
function summaryOf({ places }) {
  const ratios = (name) =>
    places.flatMap((times) => times.kamerbrief.map((time, i) => time / times[name][i]));
  return { string: median(ratios('string')), rope: median(ratios('rope')) };
}

function cellsOf({ kind, places }) {
  const all = (name) => places.flatMap((times) => times[name]);
  const { string, rope } = summaryOf({ places });
  const worst = Math.max(...places.map((times) => summaryOf({ places: [times] }).string));
  return [
    kind.name,
    milliseconds(median(all('kamerbrief'))),
    milliseconds(quantile(all('kamerbrief'), 0.95)),
    times(string),
    times(rope),
    times(worst),
    milliseconds(median(all('string'))),
    milliseconds(median(all('rope'))),
  ];
}

function ratio(opening, from, name) {
  return median(opening.kamerbrief[from].map((time, i) => time / opening[name][from][i]));
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
