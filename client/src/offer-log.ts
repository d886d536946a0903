import type * as vscode from 'vscode';
import { say } from './language.js';

/** A message, with a button for the details. @param more buttons that do something else, by their words */
export async function offerLog(
  channel: vscode.LogOutputChannel,
  show: (message: string, ...buttons: string[]) => Thenable<string | undefined>,
  message: string,
  more: Readonly<Record<string, () => unknown>> = {},
): Promise<void> {
  const log = say('Logboek tonen', 'Show the log');
  const chosen = await show(message, ...Object.keys(more), log);
  if (chosen === log) channel.show();
  else if (chosen !== undefined) await more[chosen]();
}
