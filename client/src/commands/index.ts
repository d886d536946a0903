import type * as vscode from 'vscode';
import type { ImportNotices } from '../import-notices.js';
import { beginReply } from './begin-reply.js';
import { exportDocument } from './export.js';
import { format } from './format.js';
import { goToFootnote } from './go-to-footnote.js';
import { importDocument } from './import-document.js';
import { insertFootnote } from './insert-footnote.js';
import { makeReport } from './make-report.js';
import { renumber } from './renumber.js';
import { showLog } from './show-log.js';
import { useKamerbrief } from './use-kamerbrief.js';

export interface Workbench {
  context: vscode.ExtensionContext;
  channel: vscode.LogOutputChannel;
  importNotices: ImportNotices;
}

export interface Command {
  id: string;
  /** @param options given by another program that calls the command, instead of what would be asked of the user */
  run(
    workbench: Workbench,
    options?: { input?: vscode.Uri; out?: vscode.Uri; text?: string; label?: string },
  ): Promise<void> | void;
}

export const commands: readonly Command[] = [
  useKamerbrief,
  beginReply,
  makeReport,
  exportDocument,
  renumber,
  insertFootnote,
  goToFootnote,
  format,
  importDocument,
  showLog,
];
