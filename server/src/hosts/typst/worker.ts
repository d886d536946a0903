import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';
import {
  initSync,
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
  type TypstCompiler,
} from '@myriaddreamin/typst-ts-web-compiler';
import { missingFrom, type Coverage } from './fonts.js';
import type { Request, Response } from './job.js';

/** What the typesetter answers; it names what is wrong as `file:line:column: words`. */
interface Result {
  result?: Uint8Array;
  diagnostics?: string[];
}

/** The main file, and the form of its messages. */
const main = '/main.typ';
const plainWords = 2;

/** Sets one document, with the fonts that come along and nothing else: the typesetter has no file and no network. */
async function set({ folder, source, files }: Request): Promise<Response> {
  initSync({ module: brotliDecompressSync(readFileSync(join(folder, 'typst.wasm.br'))) });
  const fonts = readdirSync(join(folder, 'fonts'))
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => readFileSync(join(folder, 'fonts', name)));
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const broken = Object.entries(files).flatMap(([name, data]) => {
    compiler.map_shadow(name, data);
    return compile(compiler, `#image("${name}")`).result ? [] : [name];
  });
  const { result, diagnostics } = compile(compiler, source, [['broken', broken.join(' ')]]);
  if (!result) return { problem: diagnostics?.join('\n') ?? 'nothing was made' };
  return { pdf: result, broken: broken.length, missing: missingFrom(fonts.map(coverageOf), source) };
}

function compile(compiler: TypstCompiler, source: string, inputs?: [string, string][]): Result {
  compiler.add_source(main, source);
  try {
    return compiler.compile(main, inputs, 'pdf', plainWords) as Result;
  } catch (error) {
    return { diagnostics: [String(error)] };
  }
}

function coverageOf(font: Uint8Array): Coverage {
  const { info } = new TypstFontResolverBuilder().get_font_info(font) as { info: { coverage: Coverage }[] };
  return info[0].coverage;
}

set(workerData as Request).then(
  (response) => parentPort!.postMessage(response),
  (error: unknown) => parentPort!.postMessage({ problem: String(error) } satisfies Response),
);
