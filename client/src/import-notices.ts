import * as vscode from 'vscode';

/**
 * What an import was not sure of, at its lines in the Problems view. A notice goes when its line is edited, and all of a file
 * when the file is closed.
 */
export class ImportNotices {
  private readonly shown = vscode.languages.createDiagnosticCollection('kamerbrief-import');

  constructor(context: vscode.ExtensionContext) {
    context.subscriptions.push(
      this.shown,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri)),
      vscode.workspace.onDidChangeTextDocument((event) => this.follow(event)),
    );
  }

  /**
   * @param paths of the files that were written
   * @param told a notice a line, as the command line has them: `path:line: message`
   * @returns how many there are
   */
  show(paths: readonly string[], told: readonly string[]): number {
    let count = 0;
    for (const path of paths) {
      const own = told
        .filter((line) => line.startsWith(`${path}:`))
        .flatMap((line): vscode.Diagnostic[] => {
          const [, number, message] = /^(\d+): (.+)$/.exec(line.slice(path.length + 1)) ?? [];
          return message ? [noticeAt(Number(number) - 1, message)] : [];
        });
      this.shown.set(vscode.Uri.file(path), own);
      count += own.length;
    }
    return count;
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    let notices = this.shown.get(document.uri);
    if (!notices?.length || contentChanges.length === 0) return;
    for (const { range, text } of contentChanges) {
      const added = text.split('\n').length - 1 - (range.end.line - range.start.line);
      notices = notices
        .filter(({ range: { start } }) => start.line < range.start.line || start.line > range.end.line)
        .map((notice) =>
          notice.range.start.line > range.end.line
            ? noticeAt(notice.range.start.line + added, notice.message)
            : notice,
        );
    }
    this.shown.set(document.uri, notices);
  }
}

function noticeAt(line: number, message: string): vscode.Diagnostic {
  const wholeLine = new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
  const notice = new vscode.Diagnostic(wholeLine, message, vscode.DiagnosticSeverity.Warning);
  notice.source = 'Kamerbrief';
  return notice;
}
