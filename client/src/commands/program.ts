import { execFile } from 'node:child_process';
import { basename, isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { isDutch, say } from '../language.js';
import { documentAtHand } from '../letter-at-hand.js';
import { offerLog } from '../offer-log.js';
import type { Workbench } from './command.js';

/** `notices` is what is worth knowing although it went well. */
export type Outcome = { ok: true; output: string; notices: string } | { ok: false; message: string };

/** How the command line ends when the user can mend it: wrong usage, or a file that cannot be read or written. */
const toMend = 2;
/** Characters that the command line may say: a new document is told whole. */
const mostSaid = 64 * 1024 * 1024;

/**
 * Runs the command line that comes with the extension, and keeps what it said in the log. An empty message means that the
 * user stopped it.
 * @param cwd the folder that is open, below which other files may be read
 */
export function runProgram(
  { context, channel }: Workbench,
  args: string[],
  signal?: AbortSignal,
  cwd?: string,
): Promise<Outcome> {
  const program = join(context.extensionPath, 'dist', 'kamerbrief.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', KAMERBRIEF_LANGUAGE: isDutch() ? 'nl' : 'en' };
  const options = { env, signal, cwd, maxBuffer: mostSaid };
  channel.info(`kamerbrief ${args.join(' ')}`);
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
      const said = stderr.trim().replace(/^kamerbrief: /gm, '');
      if (said) channel[error ? 'error' : 'info'](said);
      if (!error) resolve({ ok: true, output: stdout.trim(), notices: said });
      else if (signal?.aborted) resolve({ ok: false, message: '' });
      else if (error.code === toMend && said) resolve({ ok: false, message: withShortNames(said, args) });
      else {
        channel.error(error);
        resolve({
          ok: false,
          message: say(
            'er ging iets mis in Kamerbrief zelf. Uw tekst is niet veranderd.',
            'something went wrong in Kamerbrief itself. Your text is unchanged.',
          ),
        });
      }
    });
  });
}

/** A message names files as the user knows them; the log has their whole paths. */
function withShortNames(message: string, args: readonly string[]): string {
  return args
    .filter((arg) => isAbsolute(arg))
    .reduce((text, path) => text.replaceAll(path, basename(path)), message);
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

/** Says what went wrong, and offers the log. Does not wait until the message is put away. */
export function showFailure({ channel }: Workbench, what: string, message: string): void {
  if (message) void offerLog(channel, vscode.window.showErrorMessage, `${what}: ${message}`);
}

/**
 * The file to work on, saved; nothing, and a message, if it has none.
 * @param chosen in a list of files; else it is the document at hand
 */
export async function savedFile(chosen?: vscode.Uri): Promise<vscode.Uri | null> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === chosen?.toString());
  if (chosen?.scheme === 'file' && !open) return chosen;
  const document = chosen ? open : documentAtHand();
  if (document?.languageId !== 'kamerbrief' || document.uri.scheme !== 'file') {
    void vscode.window.showInformationMessage(
      say(
        'Open eerst het stuk, en sla het op deze computer op.',
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
