import * as vscode from 'vscode';
import type { BaseLanguageClient, ProvideCodeLensesSignature } from 'vscode-languageclient';

const showReferences = 'editor.action.showReferences';

/** Commands of VS Code that the server may put behind a click. */
export const editorCommands: readonly string[] = [showReferences];

/** The server sends places as the protocol writes them; the commands of VS Code ask for objects of its own. */
export function codeLensMiddleware(client: () => BaseLanguageClient) {
  return async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    next: ProvideCodeLensesSignature,
  ): Promise<vscode.CodeLens[] | null | undefined> => {
    const lenses = await next(document, token);
    for (const { command } of lenses ?? [])
      if (command?.command === showReferences) {
        const [uri, position, locations] = command.arguments!;
        const { protocol2CodeConverter: convert } = client();
        command.arguments = [
          convert.asUri(uri),
          convert.asPosition(position),
          locations.map(convert.asLocation),
        ];
      }
    return lenses;
  };
}
