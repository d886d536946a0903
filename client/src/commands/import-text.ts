import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './index.js';
import { runWithProgress, showFailure } from './program.js';

/** Brings in the text of a published consultation, with the command line that comes with the extension. */
export const importText: Command = {
  id: 'importText',
  async run(workbench) {
    const [input] =
      (await vscode.window.showOpenDialog({
        title: say('Welke tekst wilt u importeren?', 'Which text do you want to import?'),
        filters: { Tekst: ['txt'] },
      })) ?? [];
    const [folder] = input
      ? ((await vscode.window.showOpenDialog({
          title: say('In welke map komen de bestanden?', 'Which folder do the files go to?'),
          canSelectFolders: true,
          canSelectFiles: false,
        })) ?? [])
      : [];
    if (!input || !folder) return;
    const made = await runWithProgress(workbench, say('Overleg importeren…', 'Importing consultation…'), [
      'import',
      input.fsPath,
      '--out',
      folder.fsPath,
    ]);
    if (!made.ok)
      showFailure(workbench, say('Importeren is niet gelukt', 'The import did not succeed'), made.message);
    else
      for (const path of made.output.split('\n'))
        await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
  },
};
