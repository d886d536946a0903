import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './command.js';
import { newFileBeside, runWithProgress, savedFile, showFailure } from './program.js';

/** Begins the reply to the letter that is open: every question quoted and numbered, each answer open. */
export const beginReply: Command = {
  id: 'beginReply',
  async run(workbench, { input, out }: { input?: vscode.Uri; out?: vscode.Uri } = {}) {
    const letter = await savedFile(input);
    const target =
      letter &&
      (out ??
        (await newFileBeside(
          letter,
          say('antwoord.brief.md', 'reply.brief.md'),
          say('Waar komt de antwoordbrief?', 'Where does the reply go?'),
        )));
    if (!target) return;
    // The dialog has asked whether an existing file may be overwritten.
    const force = out ? [] : ['--force'];
    const made = await runWithProgress(workbench, say('De antwoordbrief beginnen…', 'Beginning the reply…'), [
      'new',
      'reply',
      letter.fsPath,
      '--out',
      target.fsPath,
      ...force,
    ]);
    if (made.ok) await vscode.window.showTextDocument(target, { preview: false });
    else
      showFailure(
        workbench,
        say('De antwoordbrief is niet begonnen', 'The reply was not begun'),
        made.message,
      );
  },
};
