import type * as vscode from 'vscode';
import type { ImportNotices } from '../import-notices.js';
import type { Preview } from '../preview/preview.js';

/** What commands work with. */
export interface Workbench {
  context: vscode.ExtensionContext;
  channel: vscode.LogOutputChannel;
  importNotices: ImportNotices;
  preview: Preview;
}

export interface Command {
  id: string;
  /**
   * @param options given by another program that calls the command, instead of what would be asked of the user; `input` is
   * also the file that was chosen in a list
   */
  run(
    workbench: Workbench,
    options?: { input?: vscode.Uri; out?: vscode.Uri; text?: string; label?: string },
  ): Promise<void> | void;
}
