import { build, context } from 'esbuild';
import { chmod } from 'node:fs/promises';

/** Four bundles: the language server, the command line, the extension, and the suite that runs inside VS Code. */
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  sourcemap: 'linked',
  legalComments: 'none',
};
const bundles = [
  { ...shared, entryPoints: ['server/src/hosts/lsp/main.ts'], outfile: 'dist/server.cjs', format: 'cjs' },
  {
    ...shared,
    entryPoints: ['server/src/hosts/cli/main.ts'],
    outfile: 'dist/kamerbrief.cjs',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    entryPoints: ['client/src/node.ts'],
    outfile: 'dist/client.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...shared,
    entryPoints: ['test/vscode/suite.ts'],
    outfile: 'dist/test/suite.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
];

if (process.argv.includes('--watch')) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
  await chmod('dist/kamerbrief.cjs', 0o755);
}
