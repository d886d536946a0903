import { build, context } from 'esbuild';
import { chmod, rm } from 'node:fs/promises';

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  sourcemap: 'linked',
  legalComments: 'none',
};
/** VS Code loads these itself. */
const inEditor = { ...shared, format: 'cjs', external: ['vscode'] };
/** What packages of the older kind find around them. */
const olderKind = `
import { createRequire as requireOf } from 'node:module';
import { fileURLToPath as pathOf } from 'node:url';
const require = requireOf(import.meta.url);
const __filename = pathOf(import.meta.url);
const __dirname = pathOf(new URL('.', import.meta.url));`;
const bundles = [
  // The language server and the command line share their code; what only one command needs is read when it is asked for.
  {
    ...shared,
    entryPoints: {
      server: 'server/src/hosts/lsp/main.ts',
      kamerbrief: 'server/src/hosts/cli/main.ts',
      'check-worker': 'server/src/hosts/cli/check-worker.ts',
    },
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    minify: true,
    banner: { js: `#!/usr/bin/env node\n${olderKind}` },
  },
  { ...inEditor, entryPoints: ['client/src/node.ts'], outfile: 'dist/client.cjs', minify: true },
  { ...inEditor, entryPoints: ['test/vscode/suite.ts'], outfile: 'dist/test/suite.cjs' },
];

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await rm('dist', { recursive: true, force: true });
  await Promise.all(bundles.map((options) => build(options)));
  await chmod('dist/kamerbrief.js', 0o755);
}
