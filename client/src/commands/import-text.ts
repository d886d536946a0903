import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { say } from '../language.js';
import type { Command } from './index.js';

/** Brings in the text of a published consultation, with the command line that comes with the extension. */
export const importText: Command = {
  id: 'importText',
  async run({ context, channel }) {
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
    const title = say('Overleg importeren…', 'Importing consultation…');
    const written = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        return runImport(
          join(context.extensionPath, 'dist', 'kamerbrief.cjs'),
          input.fsPath,
          folder.fsPath,
          abort.signal,
        );
      },
    );
    if (written.ok)
      for (const path of written.files)
        await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
    else if (written.message) {
      channel.error(written.message);
      await vscode.window.showErrorMessage(
        say(
          `Importeren is niet gelukt: ${written.message}`,
          `The import did not succeed: ${written.message}`,
        ),
      );
    }
  },
};

type Written = { ok: true; files: string[] } | { ok: false; message: string };

function runImport(program: string, input: string, folder: string, signal: AbortSignal): Promise<Written> {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, 'import', input, '--out', folder],
      { env, signal },
      (error, stdout, stderr) => {
        if (!error) resolve({ ok: true, files: stdout.trim().split('\n') });
        else resolve({ ok: false, message: signal.aborted ? '' : stderr.trim() || error.message });
      },
    );
  });
}
