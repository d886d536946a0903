import * as vscode from 'vscode';
import { say } from '../language.js';
import { offerLog } from '../offer-log.js';
import type { Command, Workbench } from './command.js';

/** Runs a command; what nobody foresaw, such as a server that is gone, is one message too, and not the English of a program. */
export async function attempt({ id, run }: Command, workbench: Workbench, given?: object): Promise<void> {
  try {
    // A menu on a file gives the file; that of the preview gives a name of VS Code's own for it.
    const isPreview = given instanceof vscode.Uri && given.scheme === 'webview-panel';
    const options = given instanceof vscode.Uri ? { input: given } : given;
    await run(workbench, isPreview ? undefined : options);
  } catch (error) {
    workbench.channel.error(`${id}:`, error);
    void offerLog(
      workbench.channel,
      vscode.window.showErrorMessage,
      say(
        'Dit is niet gelukt: er ging iets mis in Kamerbrief zelf. Probeer het nog eens. Gaat het weer mis, geef dan het logboek aan uw beheerder.',
        'This did not work: something went wrong in Kamerbrief itself. Try again. If it goes wrong again, give the log to your administrator.',
      ),
    );
  }
}
