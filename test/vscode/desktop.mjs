import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { root } from './host.mjs';

/** The same suite in the desktop VS Code, where it can be downloaded. */
await runTests({
  extensionDevelopmentPath: root,
  extensionTestsPath: join(root, 'dist', 'test', 'suite.cjs'),
  launchArgs: ['--disable-extensions'],
});
