import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './harness.js';

test('what runs is the installed extension, and not the source', () => {
  const { extensionUri } = vscode.extensions.getExtension('kamerbrief.kamerbrief')!;
  assert.match(extensionUri.path, /\/extensions\/kamerbrief\.kamerbrief-\d[^/]*$/);
  return Promise.resolve();
});
