import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { say } from '../language.js';
import { showWhole } from '../whole-message.js';
import { saveParts } from './export.js';
import type { Command } from './command.js';
import { runWithProgress, savedFile, showFailure } from './program.js';

/**
 * Shows the document as it is printed in the browser, which can print; a page within VS Code cannot. The file is for this
 * once, and goes away with VS Code.
 */
export const print: Command = {
  id: 'print',
  async run(workbench, { out }: { out?: vscode.Uri } = {}) {
    const file = await savedFile(workbench.preview.active);
    if (!file || !(await saveParts())) return;
    const folder = out ? null : await mkdtemp(join(tmpdir(), 'kamerbrief-'));
    if (folder)
      workbench.context.subscriptions.push({ dispose: () => rm(folder, { recursive: true, force: true }) });
    const name = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/(?:\.brief)?\.md$/i, '');
    const target = out ?? vscode.Uri.file(join(folder!, `${name}.html`));
    const made = await runWithProgress(
      workbench,
      say('Afdruk maken…', 'Preparing to print…'),
      ['export', file.fsPath, '--to', 'html', '--out', target.fsPath],
      vscode.workspace.getWorkspaceFolder(file)?.uri.fsPath,
    );
    if (!made.ok)
      showFailure(workbench, say('Afdrukken is niet gelukt', 'Printing did not succeed'), made.message);
    else if (!out) await inBrowser(target);
  },
};

async function inBrowser(page: vscode.Uri): Promise<void> {
  // Where VS Code itself runs in a browser, the file is on another machine.
  const isOpen = vscode.env.uiKind === vscode.UIKind.Desktop && (await vscode.env.openExternal(page));
  showWhole(
    vscode.window.showInformationMessage,
    isOpen
      ? say(
          'Het stuk staat in uw browser. Druk het daar af met ctrl+p.',
          'The document is in your browser. Print it there with ctrl+p.',
        )
      : say(
          'Hier kan geen browser worden geopend. Kies ‘Exporteren…’ en druk het gemaakte bestand af.',
          'No browser can be opened here. Choose ‘Export…’ and print the file that it makes.',
        ),
  );
}
