import type * as vscode from 'vscode';
import type { ImportNotices } from '../import-notices.js';
import type { Preview } from '../preview/preview.js';
import { format } from './format.js';
import { goToFootnote } from './go-to-footnote.js';
import { insertFootnote } from './insert-footnote.js';
import { showPreview, showPreviewBeside } from './preview.js';
import { renumber } from './renumber.js';
import { showLog } from './show-log.js';
import { showWalkthrough } from './show-walkthrough.js';
import { useKamerbrief } from './use-kamerbrief.js';

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

/** What works wherever VS Code runs. */
export const commands: readonly Command[] = [
  useKamerbrief,
  showPreview,
  showPreviewBeside,
  renumber,
  insertFootnote,
  goToFootnote,
  format,
  showWalkthrough,
  showLog,
];
