import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decode } from '../../server/src/documents/in/text/decode.js';
import { fileRequests } from '../../server/src/hosts/lsp/client-host.js';
import { largestLetter, type ReadAnswer } from '../../server/src/hosts/lsp/host.js';

/** Reads files for the server that are not on its machine: VS Code knows many kinds of folders, some far away. */
export function serveFiles(client: BaseLanguageClient): void {
  client.onRequest(fileRequests.read, ({ uri }: { uri: string }) => read(vscode.Uri.parse(uri)));
  client.onRequest(fileRequests.list, ({ uri }: { uri: string }) => list(vscode.Uri.parse(uri)));
}

async function read(uri: vscode.Uri): Promise<ReadAnswer> {
  if (!isOfFolder(uri)) return 'unknown';
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestLetter) return 'unreadable';
    const decoded = decode(await vscode.workspace.fs.readFile(uri));
    return decoded.ok ? { text: decoded.text } : 'unreadable';
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound'
      ? 'missing'
      : 'unreadable';
  }
}

async function list(uri: vscode.Uri): Promise<string[]> {
  if (!isOfFolder(uri)) return [];
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    return entries.filter(([, type]) => !(type & vscode.FileType.Directory)).map(([name]) => name);
  } catch {
    return [];
  }
}

/** What is shown out of the past of a file, as in a comparison, has no other files beside it. */
function isOfFolder(uri: vscode.Uri): boolean {
  return (
    vscode.workspace.getWorkspaceFolder(uri) !== undefined ||
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true
  );
}
