import type * as vscode from 'vscode';
import { format } from './format.js';
import { importText } from './import-text.js';
import { showLog } from './show-log.js';
import { useKamerbrief } from './use-kamerbrief.js';

export interface Workbench {
  context: vscode.ExtensionContext;
  channel: vscode.LogOutputChannel;
}

export interface Command {
  id: string;
  run(workbench: Workbench): Promise<void> | void;
}

export const commands: readonly Command[] = [useKamerbrief, format, importText, showLog];
