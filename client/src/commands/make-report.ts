import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';
import { newFileBeside, runWithProgress, savedFile, showFailure } from './program.js';

/** Begins the report on the reply that is open and the letter that it names; or on a letter and a reply of choice. */
export const makeReport: Command = {
  id: 'makeReport',
  async run(workbench, { input, out }: { input?: vscode.Uri; out?: vscode.Uri } = {}) {
    const reply = await savedFile(input);
    const target =
      reply &&
      (out ??
        (await newFileBeside(
          reply,
          say('verslag.brief.md', 'report.brief.md'),
          say('Waar komt het verslag?', 'Where does the report go?'),
        )));
    if (!target) return;
    const rest = ['--out', target.fsPath, ...(out ? [] : ['--force'])];
    const made = await runWithProgress(workbench, say('Het verslag maken…', 'Making the report…'), [
      'new',
      'report',
      reply.fsPath,
      ...rest,
    ]);
    if (made.ok) await vscode.window.showTextDocument(target, { preview: false });
    else showFailure(workbench, say('Het verslag is niet gemaakt', 'The report was not made'), made.message);
  },
};
