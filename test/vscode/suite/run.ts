import * as vscode from 'vscode';
import { tests } from './harness.js';

/** Runs the tests that were imported, inside VS Code. */
export async function run(): Promise<void> {
  let failed = 0;
  for (const [name, body] of tests) {
    try {
      await body();
      console.log(`  ok ${name}`);
    } catch (error) {
      failed++;
      console.log(`  FAILED ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    } finally {
      await closeAll();
    }
  }
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  if (failed) throw new Error(`${failed} failed`);
}

async function closeAll(): Promise<void> {
  while (vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
