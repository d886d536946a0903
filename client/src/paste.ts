import * as vscode from 'vscode';
import { say } from './language.js';

/** The little that is needed of what VS Code has since 1.97; older versions paste plain text. */
interface PasteKind {
  append(...parts: string[]): PasteKind;
}
interface PasteEdit {
  insertText: string;
  additionalEdit?: vscode.WorkspaceEdit;
}
interface WithPaste {
  DocumentPasteEdit?: new (insertText: string, title: string, kind: PasteKind) => PasteEdit;
  DocumentDropOrPasteEditKind?: { Empty: PasteKind };
  languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: { provideDocumentPasteEdits: typeof provide },
      metadata: { providedPasteEditKinds: PasteKind[]; pasteMimeTypes: string[] },
    ): vscode.Disposable;
  };
}
const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as WithPaste;

/** What the server makes of HTML; nothing where plain text says it all. */
interface Answer {
  insert: string;
  elsewhere: { range: vscode.Range; newText: string }[];
}

/** Offers what is pasted from Word or a web page with its bold, lists, tables and footnotes. Plain text stays a choice. */
export function registerPaste(): vscode.Disposable[] {
  if (!languages.registerDocumentPasteEditProvider || !DocumentDropOrPasteEditKind) return [];
  try {
    return [
      languages.registerDocumentPasteEditProvider(
        { language: 'kamerbrief' },
        { provideDocumentPasteEdits: provide },
        { providedPasteEditKinds: [kind()], pasteMimeTypes: ['text/html'] },
      ),
    ];
  } catch {
    // Before 1.97 it may be there, and refuse.
    return [];
  }
}

function kind(): PasteKind {
  return DocumentDropOrPasteEditKind!.Empty.append('kamerbrief');
}

async function provide(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  data: vscode.DataTransfer,
  _context: unknown,
  token: vscode.CancellationToken,
): Promise<PasteEdit[] | undefined> {
  const isOn = vscode.workspace.getConfiguration('kamerbrief', document).get('paste.keepLayout', true);
  // What was copied in VS Code is text of the dialect already.
  if (!isOn || ranges.length !== 1 || data.get('vscode-editor-data')) return undefined;
  const html = await data.get('text/html')?.asString();
  if (!html || token.isCancellationRequested) return undefined;
  const plain = (await data.get('text/plain')?.asString()) ?? '';
  const { version } = document;
  const uri = document.uri.toString();
  const [{ start, end }] = ranges;
  const range = {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
  const made = await vscode.commands.executeCommand<Answer | null>('_kamerbrief.paste', {
    uri,
    range,
    html,
    plain,
  });
  if (!made || document.version !== version || token.isCancellationRequested) return undefined;
  const edit = new DocumentPasteEdit!(
    made.insert,
    say('Met opmaak en voetnoten', 'With layout and footnotes'),
    kind(),
  );
  edit.additionalEdit = new vscode.WorkspaceEdit();
  for (const { range: at, newText } of made.elsewhere)
    edit.additionalEdit.replace(
      document.uri,
      new vscode.Range(at.start.line, at.start.character, at.end.line, at.end.character),
      newText,
    );
  return [edit];
}
