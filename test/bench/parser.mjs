import { build } from 'esbuild';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { consultation } from './consultation.mjs';
import { editsAt, kinds, spotsOf } from './edits.mjs';
import { machine, milliseconds, size, table, times } from './page.mjs';
import { median } from './statistics.mjs';

const sizes = [74e3, 420e3, 1e6];
const rounds = 5;
const samples = 200;

/** The parsers on the same texts, as a page that says why the one was taken. */
export async function comparison() {
  const ours = await bundled();
  const rows = sizes.map((bytes) => ({ bytes, ...measure(consultation(bytes), ours) }));
  const last = rows.at(-1);
  return `# The parser

This page is written by \`npm run bench\`.

${machine()}

Kamerbrief parses with \`@lezer/markdown\`. The alternative was \`micromark\` with \`mdast-util-from-markdown\`, which most
tools for Markdown stand on, with its extension for tables and footnotes. Both read the same made-up replies
(\`test/bench/consultation.mjs\`); medians of ${rounds} fresh parses, and of ${samples} letters typed in the middle.

${table(
  [
    'size',
    'micromark, mdast',
    'lezer, all',
    'lezer, blocks only',
    'after a letter: micromark',
    'after a letter: Kamerbrief',
    'blocks',
    'blocks parsed again',
  ],
  ...rows.map(({ bytes, mdast, whole, blocks, letter, count, again }) => [
    size(bytes),
    milliseconds(mdast),
    milliseconds(whole),
    milliseconds(blocks),
    milliseconds(mdast),
    milliseconds(letter),
    count,
    again,
  ]),
)}

At ${size(last.bytes)} micromark takes ${times(last.mdast / last.blocks)} times what lezer takes for the blocks, and
${times(last.mdast / last.whole)} times what it takes for all. More than that, it has no way to parse a part of a text, so
that each letter costs a whole parse: ${milliseconds(last.mdast)} instead of ${milliseconds(last.letter)}. With lezer a parse
can begin at any block and stop at any later one; ours begins at a block that an edit cannot have reached, and stops
where a block begins that began there before. What stands inside a line is parsed when a block is read, and a block
that is parsed as it was before is not read again.

What micromark would have given: a tree with the words and places of every mark at once, and CommonMark to the letter. The
dialect needs less of it: no setext headings and no indented code, and comments that end at their own line.

Both found the same: ${last.references} references and ${last.definitions} footnotes at ${size(last.bytes)}.
`;
}

function measure(text, { Text, parseBlocks, parseChange, wholeParser }) {
  const rope = Text.of(text.split('\n'));
  const read = () => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const counted = count(read());
  const inLezer = countLezer(wholeParser.parse(text));
  if (counted.references !== inLezer.references || counted.definitions !== inLezer.definitions)
    throw new Error('the parsers do not agree');
  const old = parseBlocks(rope, 0, rope.length);
  const { at, again } = typeLetters(rope, old, { Text, parseChange }, text);
  return {
    mdast: timed(read),
    whole: timed(() => wholeParser.parse(text)),
    blocks: timed(() => parseBlocks(rope, 0, rope.length)),
    letter: median(at),
    again,
    count: old.length,
    ...counted,
  };
}

/** Types at one place and takes it back, in the middle; the blocks before are those of the text before. */
function typeLetters(rope, old, { Text, parseChange }, text) {
  const { type } = editsAt(spotsOf(text)[1], kinds[0]);
  const { line, character } = type.range.start;
  const from = rope.line(line + 1).from + character;
  const after = rope.replace(from, from, Text.of([type.text]));
  const at = [];
  let again = 0;
  for (let i = 0; i < samples; i++) {
    const start = performance.now();
    const { nodes } = parseChange(old, rope, after, 0, { from, to: from }, type.text.length, -1);
    at.push(performance.now() - start);
    again = nodes.length;
  }
  return { at, again };
}

function timed(run) {
  const taken = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  // The first is slower: the code is being compiled.
  return median(taken.slice(1));
}

function count(tree) {
  const found = { references: 0, definitions: 0 };
  const visit = ({ type, children = [] }) => {
    if (type === 'footnoteReference') found.references++;
    if (type === 'footnoteDefinition') found.definitions++;
    children.forEach(visit);
  };
  visit(tree);
  return found;
}

function countLezer(tree) {
  const found = { references: 0, definitions: 0 };
  tree.iterate({
    enter({ name }) {
      if (name === 'FootnoteReference') found.references++;
      if (name === 'FootnoteDefinition') found.definitions++;
    },
  });
  return found;
}

/** The parser as the product has it. */
async function bundled() {
  const outfile = resolve('dist/bench/parser.mjs');
  await build({
    stdin: {
      contents: `export { Text } from './server/src/text/text.js';
        export { parseBlocks, parseChange } from './server/src/syntax/blocks.js';
        export { inlineParser as wholeParser } from './server/src/syntax/markdown.js';`,
      resolveDir: '.',
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
