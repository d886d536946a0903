import { execFile } from 'node:child_process';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { isDutch, say } from '../language.js';
import type { Workbench } from './index.js';

/** `notices` is what is worth knowing although it went well. */
export type Outcome = { ok: true; output: string; notices: string } | { ok: false; message: string };

/**
 * Runs the command line that comes with the extension. An empty message means that the user stopped it.
 * @param cwd the folder that is open, below which other files may be read
 */
export function runProgram(
  { context }: Workbench,
  args: string[],
  signal?: AbortSignal,
  cwd?: string,
): Promise<Outcome> {
  const program = join(context.extensionPath, 'dist', 'kamerbrief.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', KAMERBRIEF_LANGUAGE: isDutch() ? 'nl' : 'en' };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env, signal, cwd }, (error, stdout, stderr) => {
      const said = stderr.trim().replace(/^kamerbrief: /gm, '');
      if (!error) resolve({ ok: true, output: stdout.trim(), notices: said });
      else
        resolve({
          ok: false,
          message: signal?.aborted ? '' : said || error.message,
        });
    });
  });
}

/** The same, with a notice of what is going on that can be stopped. */
export async function runWithProgress(
  workbench: Workbench,
  title: string,
  args: string[],
  cwd?: string,
): Promise<Outcome> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return runProgram(workbench, args, abort.signal, cwd);
    },
  );
}

/** Says what went wrong, and keeps it in the log. Does not wait until the message is put away. */
export function showFailure({ channel }: Workbench, what: string, message: string): void {
  if (!message) return;
  channel.error(message);
  void vscode.window.showErrorMessage(`${what}: ${message}`);
}

/** The file of the document that is being edited, saved; nothing, and a message, if it has none. */
export async function savedFile(): Promise<vscode.Uri | null> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'kamerbrief' || document.uri.scheme !== 'file') {
    void vscode.window.showInformationMessage(
      say(
        'Open eerst het stuk, en bewaar het op deze computer.',
        'Open the document first, and save it on this computer.',
      ),
    );
    return null;
  }
  return !document.isDirty || (await document.save()) ? document.uri : null;
}

/** A name for a new file beside another, as the user chooses it; with the question what to do if it exists. */
export async function newFileBeside(
  beside: vscode.Uri,
  name: string,
  title: string,
): Promise<vscode.Uri | null> {
  const folder = vscode.Uri.joinPath(beside, '..');
  const chosen = await vscode.window.showSaveDialog({ title, defaultUri: vscode.Uri.joinPath(folder, name) });
  return chosen ?? null;
}
